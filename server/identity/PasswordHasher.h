// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QThreadPool>

#include <atomic>
#include <functional>
#include <optional>

namespace soban::identity {

/// What one Argon2id hash costs. The default is the least that OWASP's password storage cheat sheet
/// advises; about 16 ms of a core.
struct HashCost {
    unsigned long long passes = 2;
    std::size_t memoryBytes = 19 * 1024 * 1024;
};

struct HasherBounds {
    int threads = 0;       ///< 0: half of the cores, at least one
    int mostPending = 200; ///< waiting and running; beyond that calls are refused
};

/// Hashes and checks passwords with Argon2id, away from the caller's thread. A few threads and a
/// bounded queue: a flood of sign-ins fills neither the cores nor the memory.
///
/// Passwords are hashed in NFC, so that the same letters typed on another system are the same.
class PasswordHasher {
public:
    /// Costs the time of one hash. Throws std::runtime_error if libsodium refuses to work.
    explicit PasswordHasher(HashCost cost = {}, HasherBounds bounds = {});
    /// Waits for what is pending; its callbacks are still called.
    ~PasswordHasher();
    Q_DISABLE_COPY_MOVE(PasswordHasher)

    /// Any thread; `then` comes on a thread of the pool, with the hash as it is to be stored
    /// (empty if there was no memory for it). False when too much is pending: `then` never comes.
    [[nodiscard]] bool hash(const QString &password, std::function<void(QByteArray)> then);

    /// Any thread; `then` comes on a thread of the pool. Without a stored hash (an unknown user)
    /// the answer is no, after the same work. False when too much is pending: `then` never comes.
    [[nodiscard]] bool verify(const QString &password, const std::optional<QByteArray> &stored,
                              std::function<void(bool)> then);

    /// Waits until nothing is pending: before what the callbacks use is destroyed.
    void finish() { m_pool.waitForDone(); }

    /// Hashes at once, on the caller's thread: for tools that import accounts. Empty if there was
    /// no memory for it.
    QByteArray hashNow(const QString &password) const;

private:
    bool start(std::function<void()> job);

    const HashCost m_cost;
    const int m_mostPending;
    const QByteArray m_hashOfNobody;
    std::atomic<int> m_pending = 0;
    QThreadPool m_pool;
};

} // namespace soban::identity
