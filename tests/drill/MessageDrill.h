// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/MessageReckoning.h"
#include "drill/MoneyWalk.h"
#include "drill/Reckoning.h"

namespace soban::drill {

struct MessageOutcome {
    MoneyTally tally = {};
    MessageReckoning messages = {};
    Reckoning orders = {};
    qint64 kills = 0;
    qint64 outages = 0; ///< of the gateway
    double seconds = 0; ///< that the messages took, without the rest
    QStringList faults = {};

    qint64 violations() const {
        return messages.violations + orders.violations + tally.faults.size() + faults.size();
    }
};

/// Customers who read SMS or KakaoTalk, and orders whose lives are left to chance, while the
/// gateway fails in every way and the server is killed now and then: each change is told at most
/// once, and none is lost without a word (G10).
class MessageDrill {
public:
    MessageDrill(Engine engine, quint32 seed) : m_engine(engine), m_random(seed) {}

    MessageOutcome run(qint64 messages);

private:
    Fault open(int readers);
    Fault choose();
    Fault misbehave();
    Fault goDown();
    Fault walk(qint64 messages);
    Fault strike(qint64 written);
    Fault comeToRest();
    Fault settle();
    Fault reckonNow();

    const Engine m_engine;
    QRandomGenerator m_random;
    Stand m_stand;
    qint64 m_nextKill = 0; ///< by messages written
    qint64 m_nextOutage = 0;
    MessageOutcome m_outcome;
};

} // namespace soban::drill
