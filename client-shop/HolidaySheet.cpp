// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/HolidaySheet.h"

#include "desk/Complaint.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"
#include "ui/Stepper.h"

#include <QCalendarWidget>
#include <QEvent>
#include <QTextCharFormat>
#include <QToolButton>
#include <QVBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kWidest = 460;
constexpr int kMostDays = 60;

QList<QDate> daysOf(const HolidaySpan &span) {
    QList<QDate> days;
    for (int i = 0; i < span.days; ++i)
        days.append(span.first.addDays(i));
    return days;
}

} // namespace

HolidaySheet::HolidaySheet(ShopState &shop, QWidget *host)
    : EditSheet(host)
    , m_shop(shop)
    , m_first(new QCalendarWidget)
    , m_days(new Stepper)
    , m_daysRow(new FieldRow(m_days))
    , m_words(new TextLabel(Text::Name, Weight::Bold)) {
    setWidest(kWidest);
    m_first->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_days->setTall(metrics::kTouchHeight);
    m_days->setBounds(1, kMostDays);
    m_words->setMostLines(2);
    content()->addWidget(m_words);
    content()->addWidget(m_first);
    content()->addWidget(m_daysRow);
    content()->addStretch(1);
    connect(m_first, &QCalendarWidget::selectionChanged, this, &HolidaySheet::showSpan);
    connect(m_days, &Stepper::stepped, this, &HolidaySheet::showSpan);
    connect(removeButton(), &Button::clicked, this, [this] { send(std::nullopt); });
    retranslate();
    paintCalendar();
}

void HolidaySheet::add() {
    if (!m_shop.settings())
        return;
    m_known.reset();
    begin({m_shop.here().today().addDays(1), 1});
}

void HolidaySheet::show(const HolidaySpan &span) {
    m_known = span;
    begin(span);
}

void HolidaySheet::begin(const HolidaySpan &span) {
    m_before = span;
    m_first->setSelectedDate(span.first);
    m_days->setValue(span.days);
    removeButton()->setVisible(m_known.has_value());
    doneButton()->setBusy(false);
    complain({});
    retranslate();
    open();
    m_first->setFocus(Qt::OtherFocusReason);
}

HolidaySpan HolidaySheet::span() const {
    return {m_first->selectedDate(), m_days->value()};
}

bool HolidaySheet::isChanged() const {
    return span() != m_before;
}

void HolidaySheet::submit() {
    send(span());
}

void HolidaySheet::send(const std::optional<HolidaySpan> &span) {
    doneButton()->setBusy(true);
    m_shop.edit(
        [span, known = m_known](contract::ShopSettingsRequest &request) {
            for (const QDate &day : known ? daysOf(*known) : QList<QDate>())
                request.holidays.removeAll(day);
            for (const QDate &day : span ? daysOf(*span) : QList<QDate>()) {
                if (!request.holidays.contains(day))
                    request.holidays.append(day);
            }
        },
        this,
        [this](const auto &answer) {
            doneButton()->setBusy(false);
            if (answer)
                close();
            else
                complain(desk::explain(answer.error()).text());
        });
}

/// Qt draws weekends in a red of its own, and its own arrows.
void HolidaySheet::paintCalendar() {
    const Tokens &tokens = Look::of(this).tokens();
    QTextCharFormat weekend;
    weekend.setForeground(tokens.ink);
    m_first->setWeekdayTextFormat(Qt::Saturday, weekend);
    m_first->setWeekdayTextFormat(Qt::Sunday, weekend);
    const auto buttons = m_first->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        const bool isBack = button->objectName() == QStringLiteral("qt_calendar_prevmonth");
        if (isBack || button->objectName() == QStringLiteral("qt_calendar_nextmonth"))
            button->setIcon(asIcon(isBack ? Icon::Left : Icon::Right, tokens.onAccent));
    }
}

void HolidaySheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange)
        paintCalendar();
    EditSheet::changeEvent(event);
}

void HolidaySheet::showSpan() {
    m_words->setText(HoursText::spanText(span(), Look::of(this).language()));
}

void HolidaySheet::retranslate() {
    EditSheet::retranslate();
    setTitle(m_known ? tr("Holiday") : tr("New holiday"));
    m_first->setAccessibleName(tr("First day"));
    m_first->setLocale(QLocale(Look::of(this).language() == Language::Korean ? QLocale::Korean
                                                                             : QLocale::English));
    m_daysRow->setLabel(tr("How many days"));
    removeButton()->setText(tr("Remove"));
    showSpan();
}

} // namespace soban::shop_app
