// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/App.h"

#include <QWidget>

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
    using QWidget::QWidget;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace soban::desk
