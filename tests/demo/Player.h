// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay/Party.h"
#include "replay/Waiting.h"

#include <QElapsedTimer>

namespace soban::demo {

/// The password of everybody in the demo town.
inline constexpr auto kDemoPassword = "soban-demo";

/// One of the people of the script: a party that remembers when it heard what.
class Player : public QObject {
    Q_OBJECT

public:
    using Event = contract::EventEnvelope;
    using Test = std::function<bool(const Event &)>;

    /// `clock` is the same for all players.
    Player(const replay::Surroundings &surroundings, const replay::Interrupt &interrupt,
           const QElapsedTimer &clock, const QString &name, const QString &login, quint32 seed);

    const QString &name() const { return m_name; }
    replay::Party &party() { return m_party; }

    /// Waits for an event (it may be there already): when it came, in ms of the clock.
    std::optional<double> waitFor(const Test &test);
    bool hasHeard(const Test &test) const;

private:
    struct Memory {
        Event event;
        double atMs;
    };

    const Memory *find(const Test &test) const;

    const replay::Interrupt &m_interrupt;
    const QElapsedTimer &m_clock;
    const QString m_name;
    replay::Party m_party;
    QList<Memory> m_memories;
};

/// An event of that type about that order.
Player::Test isAbout(OrderId order, EventType type);
/// A message to the customer of that kind about that order.
Player::Test isMessage(OrderId order, MessageKind kind);

} // namespace soban::demo
