// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"

#include <QTimer>
#include <QWidget>

#include <optional>

namespace soban::ui {

class Button;
class TextLabel;

/// Tells, below in the middle of its window, of something that has just been done, and for some
/// seconds takes it back. Where the window has a line of state it lies over that, so that it hides
/// nothing of the page; over no button that is there when it comes. One at a time: the next one
/// ends the one before, and so does another language, in which it would not be read.
class UndoBar : public QWidget {
    Q_OBJECT

public:
    explicit UndoBar(QWidget *host);

    /// With seconds to take it back in; `over` comes when they have passed.
    void offer(const QString &text, int ms);
    /// Just tells, for as long.
    void tell(Icon icon, const QString &text, int ms);

    /// Where it goes if the middle is taken: to the bottom left, from there on; 0: to the sides.
    void setLeft(int left);

signals:
    void undone();
    void over(); ///< after an `offer` that was not taken back, also when the next one replaces it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void begin(Icon icon, const QString &text, int ms, bool mayUndo);
    void tick();
    void end();
    void place();
    QPoint freePlace() const;
    std::optional<QPoint> placeOverStrip(const QList<int> &across) const;
    bool coversButton(const QRect &place) const;
    bool coversRow(const QRect &place) const;
    void retranslate();

    QWidget *m_host;
    int m_left = 0;
    TextLabel *m_text;
    Button *m_undo;
    QTimer m_second;
    Icon m_icon;
    int m_leftMs = 0;
    bool m_mayUndo = false;
};

} // namespace soban::ui
