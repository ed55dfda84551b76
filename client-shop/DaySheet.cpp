// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/DaySheet.h"

#include "client-shop/HoursText.h"
#include "desk/Complaint.h"
#include "ui/Button.h"
#include "ui/Segment.h"
#include "ui/TextField.h"
#include "ui/TextLabel.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kWidest = 520;
constexpr int kDays = 7;
enum OpenPart { OpenDay, ClosedDay };

} // namespace

DaySheet::DaySheet(ShopState &shop, QWidget *host)
    : EditSheet(host)
    , m_shop(shop)
    , m_open(new Segment)
    , m_times(new QWidget)
    , m_add(new Button(ButtonRole::Plain, Icon::Plus))
    , m_help(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2))
    , m_alsoTitle(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2)) {
    setWidest(kWidest);
    build();
    connect(m_open, &Segment::chosen, this,
            [this](int part) { m_times->setVisible(part == OpenDay); });
    connect(m_add, &Button::clicked, this, [this] {
        showRows(m_count + 1);
        m_rows.at(m_count - 1).opens->setFocus(Qt::OtherFocusReason);
    });
    retranslate();
}

void DaySheet::build() {
    m_open->setTall(metrics::kTouchHeight);
    m_help->setMostLines(0);
    auto *times = new QVBoxLayout(m_times);
    times->setContentsMargins(0, 0, 0, 0);
    times->setSpacing(metrics::kGap8);
    for (int i = 0; i < kMostSpans; ++i) {
        m_rows.append(makeRow());
        times->addWidget(m_rows.last().box);
        connect(m_rows.last().drop, &Button::clicked, this, [this, i] { dropRow(i); });
    }
    times->addWidget(m_add, 0, Qt::AlignLeft);
    times->addWidget(m_help);
    auto *also = new QGridLayout;
    also->setHorizontalSpacing(metrics::kGap12);
    constexpr int kColumns = 4;
    for (int day = 0; day < kDays; ++day) {
        m_also.append(new QCheckBox);
        also->addWidget(m_also.last(), day / kColumns, day % kColumns);
    }
    content()->addWidget(m_open);
    content()->addWidget(m_times);
    content()->addWidget(m_alsoTitle);
    content()->addLayout(also);
    content()->addStretch(1);
}

DaySheet::Row DaySheet::makeRow() {
    Row row{new QWidget, new TextField, new TextField, new Button(ButtonRole::Bare, Icon::Close)};
    auto *dash = new TextLabel(Text::Body);
    dash->setText(QStringLiteral("–"));
    auto *across = new QHBoxLayout(row.box);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(metrics::kGap8);
    across->addWidget(row.opens, 1);
    across->addWidget(dash);
    across->addWidget(row.closes, 1);
    across->addWidget(row.drop);
    for (TextField *time : {row.opens, row.closes})
        connect(time, &QLineEdit::textEdited, this, [this, time] {
            time->setWrong(false);
            complain({});
        });
    return row;
}

QString DaySheet::nameOf(int weekday, Language language) {
    const QLocale locale(language == Language::Korean ? QLocale::Korean : QLocale::English);
    return locale.standaloneDayName(weekday);
}

void DaySheet::show(int weekday) {
    if (!m_shop.settings())
        return;
    m_weekday = weekday;
    const auto spans = HoursText::of(m_shop.settings()->hours, weekday);
    for (int i = 0; i < kMostSpans; ++i) {
        const Row &row = m_rows.at(i);
        const bool isThere = i < spans.size();
        row.opens->setText(isThere ? HoursText::clockOf(spans.at(i).opensMinute) : QString());
        row.closes->setText(isThere ? HoursText::clockOf(spans.at(i).closesMinute) : QString());
        row.opens->setWrong(false);
        row.closes->setWrong(false);
    }
    m_open->setCurrent(spans.isEmpty() ? ClosedDay : OpenDay);
    m_times->setVisible(!spans.isEmpty());
    showRows(std::max(1, int(spans.size())));
    for (int day = 0; day < kDays; ++day) {
        m_also.at(day)->setChecked(day + 1 == weekday);
        m_also.at(day)->setEnabled(day + 1 != weekday);
    }
    complain({});
    doneButton()->setBusy(false);
    m_before = entry();
    retranslate();
    open();
}

