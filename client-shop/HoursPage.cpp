// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/HoursPage.h"

#include "client-shop/DaySheet.h"
#include "client-shop/HolidaySheet.h"
#include "client-shop/LineList.h"
#include "ui/Button.h"
#include "ui/Card.h"
#include "ui/Formats.h"
#include "ui/ScrollPane.h"
#include "ui/TextLabel.h"

#include <QBoxLayout>
#include <QEvent>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kSide = 20;
constexpr int kTwoColumns = 820; ///< from this width on they stand side by side
constexpr int kWidestCard = 620;
constexpr int kDays = 7;

} // namespace

HoursPage::HoursPage(const Services &services, ShopState &shop, QWidget *parent)
    : Page(parent)
    , m_services(services)
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
        m_holiday = new HolidaySheet(m_shop, m_services.clock, window());
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
    const auto &settings = m_shop.settings();
    if (!settings)
        return {};
    const Instant now = m_services.clock.now();
    const QTimeZone zone(settings->timeZone.toUtf8());
    if (m_shop.takesOrders()) {
        const auto closing = m_shop.closingTime();
        return closing ? tr("Open until %1").arg(clockText(*closing, zone)) : tr("Open");
    }
    if (m_shop.mode() == ShopMode::Paused)
        return tr("Takes no orders for now");
    const auto hours =
        OpeningHours::of(settings->timeZone.toUtf8(), settings->hours,
                         QSet<QDate>(settings->holidays.cbegin(), settings->holidays.cend()));
    const auto next = hours ? hours->nextOpening(now) : std::nullopt;
    if (!next)
        return tr("Closed · no opening in the next two weeks");
    QString moment = momentText(*next, now, zone, Look::of(this).language());
    moment[0] = moment.at(0).toLower(); // within a sentence
    return tr("Closed · opens %1").arg(moment);
}

void HoursPage::refresh() {
    const auto &settings = m_shop.settings();
    setEnabled(settings.has_value());
    if (!settings)
        return;
    const Language language = Look::of(this).language();
    const QTimeZone zone(settings->timeZone.toUtf8());
    const QDate today = m_services.clock.now().toUtc().toTimeZone(zone).date();
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
    m_seenTitle->setText(tr("What customers read now"));
    m_holidaysTitle->setText(tr("Holidays"));
    m_holidays->setAccessibleName(tr("Holidays"));
    m_noHolidays->setText(tr("None is planned. On a holiday the shop stays closed all day."));
    m_add->setText(tr("Add holiday"));
    refresh();
}

void HoursPage::resizeEvent(QResizeEvent *event) {
    Page::resizeEvent(event);
    arrange();
}

void HoursPage::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        arrange();
    Page::changeEvent(event);
}

} // namespace soban::shop_app
