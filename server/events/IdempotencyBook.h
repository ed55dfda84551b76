// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Instant.h"

#include <QByteArray>

namespace soban {

/// What makes a command the same command: who sent it where under which key.
struct CommandKey {
    AccountId account;
    QString route;
    QString key;

    bool operator==(const CommandKey &) const = default;
    friend size_t qHash(const CommandKey &command, size_t seed = 0) {
        return qHashMulti(seed, command.account, command.route, command.key);
    }
};

/// Instead of the status of an answer: there is none yet.
inline constexpr int kStillRunning = 0;

/// The first answer of a command, for whoever asks again.
struct KeptAnswer {
    QByteArray bodyHash; ///< of the request, with the path and the version it named
    int status;          ///< or `kStillRunning`
    QByteArray answer;
    std::optional<OrderId> awaits; ///< while running: the order whose payment will end it
};

/// First answers, inside the open transaction (rule 1 of the lifecycle, G3).
class IdempotencyBook {
public:
    virtual ~IdempotencyBook() = default;
    virtual std::optional<KeptAnswer> find(const CommandKey &key) const = 0;
    virtual void keep(const CommandKey &key, const KeptAnswer &answer, Instant now) = 0;
    /// Ends the command that awaits this order, if one does.
    virtual void complete(OrderId order, int status, const QByteArray &answer) = 0;
    /// Forgets answers that are older; returns how many, at most `limit`.
    virtual int forgetBefore(Instant moment, int limit) = 0;
};

} // namespace soban
