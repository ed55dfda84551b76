// SPDX-License-Identifier: GPL-3.0-or-later
#include "realtime/Follower.h"

namespace soban::realtime {

Follower::Follower(FollowerId id, Kind kind, FollowerHost &host, CatchUp catchUp, QObject *parent)
    : QObject(parent), m_host(host), m_catchUp(std::move(catchUp)), m_id(id), m_kind(kind) {}

bool Follower::leave() {
    if (m_hasLeft)
        return false;
    m_hasLeft = true;
    m_host.left(m_id);
    return true;
}

Sequence Follower::seen() const {
    const Sequence own = m_catchUp.cursor().value_or(Sequence::before());
    // What the hub has passed on was offered to this follower too, if it was for it.
    return m_catchUp.phase() == CatchUp::Phase::Live ? std::max(own, m_host.seen()) : own;
}

} // namespace soban::realtime
