// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/WantedTimeRow.h"

#include "client-customer/ShopCardDelegate.h"
#include "domain/Schedule.h"
#include "ui/ChoiceRow.h"
#include "ui/FieldRow.h"
#include "ui/Formats.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace soban::customer {

using namespace ui;

WantedTimeRow::WantedTimeRow(const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_title(new TextLabel(Text::Name, Weight::Bold))
    , m_soon(new ChoiceRow(ChoiceRow::Kind::One, {}))
    , m_later(new ChoiceRow(ChoiceRow::Kind::One, {}))
    , m_fields(new QWidget)
    , m_day(new QComboBox)
    , m_time(new QComboBox)
    , m_dayRow(new FieldRow(m_day))
    , m_timeRow(new FieldRow(m_time)) {
    auto *fields = new QHBoxLayout(m_fields);
    fields->setContentsMargins(0, metrics::kGap8, 0, 0);
    fields->setSpacing(metrics::kGap12);
    fields->addWidget(m_dayRow, 1, Qt::AlignTop);
    fields->addWidget(m_timeRow, 1, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(metrics::kGap8); // for the ring around what has the focus
    column->addWidget(m_soon);
    column->addWidget(m_later);
    column->addWidget(m_fields);
    connect(m_later, &ChoiceRow::toggled, this, &WantedTimeRow::showFields);
    connect(m_day, &QComboBox::currentIndexChanged, this, &WantedTimeRow::fillTimes);
    connect(m_time, &QComboBox::currentIndexChanged, this, [this] {
        m_timeRow->setComplaint({});
        if (const auto time = wanted())
            m_chosenTime = time->toUtc().toTimeZone(*m_zone).time();
    });
    m_soon->setChecked(true);
    showFields();
    retranslate();
}

void WantedTimeRow::setShop(const contract::ShopView &shop, Fulfilment how) {
    const auto hours = hoursOf(shop);
    const auto preparation = preparationNow(shop.card.preparationMinutes, shop.card.extraMinutes);
    m_card = shop.card;
    m_how = how;
    const Instant earliest = m_clock.now() + preparation + usualWay(how);
    m_days = hours ? wantedDays(*hours, earliest) : QList<WantedDay>();
    m_zone = hours ? std::optional(hours->timeZone()) : std::nullopt;
    m_soon->setEnabled(isOpenNow());
    m_later->setEnabled(!m_days.isEmpty());
    (isOpenNow() || m_days.isEmpty() ? m_soon : m_later)->setChecked(true);
    m_chosenTime.reset();
    m_day->clear();
    fillDays();
    retranslate();
}

bool WantedTimeRow::isOpenNow() const {
    return !m_card || m_card->isOpen;
}

std::optional<Instant> WantedTimeRow::wanted() const {
    const int day = m_day->currentIndex();
    const int time = m_time->currentIndex();
    if (!m_later->isChecked() || day < 0 || time < 0)
        return std::nullopt;
    return m_days.at(day).times.at(time);
}

QWidget *WantedTimeRow::lastField() const {
    return m_time;
}

void WantedTimeRow::complain(const QString &words) {
    m_later->setChecked(true);
    m_timeRow->setComplaint(words);
    m_time->setFocus(Qt::TabFocusReason);
}

void WantedTimeRow::fillDays() {
    if (!m_zone)
        return;
    const int before = std::max(m_day->currentIndex(), 0);
    const Language language = Look::of(this).language();
    const QSignalBlocker quiet(m_day); // or the time would be lost with the day that goes
    m_day->clear();
    const QDate today = m_clock.now().toUtc().toTimeZone(*m_zone).date();
    for (const WantedDay &day : std::as_const(m_days))
        m_day->addItem(wantedDayText(day.day, today, language));
    m_day->setCurrentIndex(std::min(before, int(m_days.size()) - 1));
    fillTimes();
}

void WantedTimeRow::fillTimes() {
    const QSignalBlocker quiet(m_time); // what is filled in here nobody has chosen
    m_timeRow->setComplaint({});
    m_time->clear();
    const int day = m_day->currentIndex();
    if (day < 0)
        return;
    for (const Instant time : m_days.at(day).times)
        m_time->addItem(clockText(time, *m_zone));
    m_time->setCurrentIndex(offerOn(m_days.at(day)));
}

/// What the person has chosen for one day is meant for another one too; tonight's first time, which
/// nobody chose, is not.
int WantedTimeRow::offerOn(const WantedDay &day) const {
    const QDate today = m_clock.now().toUtc().toTimeZone(*m_zone).date();
    return m_chosenTime ? nearestOffer(day, *m_chosenTime, *m_zone)
                        : firstOffer(day, today, *m_zone);
}

void WantedTimeRow::showFields() {
    m_fields->setVisible(m_later->isChecked());
    m_timeRow->setComplaint({});
}

void WantedTimeRow::retranslate() {
    m_title->setText(m_how == Fulfilment::Collection ? tr("Collection time") : tr("Delivery time"));
    m_soon->setText(tr("As soon as possible"));
    m_soon->setDetail(!isOpenNow() ? tr("closed now")
                      : m_card     ? tr("about %1").arg(waitText(*m_card, m_how))
                                   : QString());
    m_later->setText(tr("Choose a day and time"));
    m_dayRow->setLabel(tr("Day"));
    m_timeRow->setLabel(tr("Time"));
}

void WantedTimeRow::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fillDays();
    }
    QWidget::changeEvent(event);
}

} // namespace soban::customer
