// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/App.h"

#include <QWidget>

class QHBoxLayout;

namespace soban::desk {

/// The lacquered half of the way in: name, laid table, and what the app is for.
class TableSide : public QWidget {
    Q_OBJECT

public:
    explicit TableSide(App app, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    App m_app;
    QString m_slogan;
    QString m_promise;
};

/// The name on a strip of lacquer, where there is no room for the table.
class NameStrip : public QWidget {
    Q_OBJECT

public:
    explicit NameStrip(QWidget *parent = nullptr);

    /// At its right: what is to be had before anything else.
    void add(QWidget *widget);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();

    QHBoxLayout *m_row;
};

} // namespace soban::desk