void DaySheet::showRows(int count) {
    m_count = std::min(count, kMostSpans);
    for (int i = 0; i < kMostSpans; ++i)
        m_rows.at(i).box->setVisible(i < m_count);
    m_rows.first().drop->setVisible(m_count > 1);
    m_add->setVisible(m_count < kMostSpans);
}

void DaySheet::dropRow(int index) {
    for (int i = index; i + 1 < kMostSpans; ++i) {
        m_rows.at(i).opens->setText(m_rows.at(i + 1).opens->text());
        m_rows.at(i).closes->setText(m_rows.at(i + 1).closes->text());
    }
    m_rows.last().opens->clear();
    m_rows.last().closes->clear();
    showRows(m_count - 1);
}

DaySheet::Entry DaySheet::entry() const {
    Entry entry{m_open->current() == OpenDay, {}, {}};
    for (int i = 0; i < m_count; ++i)
        entry.times << m_rows.at(i).opens->text() << m_rows.at(i).closes->text();
    for (const QCheckBox *day : m_also)
        entry.alsoOn.append(day->isChecked());
    return entry;
}

bool DaySheet::isChanged() const {
    return entry() != m_before;
}

void DaySheet::submit() {
    QList<OpeningHours::Interval> spans;
    for (int i = 0; m_open->current() == OpenDay && i < m_count; ++i) {
        const Row &row = m_rows.at(i);
        const auto span = HoursText::intervalOf(m_weekday, row.opens->text(), row.closes->text());
        if (!span) {
            const bool isOpening = !HoursText::minuteOf(row.opens->text()).has_value();
            TextField *wrong = isOpening ? row.opens : row.closes;
            wrong->setWrong(true);
            wrong->setFocus(Qt::OtherFocusReason);
            complain(tr("Write times such as 11:00 or 21:30."));
            return;
        }
        spans.append(*span);
    }
    send(spans);
}

void DaySheet::send(const QList<OpeningHours::Interval> &spans) {
    doneButton()->setBusy(true);
    m_shop.edit(
        [spans, days = entry().alsoOn](contract::ShopSettingsRequest &request) {
            for (int day = 0; day < kDays; ++day) {
                if (days.at(day))
                    request.hours = HoursText::with(request.hours, day + 1, spans);
            }
        },
        this,
        [this](const auto &answer) {
            doneButton()->setBusy(false);
            if (answer) {
                close();
                return;
            }
            const auto &problem = answer.error().problem;
            const bool isHours =
                problem && problem->field.value_or(QString()).startsWith(QStringLiteral("hours"));
            complain(isHours ? tr("These times overlap, or close before they open.")
                             : desk::explain(answer.error()).text());
        });
}

void DaySheet::retranslate() {
    EditSheet::retranslate();
    const Language language = Look::of(this).language();
    setTitle(nameOf(m_weekday, language));
    m_open->setAccessibleName(tr("Open or closed"));
    m_open->setParts(
        {{tr("Open"), Icon::Store, Tone::Fresh}, {tr("Closed"), Icon::Door, Tone::Done}});
    for (const Row &row : std::as_const(m_rows)) {
        row.opens->setAccessibleName(tr("Opens"));
        row.closes->setAccessibleName(tr("Closes"));
        row.opens->setPlaceholderText(QStringLiteral("11:00"));
        row.closes->setPlaceholderText(QStringLiteral("21:00"));
        row.drop->setAccessibleName(tr("Remove these hours"));
        row.drop->setToolTip(row.drop->accessibleName());
    }
    m_add->setText(tr("More hours"));
    m_help->setText(tr("24:00 is midnight. A closing time before the opening is on the next day."));
    m_alsoTitle->setText(tr("The same on"));
    for (int day = 0; day < kDays; ++day) {
        m_also.at(day)->setText(
            QLocale(language == Language::Korean ? QLocale::Korean : QLocale::English)
                .standaloneDayName(day + 1, QLocale::ShortFormat));
        m_also.at(day)->setAccessibleName(nameOf(day + 1, language));
    }
}

} // namespace soban::shop_app
