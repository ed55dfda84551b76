// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Player.h"

#include <algorithm>

namespace soban::demo {

namespace {

constexpr auto kLimit = std::chrono::seconds(10);

} // namespace

Player::Player(const replay::Surroundings &surroundings, const replay::Interrupt &interrupt,
               const QElapsedTimer &clock, const QString &name, const QString &login, quint32 seed)
    : m_interrupt(interrupt)
    , m_clock(clock)
    , m_name(name)
    , m_party(surroundings, {login, QString::fromLatin1(kDemoPassword)}, seed) {
    connect(&m_party, &replay::Party::eventHeard, this, [this](const Event &event) {
        m_memories.append({event, double(m_clock.nsecsElapsed()) / 1e6});
    });
}

const Player::Memory *Player::find(const Test &test) const {
    const auto found = std::find_if(m_memories.cbegin(), m_memories.cend(),
                                    [&test](const Memory &memory) { return test(memory.event); });
    return found == m_memories.cend() ? nullptr : &*found;
}

bool Player::hasHeard(const Test &test) const {
    return find(test) != nullptr;
}

std::optional<double> Player::waitFor(const Test &test) {
    if (!hasHeard(test)) {
        replay::Gate gate(m_interrupt);
        QObject context;
        connect(&m_party, &replay::Party::eventHeard, &context, [&](const Event &event) {
            if (test(event))
                gate.open();
        });
        gate.wait(kLimit);
    }
    const Memory *memory = find(test);
    return memory ? std::optional(memory->atMs) : std::nullopt;
}

Player::Test isAbout(OrderId order, EventType type) {
    return [=](const Player::Event &event) { return event.subject == order && event.type == type; };
}

Player::Test isMessage(OrderId order, MessageKind kind) {
    return [=](const Player::Event &event) {
        const auto message =
            event.subject == order ? replay::dataOf<MessagePosted>(event) : std::nullopt;
        return message && message->kind == kind;
    };
}

} // namespace soban::demo
