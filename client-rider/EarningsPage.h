// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace soban::ui {
class BarChart;
class TextLabel;
} // namespace soban::ui

namespace soban::rider_app {

class DoorMoney;
class Earnings;

/// What the week brought in, by day; apart from it, what was received at doors today.
class EarningsPage : public QWidget {
    Q_OBJECT

public:
    EarningsPage(Earnings &earnings, DoorMoney &doorMoney, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeDoorCard();
    void refresh();
    void refreshDoor();

    Earnings &m_earnings;
    DoorMoney &m_doorMoney;
    ui::TextLabel *m_title;
    ui::TextLabel *m_sum;
    ui::TextLabel *m_count;
    ui::BarChart *m_chart;
    ui::TextLabel *m_hint;
    QWidget *m_door = nullptr;
    ui::TextLabel *m_doorTitle = nullptr;
    ui::TextLabel *m_doorSum = nullptr;
    ui::TextLabel *m_doorHint = nullptr;
};

} // namespace soban::rider_app
