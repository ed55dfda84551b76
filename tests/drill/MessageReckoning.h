// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Stand.h"

#include <QSet>

namespace soban::drill {

/// What a server says of its messages to phones, held against what the gateway took: each change of
/// an order has one, which is on the phone at most once, and none is lost without a word (G10).
struct MessageReckoning {
    qint64 written = 0;
    qint64 sent = 0;       ///< the gateway has taken them
    qint64 arrived = 0;    ///< of those, as the gateway says
    qint64 triedAgain = 0; ///< the gateway did not take them at first
    qint64 unknown = 0;    ///< nobody can tell
    qint64 expired = 0;
    qint64 violations = 0;
    QStringList examples = {}; ///< the first of them, in words

    /// Whether the gateway has told of all that it took, and nothing is wrong.
    bool isSettled() const { return violations == 0 && arrived == sent; }
    void blame(const QString &words);
};

/// How far the messages of a server have come.
struct MessageStanding {
    qint64 written = 0;
    qint64 waiting = 0; ///< are to be handed over, or just are
};

/// What the operator is told of messages that may not have arrived, by their ids.
using MessagesListed = QSet<QByteArray>;

/// The errors of these are for people.
Result<MessageStanding, QString> messageStanding(const storage::DatabaseAddress &database);
/// As `soban-server admin messages` has it.
Result<MessagesListed, QString> messagesListed(Stand &stand);
/// Reads all there is, once nothing waits any more.
Result<MessageReckoning, QString> reckonMessages(const storage::DatabaseAddress &database,
                                                 const PhoneLedger &phones,
                                                 const MessagesListed &listed);

} // namespace soban::drill
