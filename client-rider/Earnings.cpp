// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/Earnings.h"

#include "client/Calls.h"

#include <QTimeZone>

#include <algorithm>

namespace soban::rider_app {

Earnings::Earnings(client::ApiClient &api, const Clock &clock, QObject *parent)
    : QObject(parent), m_api(api), m_clock(clock) {}

void Earnings::load() {
    const QDate today = m_clock.now().toUtc().toTimeZone(QTimeZone::systemTimeZone()).date();
    m_call = std::make_unique<QObject>();
    m_api.send(client::calls::earnings(today.addDays(1 - kDays), today.addDays(1)), m_call.get(),
               client::Callback<contract::EarningsView>([this, today](const auto &answer) {
                   if (answer)
                       take(*answer, today);
               }));
}

void Earnings::take(const contract::EarningsView &view, QDate today) {
    const QDate last = view.days.isEmpty() ? today : qMax(today, view.days.last().day);
    const Currency currency =
        view.days.isEmpty() ? Currency::krw() : view.days.first().pay.currency();
    m_days.clear();
    for (QDate day = last.addDays(1 - kDays); day <= last; day = day.addDays(1)) {
        const auto found = std::find_if(view.days.cbegin(), view.days.cend(),
                                        [day](const auto &other) { return other.day == day; });
        m_days.append(found != view.days.cend()
                          ? *found
                          : contract::EarningsDay{day, 0, Money::zero(currency)});
    }
    emit changed();
}

std::optional<contract::EarningsDay> Earnings::today() const {
    return m_days.isEmpty() ? std::nullopt : std::optional(m_days.last());
}

} // namespace soban::rider_app
