// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace soban::ui {
class BarChart;
class TextLabel;
} // namespace soban::ui

namespace soban::rider_app {

class Earnings;

/// What the week brought in, by day.
class EarningsPage : public QWidget {
    Q_OBJECT

public:
    explicit EarningsPage(Earnings &earnings, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Earnings &m_earnings;
    ui::TextLabel *m_title;
    ui::TextLabel *m_sum;
    ui::TextLabel *m_count;
    ui::BarChart *m_chart;
    ui::TextLabel *m_hint;
};

} // namespace soban::rider_app
