// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/HoursPage.h"

#include "client-shop/DaySheet.h"
#include "client-shop/HolidaySheet.h"
#include "client-shop/LineList.h"
#include "ui/Button.h"
#include "ui/Card.h"
#include "ui/ScrollPane.h"
#include "ui/TextLabel.h"

#include <QBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kSide = 20;
constexpr int kTwoColumns = 820; ///< from this width on they stand side by side
constexpr int kWidestCard = 620;
constexpr int kDays = 7;

} // namespace

HoursPage::HoursPage(ShopState &shop, QWidget *parent)
    : Page(parent)
    , m_shop(shop)
    , m_daysTitle(new TextLabel(Text::Name, Weight::Bold))
    , m_days(new LineList(LineList::Manner::Doors))
    , m_seenTitle(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_seen(new TextLabel(Text::Sum, Weight::Bold))
    , m_holidaysTitle(new TextLabel(Text::Name, Weight::Bold))
    , m_holidays(new LineList(LineList::Manner::Doors))
    , m_noHolidays(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_add(new Button(ButtonRole::Plain, Icon::Plus))
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight)) {
    build();
    connect(m_days, &MovableList::opened, this, [this](int row) {
        if (!m_day)
            m_day = new DaySheet(m_shop, window());
        m_day->show(row + 1);
    });
    connect(m_holidays, &MovableList::opened, this,
            [this](int row) { holidaySheet()->show(m_spans.at(row)); });
    connect(m_add, &Button::clicked, this, [this] { holidaySheet()->add(); });
    connect(&shop, &ShopState::changed, this, &HoursPage::refresh);
    retranslate();
    arrange();
}

void HoursPage::build() {
    m_days->setFitted(true);
    m_holidays->setFitted(true);
    m_seen->setMostLines(0);
    m_noHolidays->setMostLines(0);
    auto *days = new Card;
    days->column()->addWidget(m_daysTitle);
    days->column()->addWidget(m_days);
    days->setMaximumWidth(2 * kWidestCard);
    auto *seen = new Card;
    seen->column()->addWidget(m_seenTitle);
    seen->column()->addWidget(m_seen);
    auto *holidays = new Card;
    auto *head = new QHBoxLayout;
    head->addWidget(m_holidaysTitle, 1);
    head->addWidget(m_add);
    holidays->column()->addLayout(head);
    holidays->column()->addWidget(m_noHolidays);
    holidays->column()->addWidget(m_holidays);
    auto *right = new QVBoxLayout;
    right->setSpacing(metrics::kGap16);
    right->addWidget(seen);
    right->addWidget(holidays);
    right->addStretch(1);
    auto *left = new QVBoxLayout;
    left->addWidget(days);
    left->addStretch(1);
    m_columns->setContentsMargins(kSide, metrics::kGap4, kSide, metrics::kGap16);
    m_columns->setSpacing(metrics::kGap16);
    m_columns->addLayout(left, 1);
    m_columns->addLayout(right, 1);
    auto *content = new QWidget;
    content->setLayout(m_columns);
    auto *pane = new ScrollPane;
    pane->setContent(content);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(pane);
}

HolidaySheet *HoursPage::holidaySheet() {
    if (!m_holiday)
        m_holiday = new HolidaySheet(m_shop, window());
    return m_holiday;
}

void HoursPage::enter() {
    refresh(); // another day may have begun
    m_days->enter();
}

QString HoursPage::title() const {
    return tr("Hours");
}

QString HoursPage::detail() const {
    return customersWords();
}

QString HoursPage::customersWords() const {
    if (!m_shop.settings())
        return {};
    const Here here = m_shop.here();
    if (m_shop.takesOrders()) {
        const auto closing = m_shop.closingTime();
        const QString open = closing ? tr("Open until %1").arg(here.clock(*closing)) : tr("Open");
        const int more = m_shop.settings()->mode.extraMinutes.value_or(0);
        return m_shop.mode() == ShopMode::Busy ? tr("Busy, +%1 min · %2").arg(more).arg(open)
                                               : open;
    }
    if (m_shop.mode() == ShopMode::Paused)
        return tr("Takes no orders for now");
    const auto next = m_shop.nextOpening();
    if (!next)
        return tr("Closed · no opening in the next two weeks");
    return tr("Closed · opens %1").arg(here.momentWithin(*next, Look::of(this).language()));
}

void HoursPage::refresh() {
    const auto &settings = m_shop.settings();
    setEnabled(settings.has_value());
    if (!settings)
        return;
    const Language language = Look::of(this).language();
    const QDate today = m_shop.here().today();
    QList<Line> days;
    for (int weekday = 1; weekday <= kDays; ++weekday)
        days.append({weekday == today.dayOfWeek()
                         ? tr("%1 · today").arg(DaySheet::nameOf(weekday, language))
                         : DaySheet::nameOf(weekday, language),
                     HoursText::dayOf(settings->hours, weekday)});
    m_days->setLines(days);
    m_spans.clear();
    QList<Line> holidays;
    for (const HolidaySpan &span : HoursText::spansOf(settings->holidays)) {
        if (span.last() < today)
            continue;
        m_spans.append(span);
        holidays.append({HoursText::spanText(span, language),
                         span.days == 1 ? QString() : tr("%1 days").arg(span.days)});
    }
    m_holidays->setLines(holidays);
    m_holidays->setVisible(!holidays.isEmpty());
    m_noHolidays->setVisible(holidays.isEmpty());
    m_seen->setText(customersWords());
    emit headChanged();
}

void HoursPage::arrange() {
    const bool isWide = width() >= Look::of(this).scaled(kTwoColumns);
    m_columns->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void HoursPage::retranslate() {
    m_daysTitle->setText(tr("Opening hours"));
    m_days->setAccessibleName(tr("Opening hours"));
    m_seenTitle->setText(tr("What customers see now"));
    m_holidaysTitle->setText(tr("Holidays"));
    m_holidays->setAccessibleName(tr("Holidays"));
    m_noHolidays->setText(tr("None is planned. On a holiday the shop stays closed all day."));
    m_add->setText(tr("Add holiday"));
    refresh();
}

} // namespace soban::shop_app
