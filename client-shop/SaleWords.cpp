// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/SaleWords.h"

#include "ui/Formats.h"

#include <QTimeZone>

namespace soban::shop_app {

using namespace ui;

namespace {

/// As a day begins, the day says it all: "tomorrow".
QString endText(Instant until, const Here &here, Language language) {
    const bool isMidnight = until.toUtc().toTimeZone(here.zone).time() == QTime(0, 0);
    if (!isMidnight || here.dayOf(until) == here.today())
        return here.shortMoment(until, language);
    QString day = dayText(until, here.now, here.zone, language);
    day[0] = day.at(0).toLower();
    return day;
}

} // namespace

Shelf shelfOf(const contract::OwnItemView &item) {
    if (item.isHidden)
        return Shelf::Hidden;
    if (item.soldOut || (item.stock && item.stock->remaining <= 0))
        return Shelf::SoldOut;
    return item.stock && item.stock->remaining <= kSoonGone ? Shelf::SoonGone : Shelf::OnSale;
}

Instant endOfToday(const contract::ShopSettingsView &shop, Instant now) {
    const QByteArray zoneId = shop.timeZone.toUtf8();
    const QTimeZone zone(zoneId);
    const QDateTime local = now.toUtc().toTimeZone(zone);
    const int minute = local.time().hour() * 60 + local.time().minute();
    constexpr int kDay = 24 * 60;
    // After midnight, an evening that goes on is still the day before.
    const int yesterday = local.date().addDays(-1).dayOfWeek();
    const bool isStillYesterday = std::any_of(
        shop.hours.cbegin(), shop.hours.cend(), [&](const OpeningHours::Interval &interval) {
            return interval.weekday == yesterday && interval.closesMinute > kDay + minute;
        });
    const QDate next = local.date().addDays(isStillYesterday ? 0 : 1);
    const Instant midnight =
        Instant::fromMs(QDateTime(next, QTime(0, 0), zone).toMSecsSinceEpoch());
    const auto hours = OpeningHours::of(zoneId, shop.hours,
                                        QSet<QDate>(shop.holidays.cbegin(), shop.holidays.cend()));
    const Instant from = std::max(now, midnight - std::chrono::milliseconds(1));
    const auto opening = hours ? hours->nextOpening(from) : std::nullopt;
    return opening.value_or(midnight > now ? midnight : now + std::chrono::hours(24));
}

QString SaleWords::untilWords(Instant until, const Here &here, Language language) {
    return tr("until %1").arg(endText(until, here, language));
}

Chip SaleWords::chipOf(const contract::OwnItemView &item) {
    switch (shelfOf(item)) {
    case Shelf::Hidden:
        return {Icon::Eye, tr("Hidden"), {}, Tone::Done};
    case Shelf::SoonGone:
        return {Icon::Box, tr("%1 left").arg(item.stock->remaining), {}, Tone::Waiting};
    case Shelf::OnSale:
        return {Icon::Check, tr("Available"), {}, Tone::Fresh};
    case Shelf::SoldOut:
        break;
    }
    return {Icon::Cancel, tr("Sold out"), {}, Tone::Danger};
}

QString SaleWords::detailOf(const contract::OwnItemView &item, const Here &here,
                            Language language) {
    if (shelfOf(item) != Shelf::SoldOut || !item.soldOut || !item.soldOut->until)
        return groupsOf(item.optionGroups.size());
    return tr("back %1").arg(endText(*item.soldOut->until, here, language));
}

QString SaleWords::stockOf(const contract::OwnItemView &item) {
    return item.stock ? QString::number(item.stock->remaining) : tr("no limit");
}

QString SaleWords::groupsOf(qsizetype count) {
    if (count == 0)
        return tr("No options");
    return count == 1 ? tr("1 option group") : tr("%1 option groups").arg(count);
}

QString SaleWords::choiceOf(const GroupForm &group) {
    const qsizetype count = group.options.size();
    if (group.minimum == group.maximum)
        return tr("%1 of %2").arg(group.minimum).arg(count);
    return tr("%1 to %2 of %3").arg(group.minimum).arg(group.maximum).arg(count);
}

QString SaleWords::spoken(const contract::OwnItemView &item, const Here &here, Language language) {
    QStringList words{item.name.in(language), moneyText(item.price), chipOf(item).strong,
                      detailOf(item, here, language)};
    if (item.stock)
        words.append(tr("stock %1").arg(item.stock->remaining));
    return words.join(QStringLiteral(", "));
}

} // namespace soban::shop_app
