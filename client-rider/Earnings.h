// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiClient.h"
#include "clock/Clock.h"
#include "contract/Figures.h"

#include <memory>

namespace soban::rider_app {

/// What the deliveries of the last days brought in. A delivery counts on its shop's day, and that
/// may be a day ahead of this computer's: today is the later of the two.
class Earnings : public QObject {
    Q_OBJECT

public:
    static constexpr int kDays = 7;

    Earnings(client::ApiClient &api, const Clock &clock, QObject *parent = nullptr);

    void load();
    /// Each day up to today, oldest first, those without deliveries too; empty before it is known.
    const QList<contract::EarningsDay> &days() const { return m_days; }
    /// Today's.
    std::optional<contract::EarningsDay> today() const;

signals:
    void changed();

private:
    void take(const contract::EarningsView &view, QDate today);

    client::ApiClient &m_api;
    const Clock &m_clock;
    QList<contract::EarningsDay> m_days;
    std::unique_ptr<QObject> m_call;
};

} // namespace soban::rider_app
