// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/DoorMoney.h"

#include <QTimeZone>

namespace soban::rider_app {

DoorMoney::DoorMoney(const QString &file, const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_file(file) {
    const QDate oldest = dayOf(clock.now()).addDays(1 - kKeptDays);
    const QStringList orders = m_file.keys();
    for (const QString &order : orders) {
        const auto entry = entryOf(m_file.value(order));
        if (!entry || dayOf(entry->receivedAt) < oldest)
            m_file.setValue(order, {});
    }
}

std::optional<DoorMoney::Entry> DoorMoney::entryOf(const QVariant &value) {
    const QStringList parts = value.toString().split(u' ');
    bool isAmount = false;
    bool isTime = false;
    const qint64 minor = parts.first().toLongLong(&isAmount);
    const auto currency = Currency::fromCode(parts.value(1));
    const qint64 ms = parts.value(2).toLongLong(&isTime);
    if (!isAmount || !currency || !isTime)
        return std::nullopt;
    const auto amount = Money::of(minor, *currency);
    return amount ? std::optional(Entry{*amount, Instant::fromMs(ms)}) : std::nullopt;
}

QDate DoorMoney::dayOf(Instant moment) const {
    return moment.toUtc().toTimeZone(QTimeZone::systemTimeZone()).date();
}

std::optional<Money> DoorMoney::received(OrderId order) const {
    const auto entry = entryOf(m_file.value(order.toText()));
    return entry ? std::optional(entry->amount) : std::nullopt;
}

void DoorMoney::setReceived(OrderId order, const Money &amount, bool received) {
    if (received == isReceived(order))
        return;
    m_file.setValue(order.toText(), received ? QVariant(QStringLiteral("%1 %2 %3")
                                                            .arg(amount.minor())
                                                            .arg(amount.currency().code())
                                                            .arg(m_clock.now().ms()))
                                             : QVariant());
    m_file.flush();
    emit changed();
}

std::optional<Money> DoorMoney::today() const {
    const QDate today = dayOf(m_clock.now());
    std::optional<Money> sum;
    const QStringList orders = m_file.keys();
    for (const QString &order : orders) {
        const auto entry = entryOf(m_file.value(order));
        if (entry && dayOf(entry->receivedAt) == today)
            sum = sum ? sum->plus(entry->amount) : std::optional(entry->amount);
    }
    return sum;
}

} // namespace soban::rider_app
