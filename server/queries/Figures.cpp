// SPDX-License-Identifier: GPL-3.0-or-later
#include "queries/Figures.h"

#include <algorithm>
#include <map>

namespace soban {

using contract::DayFigures;
using contract::EarningsDay;
using contract::HourFigures;
using contract::ItemFigures;
using contract::ShopFigures;

namespace {

constexpr int kBestItems = 10;

Instant midnight(QDate day, const QTimeZone &zone) {
    return Instant::fromMs(day.startOfDay(zone).toMSecsSinceEpoch());
}

QDateTime localTime(Instant moment, const QTimeZone &zone) {
    return moment.toUtc().toTimeZone(zone);
}

void add(Money &sum, const Money &more) {
    sum = sum.plus(more).value_or(sum);
}

/// Counts the order among those that brought nothing, or nothing yet; false if it did.
bool countApart(const OrderFact &order, ShopFigures &figures) {
    switch (order.state) {
    case OrderState::Placed:
        ++figures.waiting; // the shop may yet refuse it
        return true;
    case OrderState::Refused:
        ++figures.refused;
        break;
    case OrderState::Expired:
        ++figures.expired;
        break;
    case OrderState::Cancelled:
        ++figures.cancelled;
        break;
    case OrderState::Returned:
        ++figures.returned;
        break;
    default:
        return false;
    }
    add(figures.lost, order.total);
    return true;
}

/// Adds up what was taken, by whatever key.
template <typename Key, typename Row>
class Ledger {
public:
    explicit Ledger(Currency currency) : m_currency(currency) {}
    void add(const Key &key, const Money &takings) {
        const auto found = m_rows.try_emplace(key, Row{key, 0, Money::zero(m_currency)}).first;
        ++found->second.orders;
        soban::add(found->second.takings, takings);
    }
    QList<Row> rows() const {
        QList<Row> rows;
        for (const auto &[key, row] : m_rows)
            rows.append(row);
        return rows;
    }

private:
    const Currency m_currency;
    std::map<Key, Row> m_rows;
};

class Shelves {
public:
    void add(const QList<OrderLine> &lines) {
        for (const OrderLine &line : lines) {
            const ItemFigures none{line.item, line.name, 0, Money::zero(line.total.currency())};
            ItemFigures &item = m_items.try_emplace(line.item, none).first->second;
            item.name = line.name;
            item.quantity += line.quantity;
            soban::add(item.takings, line.total);
        }
    }
    QList<ItemFigures> best() const {
        QList<ItemFigures> items;
        for (const auto &[id, item] : m_items)
            items.append(item);
        std::stable_sort(items.begin(), items.end(),
                         [](const ItemFigures &a, const ItemFigures &b) {
                             return std::pair(b.quantity, b.takings.minor()) <
                                    std::pair(a.quantity, a.takings.minor());
                         });
        return items.first(std::min<qsizetype>(items.size(), kBestItems));
    }

private:
    std::map<MenuItemId, ItemFigures> m_items;
};

/// How long preparation took, and how long it was to take, over the orders that are through it.
void averagePreparation(const QList<OrderFact> &orders, ShopFigures &figures) {
    qint64 tookMs = 0;
    qint64 promisedSeconds = 0;
    int count = 0;
    for (const OrderFact &order : orders) {
        if (!order.acceptedAt || !order.readyAt)
            continue;
        tookMs += (*order.readyAt - *order.acceptedAt).count();
        promisedSeconds += order.preparationMinutes.value_or(0) * 60;
        ++count;
    }
    if (count == 0)
        return;
    figures.meanPreparationSeconds = int(tookMs / 1000 / count);
    figures.meanPromisedSeconds = int(promisedSeconds / count);
}

QString quoted(QString text) {
    text.replace(u'"', QStringLiteral("\"\""));
    return u'"' + text + u'"';
}

QString amount(const Money &money) {
    const int digits = money.currency().minorDigits();
    QString text = QString::number(qAbs(money.minor())).rightJustified(digits + 1, u'0');
    if (digits > 0)
        text.insert(text.size() - digits, u'.');
    return money.isNegative() ? QString(u'-' + text) : text;
}

/// Begins with a count, so that no name of an item is taken for a formula.
QString wordsOf(const QList<OrderLine> &lines) {
    QStringList words;
    for (const OrderLine &line : lines) {
        QStringList options;
        for (const PricedOption &option : line.options)
            options.append(option.inFull().ko);
        QString text = QStringLiteral("%1 x %2").arg(line.quantity).arg(line.name.ko);
        if (!options.isEmpty())
            text += QStringLiteral(" (%1)").arg(options.join(QStringLiteral(", ")));
        words.append(text);
    }
    return words.join(QStringLiteral("; "));
}

QString timeText(const std::optional<Instant> &moment, const QTimeZone &zone) {
    return moment ? localTime(*moment, zone).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                  : QString();
}

} // namespace

Instant DaySpan::begin(const QTimeZone &zone) const {
    return midnight(from, zone);
}

Instant DaySpan::end(const QTimeZone &zone) const {
    return midnight(to.addDays(1), zone);
}

ShopFigures figuresOf(const QList<OrderFact> &orders, const DaySpan &span, const QTimeZone &zone,
                      Currency currency) {
    const Money nothing = Money::zero(currency);
    ShopFigures figures{.from = span.from,
                        .to = span.to,
                        .orders = int(orders.size()),
                        .waiting = 0,
                        .refused = 0,
                        .expired = 0,
                        .cancelled = 0,
                        .returned = 0,
                        .takings = nothing,
                        .items = nothing,
                        .deliveryFees = nothing,
                        .paidByCard = nothing,
                        .lost = nothing,
                        .meanPreparationSeconds = {},
                        .meanPromisedSeconds = {},
                        .days = {},
                        .hours = {},
                        .bestItems = {}};
    Ledger<QDate, DayFigures> days(currency);
    Ledger<int, HourFigures> hours(currency);
    Shelves shelves;
    for (const OrderFact &order : orders) {
        if (countApart(order, figures))
            continue;
        const QDateTime counted = localTime(order.countedAt, zone);
        add(figures.takings, order.total);
        add(figures.items, order.items);
        add(figures.deliveryFees, order.deliveryFee);
        if (order.paymentMethod == PaymentMethod::Card)
            add(figures.paidByCard, order.total);
        days.add(counted.date(), order.total);
        hours.add(counted.time().hour(), order.total);
        shelves.add(order.lines);
    }
    averagePreparation(orders, figures);
    figures.days = days.rows();
    figures.hours = hours.rows();
    figures.bestItems = shelves.best();
    return figures;
}

contract::EarningsView earningsOf(const QList<RideFact> &rides, const DaySpan &span) {
    contract::EarningsView view{span.from, span.to, {}};
    for (const RideFact &ride : rides) {
        const QDate day = localTime(ride.deliveredAt, QTimeZone(ride.timeZone)).date();
        if (!span.contains(day))
            continue;
        const auto found =
            std::find_if(view.days.begin(), view.days.end(), [&](const EarningsDay &known) {
                return known.day == day && known.pay.currency() == ride.pay.currency();
            });
        if (found == view.days.end()) {
            view.days.append({day, 1, ride.pay});
        } else {
            ++found->deliveries;
            add(found->pay, ride.pay);
        }
    }
    std::stable_sort(view.days.begin(), view.days.end(),
                     [](const EarningsDay &a, const EarningsDay &b) { return a.day < b.day; });
    return view;
}

QByteArray csvOf(const QList<OrderFact> &orders, const QTimeZone &zone) {
    QString text =
        QStringLiteral("\uFEFF"
                       "number,placedAt,wantedAt,state,fulfilment,paymentMethod,items,itemsTotal,"
                       "deliveryFee,total,currency,acceptedAt,readyAt\r\n");
    for (const OrderFact &order : orders) {
        const QStringList cells{
            QString::number(order.number),     timeText(order.placedAt, zone),
            timeText(order.wantedAt, zone),    QString(toText(order.state)),
            QString(toText(order.fulfilment)), QString(toText(order.paymentMethod)),
            quoted(wordsOf(order.lines)),      amount(order.items),
            amount(order.deliveryFee),         amount(order.total),
            order.total.currency().code(),     timeText(order.acceptedAt, zone),
            timeText(order.readyAt, zone)};
        text += cells.join(u',') + QStringLiteral("\r\n");
    }
    return text.toUtf8();
}

} // namespace soban
