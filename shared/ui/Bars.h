// SPDX-License-Identifier: GPL-3.0-or-later
// The frames of the three windows: lacquer above or at the side, a line of state below.
#pragma once

#include "ui/Icons.h"
#include "ui/Tokens.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QSpacerItem;

namespace soban::ui {

class TextLabel;

/// The lacquered bar at the top of the customer's and the rider's window: logo and name at its
/// left; the rest is the window's.
class TopBar : public QWidget {
    Q_OBJECT

public:
    explicit TopBar(QWidget *parent = nullptr);

    void setTitle(const QString &title); ///< beside the name: "Rider"
    QHBoxLayout *row() const { return m_row; }
    /// Leaves out the name and keeps the table, where the rest needs the room.
    void setNameShown(bool isShown);
    /// What that takes at the left, margin and gap included.
    int brandRoom(bool isNameShown) const;

    /// As high as drawn, and higher where something in it takes more lines.
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    QHBoxLayout *m_row;
    QSpacerItem *m_strut; ///< keeps the row as high as drawn
    QWidget *m_logo;
    TextLabel *m_title;
    bool m_isNameShown = true;
};

/// The lacquered rail at the left of the shop's window.
class Rail : public QWidget {
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    void addTop(QWidget *widget);
    void addBottom(QWidget *widget);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QBoxLayout *m_column;
    int m_tops = 0;
};

/// Whether and how the window hears of news.
enum class Liveness { Live, Polling, Offline };

/// The thin line below: the connection at its left, a hint at its right.
class StatusStrip : public QWidget {
    Q_OBJECT

public:
    explicit StatusStrip(QWidget *parent = nullptr);

    void setLiveness(Liveness liveness);
    void setHint(const QString &hint);
    /// When the last news came, as a clock; shown while there is no connection.
    void setLastNews(const QString &clock);
    Liveness liveness() const { return m_liveness; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    void fit();

    Liveness m_liveness = Liveness::Offline;
    QString m_lastNews;
    TextLabel *m_state;
    TextLabel *m_kind;
    TextLabel *m_hint;
};

/// The words for a state of the connection, and how it travels.
QString livenessText(Liveness liveness);
Tone livenessTone(Liveness liveness);
Icon livenessIcon(Liveness liveness);

} // namespace soban::ui
