// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/ShopActor.h"

#include "client/Calls.h"
#include "replay/Waiting.h"

#include <algorithm>

namespace soban::replay {

namespace calls = client::calls;

ShopActor::ShopActor(const Surroundings &surroundings, const contract::SignInRequest &login,
                     ReadyAt readyAt, quint32 seed)
    : m_party(surroundings, login, seed), m_readyAt(std::move(readyAt)) {
    connect(&m_party, &Party::eventHeard, this, &ShopActor::hear);
}

void ShopActor::hear(const contract::EventEnvelope &event) {
    if (event.type == EventType::OrderPlaced && event.subject)
        load(*event.subject);
}

void ShopActor::load(OrderId order) {
    insist<Ticket>(m_party.api(), calls::ticket(order), this, [this](const Answer &ticket) {
        if (ticket)
            goOn(*ticket);
        else
            emit troubled(QStringLiteral("%1 cannot read a ticket: %2")
                              .arg(m_party.login(), describe(ticket.error())));
    });
}

void ShopActor::goOn(const Ticket &ticket) {
    switch (ticket.state) {
    case OrderState::Placed:
        give(calls::acceptTicket(ticket.id, ticket.version, {minutesFor(ticket)}), ticket.id);
        break;
    case OrderState::Accepted:
        give(calls::startTicket(ticket.id, ticket.version), ticket.id);
        break;
    case OrderState::Preparing:
        finishInTime(ticket);
        break;
    default:
        break; // it is the riders' turn
    }
}

int ShopActor::minutesFor(const Ticket &ticket) const {
    constexpr qint64 kMost = 240;
    const auto left = m_readyAt(ticket.note) - m_party.clock().now();
    return int(std::clamp<qint64>(left.count() / 60'000 + 1, 1, kMost));
}

void ShopActor::finishInTime(const Ticket &ticket) {
    const auto wait = m_party.clock().wallTimeUntil(m_readyAt(ticket.note));
    QTimer::singleShot(wait, Qt::PreciseTimer, this,
                       [this, id = ticket.id, version = ticket.version] {
                           give(calls::finishTicket(id, version), id);
                       });
}

void ShopActor::give(const client::Command<Ticket> &command, OrderId order) {
    m_party.commands().submit<Ticket>(command, this, [this, order](const Answer &answer) {
        if (answer)
            goOn(*answer);
        else if (answer.error().is(contract::ErrorCode::StaleVersion))
            load(order); // somebody else has moved it; go on from where it is
        else
            emit troubled(QStringLiteral("%1 is refused a step: %2")
                              .arg(m_party.login(), describe(answer.error())));
    });
}

} // namespace soban::replay
