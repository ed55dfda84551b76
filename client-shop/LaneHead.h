// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"

#include <QWidget>

namespace soban::shop_app {

/// Above a lane: its name, how many stand there, and a line.
class LaneHead : public QWidget {
    Q_OBJECT

public:
    explicit LaneHead(ui::Icon icon, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setIcon(ui::Icon icon);
    void setCount(int count);
    /// What waits here is for the shop to answer.
    void setCalling(bool calling);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ui::Icon m_icon;
    QString m_title;
    int m_count = 0;
    bool m_isCalling = false;
};

} // namespace soban::shop_app
