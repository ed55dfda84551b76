// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/EarningsPage.h"

#include "client-rider/DoorMoney.h"
#include "client-rider/Earnings.h"
#include "ui/BarChart.h"
#include "ui/Card.h"
#include "ui/Formats.h"
#include "ui/ScrollPane.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kMargin = 14;
constexpr int kChartTall = 280;
constexpr int kWidest = 720;

} // namespace

EarningsPage::EarningsPage(Earnings &earnings, DoorMoney &doorMoney, QWidget *parent)
    : QWidget(parent)
    , m_earnings(earnings)
    , m_doorMoney(doorMoney)
    , m_title(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_sum(new TextLabel(Text::Answer, Weight::Bold))
    , m_count(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_chart(new BarChart)
    , m_hint(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2)) {
    m_sum->setKeptWhole(true);
    m_hint->setMostLines(3);
    m_chart->setMinimumHeight(kChartTall);
    auto *head = new Card;
    head->column()->addWidget(m_title);
    head->column()->addWidget(m_sum);
    head->column()->addWidget(m_count);
    auto *figures = new Card;
    figures->column()->addWidget(m_chart);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->setSpacing(metrics::kGap12);
    column->addWidget(head);
    m_door = makeDoorCard();
    column->addWidget(m_door);
    column->addWidget(figures);
    column->addWidget(m_hint);
    column->addStretch(1);
    auto *pane = new ScrollPane;
    pane->setContent(content);
    pane->setMaximumWidth(kWidest);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    row->addWidget(pane, 100);
    row->addStretch(1);
    connect(&m_earnings, &Earnings::changed, this, &EarningsPage::refresh);
    connect(&m_doorMoney, &DoorMoney::changed, this, &EarningsPage::refreshDoor);
    refresh();
}

QWidget *EarningsPage::makeDoorCard() {
    m_doorTitle = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_doorTitle->setMostLines(2);
    m_doorSum = new TextLabel(Text::Sum, Weight::Bold);
    m_doorSum->setKeptWhole(true);
    m_doorHint = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_doorHint->setMostLines(3);
    auto *card = new Card;
    for (QWidget *line : {m_doorTitle, m_doorSum, m_doorHint})
        card->column()->addWidget(line);
    return card;
}

void EarningsPage::refreshDoor() {
    const auto received = m_doorMoney.today();
    m_door->setVisible(received.has_value());
    m_doorTitle->setText(tr("Collected at the door today"));
    m_doorSum->setText(received ? moneyText(*received) : QString());
    m_doorHint->setText(tr("Not part of your earnings: it belongs to the shops. Hand them what you "
                           "took in cash."));
}

void EarningsPage::refresh() {
    const QLocale locale(Look::of(this).language() == Language::Korean ? QLocale::Korean
                                                                       : QLocale::English);
    QList<Bar> bars;
    std::optional<Money> sum;
    int count = 0;
    const QList<contract::EarningsDay> &days = m_earnings.days();
    for (const contract::EarningsDay &day : days) {
        sum = sum ? sum->plus(day.pay) : std::optional(day.pay);
        count += day.deliveries;
        Bar bar;
        bar.label = locale.dayName(day.day.dayOfWeek(), QLocale::ShortFormat);
        bar.value = double(day.pay.minor());
        bar.valueText = moneyText(day.pay);
        bar.isRunning = day.day == days.last().day;
        bars.append(bar);
    }
    m_title->setText(tr("The last %1 days").arg(Earnings::kDays));
    m_sum->setText(sum ? moneyText(*sum) : QStringLiteral("–"));
    m_count->setText(tr("Deliveries: %1").arg(count));
    m_chart->setTitle(tr("Earnings by day"));
    m_chart->setLegend(tr("Day"), tr("Today"), {});
    m_chart->setBars(bars);
    refreshDoor();
    m_hint->setText(tr("Each delivery counts on the day of its hand-over."));
}

void EarningsPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace soban::rider_app
