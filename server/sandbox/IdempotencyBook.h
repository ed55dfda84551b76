// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "sandbox/ApiAnswer.h"

#include <QHash>
#include <QSet>

#include <deque>
#include <utility>
#include <variant>

namespace soban::sandbox {

/// Remembers the answer of each Idempotency-Key for 15 days. As with Toss Payments the body of a
/// repeat is not compared.
class IdempotencyBook {
public:
    struct Fresh {};
    struct Running {};
    using Verdict = std::variant<Fresh, Running, ApiAnswer>;

    struct Record {
        QByteArray scope;
        ApiAnswer answer;
        Instant finishedAt;
    };

    static constexpr std::chrono::hours kKeptFor{15 * 24};

    explicit IdempotencyBook(const Clock &clock) : m_clock(clock) {}

    /// What a request is told apart by: key, API key, URL and method; hashed.
    static QByteArray scopeOf(const QByteArray &key, const QByteArray &apiKey,
                              const QByteArray &methodAndPath);

    /// Fresh: do the work and finish() or abandon() it. Otherwise an answer, or "still running".
    Verdict begin(const QByteArray &scope);
    Record finish(const QByteArray &scope, const ApiAnswer &answer);
    /// No work was done: the next one of this key is fresh.
    void abandon(const QByteArray &scope) { m_running.remove(scope); }
    void restore(const Record &record);

private:
    void forgetOld();

    struct Kept {
        ApiAnswer answer;
        Instant finishedAt;
    };
    const Clock &m_clock;
    QSet<QByteArray> m_running;
    QHash<QByteArray, Kept> m_kept;
    std::deque<std::pair<Instant, QByteArray>> m_byAge;
};

} // namespace soban::sandbox
