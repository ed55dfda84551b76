// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/FigureWords.h"

#include "ui/Formats.h"

#include <QLocale>

#include <cmath>

namespace soban::shop_app {

namespace {

using namespace ui;
using contract::DayFigures;
using contract::HourFigures;
using contract::ShopFigures;

QLocale localeOf(Language language) {
    return QLocale(language == Language::Korean ? QLocale::Korean : QLocale::English);
}

QString dayText(QDate day, Language language) {
    return localeOf(language).toString(day, language == Language::Korean
                                                ? QStringLiteral("M월 d일 dddd")
                                                : QStringLiteral("dddd, d MMMM"));
}

QString shortDay(QDate day, Language language) {
    return localeOf(language).toString(day, language == Language::Korean ? QStringLiteral("M월 d일")
                                                                         : QStringLiteral("d MMM"));
}

Money sumUntil(const QList<HourFigures> &hours, int hour, Currency currency) {
    Money sum = Money::zero(currency);
    for (const HourFigures &figures : hours) {
        if (figures.hour < hour)
            sum = sum.plus(figures.takings).value_or(sum);
    }
    return sum;
}

Money share(const Money &sum, int count) {
    return count > 0 ? Money::of(sum.minor() / count, sum.currency()).value_or(sum) : sum;
}

template <typename Row, typename Key>
std::optional<Money> takingsAt(const QList<Row> &rows, Key Row::*key, const Key &wanted) {
    for (const Row &row : rows) {
        if (row.*key == wanted)
            return row.takings;
    }
    return std::nullopt;
}

} // namespace

FigureWords::FigureWords(const ShopFigures &figures, const std::optional<ShopFigures> &weekBefore,
                         const FigureSpan &span, const QDateTime &now, Language language)
    : m_figures(figures), m_before(weekBefore), m_span(span), m_now(now), m_language(language) {}

QString FigureWords::title(SpanKind kind) {
    switch (kind) {
    case SpanKind::Today:
        return tr("Today's figures");
    case SpanKind::Month:
        return tr("This month's figures");
    case SpanKind::Period:
        return tr("Figures of a period");
    }
    return {};
}

QString FigureWords::spanText(const FigureSpan &span, const QDateTime &now, Language language) {
    const QString until = tr("until %1").arg(now.toString(QStringLiteral("HH:mm")));
    if (span.kind == SpanKind::Today)
        return dayText(span.from, language) + u" · " + until;
    const QString days = span.from == span.to
                             ? shortDay(span.from, language)
                             : shortDay(span.from, language) + u" – " + shortDay(span.to, language);
    return span.to == now.date() ? days + u" · " + until : days;
}

int FigureWords::goodOrders() const {
    return m_figures.orders - m_figures.waiting - m_figures.refused - m_figures.expired -
           m_figures.cancelled - m_figures.returned;
}

QList<FigureTileText> FigureWords::tiles() const {
    return {salesTile(), ordersTile(), lostTile(), preparationTile()};
}

FigureTileText FigureWords::ordersTile() const {
    const int orders = goodOrders();
    const QString average = orders > 0
                                ? tr("average %1").arg(moneyText(share(m_figures.takings, orders)))
                                : tr("none yet");
    if (m_figures.waiting == 0)
        return {tr("Orders"), QString::number(orders), average, Ink::Ink2};
    const QString waiting = tr("%1 not accepted yet").arg(m_figures.waiting);
    return {tr("Orders"), QString::number(orders),
            orders > 0 ? average + u" · " + waiting : waiting, Ink::Waiting};
}

FigureTileText FigureWords::salesTile() const {
    FigureTileText tile{tr("Sales"), moneyText(m_figures.takings), {}, Ink::Ink2};
    if (m_span.kind != SpanKind::Today) {
        tile.note = tr("average %1 a day").arg(moneyText(share(m_figures.takings, dayCount())));
        return tile;
    }
    // Whole hours against whole hours: the present one has not brought all it will.
    const int hour = m_now.time().hour();
    const Currency currency = m_figures.takings.currency();
    const Money then = m_before ? sumUntil(m_before->hours, hour, currency) : Money::zero(currency);
    if (then.isZero()) {
        tile.note = tr("including delivery fees");
        return tile;
    }
    const Money now = sumUntil(m_figures.hours, hour, currency);
    const int percent = int(std::lround((double(now.minor()) / double(then.minor()) - 1) * 100));
    tile.note = tr("%1 % against %2 until %3:00")
                    .arg(percent > 0 ? u'+' + QString::number(percent)
                                     : QString::number(percent).replace(u'-', u'−'),
                         compareName())
                    .arg(hour);
    tile.ink = percent >= 0 ? Ink::Fresh : Ink::Late;
    return tile;
}

FigureTileText FigureWords::lostTile() const {
    FigureTileText tile{tr("Lost orders"), moneyText(m_figures.lost), {}, Ink::Late};
    QStringList parts;
    const auto add = [&](int count, const QString &words) {
        if (count > 0)
            parts.append(words.arg(count));
    };
    add(m_figures.refused, tr("%1 refused"));
    add(m_figures.expired, tr("%1 not answered"));
    add(m_figures.cancelled, tr("%1 cancelled"));
    add(m_figures.returned, tr("%1 returned"));
    tile.note = parts.join(QStringLiteral(" · "));
    if (parts.isEmpty()) {
        tile.note = tr("none");
        tile.ink = Ink::Ink2;
    }
    return tile;
}

FigureTileText FigureWords::preparationTile() const {
    FigureTileText tile{tr("Average preparation"), QStringLiteral("–"), tr("nothing ready yet"),
                        Ink::Ink2};
    if (!m_figures.meanPreparationSeconds)
        return tile;
    const int took = *m_figures.meanPreparationSeconds;
    tile.value = ui::spanText(std::chrono::seconds(took + 30), m_language);
    const int promised = m_figures.meanPromisedSeconds.value_or(0);
    const int minutes = int(std::lround((took - promised) / 60.0));
    if (promised == 0)
        tile.note.clear();
    else if (minutes == 0)
        tile.note = tr("as promised");
    else if (minutes < 0)
        tile.note = tr("%1 min faster than promised").arg(-minutes);
    else
        tile.note = tr("%1 min slower than promised").arg(minutes);
    tile.ink = promised == 0 ? Ink::Ink2 : minutes <= 0 ? Ink::Fresh : Ink::Late;
    return tile;
}

double FigureWords::inUnits(const Money &money) const {
    const int digits = money.currency().minorDigits();
    // Won have no smaller coin, and many digits.
    return double(money.minor()) / (digits == 0 ? 1'000.0 : std::pow(10.0, digits));
}

QString FigureWords::chartUnit() const {
    return m_figures.takings.currency().minorDigits() == 0 ? tr("thousand ₩")
                                                           : m_figures.takings.currency().code();
}

QString FigureWords::chartTitle() const {
    return m_span.kind == SpanKind::Today ? tr("Sales by hour") : tr("Sales by day");
}

QString FigureWords::compareName() const {
    if (!m_before || m_before->hours.isEmpty())
        return {};
    const QString day =
        localeOf(m_language).standaloneDayName(m_before->from.dayOfWeek(), QLocale::LongFormat);
    return tr("last %1").arg(day);
}

Bar FigureWords::bar(const QString &label, const Money &takings) const {
    Bar bar;
    bar.label = label;
    bar.value = inUnits(takings);
    const bool isSmall = bar.value > 0 && bar.value < 10;
    bar.valueText = QLocale(QLocale::English).toString(bar.value, 'f', isSmall ? 1 : 0);
    return bar;
}

QList<Bar> FigureWords::bars() const {
    return m_span.kind == SpanKind::Today ? hourBars() : dayBars();
}

QList<Bar> FigureWords::hourBars() const {
    constexpr int kLeastBars = 6;
    int first = 24;
    int last = -1;
    const auto widen = [&](const QList<HourFigures> &hours) {
        for (const HourFigures &figures : hours) {
            first = std::min(first, figures.hour);
            last = std::max(last, figures.hour);
        }
    };
    widen(m_figures.hours);
    if (m_before)
        widen(m_before->hours);
    const int present = m_now.time().hour();
    first = std::min(first, present);
    last = std::max(last, present);
    // Some hours around the first orders of a day, or one column would fill the page.
    first = std::max(0, std::min(first, last - kLeastBars + 1));
    last = std::min(23, std::max(last, first + kLeastBars - 1));
    QList<Bar> bars;
    const Money none = Money::zero(m_figures.takings.currency());
    for (int hour = first; hour <= last; ++hour) {
        Bar made = bar(tr("%1:00").arg(hour),
                       takingsAt(m_figures.hours, &HourFigures::hour, hour).value_or(none));
        made.isRunning = hour == present;
        if (m_before) {
            if (const auto then = takingsAt(m_before->hours, &HourFigures::hour, hour))
                made.compare = inUnits(*then);
        }
        bars.append(made);
    }
    return bars;
}

QList<Bar> FigureWords::dayBars() const {
    QList<Bar> bars;
    const Money none = Money::zero(m_figures.takings.currency());
    for (QDate day = m_span.from; day <= m_span.to; day = day.addDays(1)) {
        const QString label = m_span.kind == SpanKind::Month
                                  ? QString::number(day.day())
                                  : QStringLiteral("%1/%2").arg(day.month()).arg(day.day());
        Bar made = bar(label, takingsAt(m_figures.days, &DayFigures::day, day).value_or(none));
        made.isRunning = day == m_now.date();
        bars.append(made);
    }
    return bars;
}

ReceiptContent FigureWords::breakdown() const {
    ReceiptContent content;
    content.sums = {{tr("Goods"), moneyText(m_figures.items)},
                    {tr("Delivery fees"), moneyText(m_figures.deliveryFees)}};
    content.total = {tr("Sales"), moneyText(m_figures.takings)};
    const Money atTheDoor =
        m_figures.takings.minus(m_figures.paidByCard).value_or(m_figures.takings);
    content.afterwards = {{tr("paid by card"), moneyText(m_figures.paidByCard)},
                          {tr("paid on delivery"), moneyText(atTheDoor)}};
    return content;
}

QList<Rank> FigureWords::bestItems() const {
    QList<Rank> ranks;
    for (const contract::ItemFigures &item : m_figures.bestItems)
        ranks.append(
            {item.name.in(m_language), double(item.quantity), QString::number(item.quantity)});
    return ranks;
}

} // namespace soban::shop_app
