// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay/Geography.h"
#include "replay/RiderActor.h"
#include "replay/ShopActor.h"

#include <vector>

namespace soban::replay {

/// Everybody of an instance, as clients of the server.
class Cast : public QObject, private Streets {
    Q_OBJECT

public:
    struct Rules {
        quint32 seed;
        ClaimPolicy policy;
    };

    /// All must outlive it.
    Cast(const Instance &instance, const Geography &geography, const Timeline &timeline,
         const Surroundings &surroundings, const Rules &rules);
    ~Cast() override;

    const std::vector<std::unique_ptr<ShopActor>> &shops() const { return m_shops; }
    const std::vector<std::unique_ptr<CustomerActor>> &customers() const { return m_customers; }
    const std::vector<std::unique_ptr<RiderActor>> &riders() const { return m_riders; }
    QList<Party *> parties() const;

    int ended() const { return m_ended; }
    int completed() const { return m_completed; }
    int placed() const { return m_placed; }
    qint64 eventsHeard() const { return m_events; }
    qint64 eventsPolled() const;
    /// What went otherwise than planned, in words.
    const QStringList &troubles() const { return m_troubles; }
    bool isOvertime() const { return m_isOvertime; }

    void note(const QString &trouble) { m_troubles.append(trouble); }

signals:
    void allOrdersEnded();
    void overtimeBegan(int riders, int openOrders);

private:
    CustomerActor *customerOf(OrderId order) override { return m_doors.value(order); }
    GeoPoint busyPlace(client::Random &random) override;
    /// Restaurants, each as often as it has orders that are not over.
    QList<int> placesWithOpenOrders() const;
    bool mayLeave() override;

    void addShop(int index);
    void addRider(int index, const Rules &rules);
    void addCustomer(int index, const Rules &rules);
    void countEvents(Party &party);
    void orderEnded(bool isCompleted);

    const Instance &m_instance;
    const Geography &m_geography;
    const Timeline &m_timeline;
    const Surroundings m_surroundings;
    QHash<QString, double> m_readyMinutes; ///< by the order's name
    QList<int> m_busyPlaces;               ///< restaurants, each as often as it has orders
    double m_lastShiftStart = 0;
    std::vector<std::unique_ptr<ShopActor>> m_shops;
    std::vector<std::unique_ptr<RiderActor>> m_riders;
    std::vector<std::unique_ptr<CustomerActor>> m_customers;
    QHash<OrderId, CustomerActor *> m_doors;
    QStringList m_troubles;
    qint64 m_events = 0;
    int m_placed = 0;
    int m_ended = 0;
    int m_completed = 0;
    bool m_isOvertime = false;
};

} // namespace soban::replay
