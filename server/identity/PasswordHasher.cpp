// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/PasswordHasher.h"

#include <QThread>

#include <algorithm>
#include <array>
#include <sodium.h>
#include <stdexcept>

namespace soban::identity {

namespace {

/// The bytes of a password, wiped when they are no longer needed.
class PasswordBytes {
public:
    explicit PasswordBytes(const QString &password)
        : m_bytes(password.normalized(QString::NormalizationForm_C).toUtf8()) {}
    ~PasswordBytes() { sodium_memzero(m_bytes.data(), static_cast<std::size_t>(m_bytes.size())); }
    Q_DISABLE_COPY_MOVE(PasswordBytes)

    const char *data() const { return m_bytes.constData(); }
    unsigned long long size() const { return static_cast<unsigned long long>(m_bytes.size()); }

private:
    QByteArray m_bytes;
};

QByteArray argon2id(const QString &password, const HashCost &cost) {
    const PasswordBytes bytes(password);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), bytes.data(), bytes.size(), cost.passes,
                              cost.memoryBytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return {};
    }
    return QByteArray(text.data());
}

bool fits(const QString &password, const QByteArray &stored) {
    const PasswordBytes bytes(password);
    return crypto_pwhash_str_verify(stored.constData(), bytes.data(), bytes.size()) == 0;
}

/// Somebody's hash, so that checking nobody's password takes as long. Its password is random.
QByteArray hashOfNobody(const HashCost &cost) {
    // Safe from any thread and any number of times.
    if (sodium_init() < 0)
        throw std::runtime_error("libsodium cannot be initialised");
    std::array<char, 32> secret{};
    randombytes_buf(secret.data(), secret.size());
    const QByteArray hash =
        argon2id(QString::fromLatin1(secret.data(), qsizetype(secret.size())), cost);
    if (hash.isEmpty())
        throw std::runtime_error("Argon2id cannot work at this cost");
    return hash;
}

} // namespace

PasswordHasher::PasswordHasher(HashCost cost, HasherBounds bounds)
    : m_cost(cost), m_mostPending(bounds.mostPending), m_hashOfNobody(hashOfNobody(cost)) {
    m_pool.setMaxThreadCount(bounds.threads > 0 ? bounds.threads
                                                : std::max(1, QThread::idealThreadCount() / 2));
}

PasswordHasher::~PasswordHasher() {
    finish();
}

bool PasswordHasher::start(std::function<void()> job) {
    if (m_pending.fetch_add(1) >= m_mostPending) {
        --m_pending;
        return false;
    }
    m_pool.start([this, job = std::move(job)] {
        job();
        --m_pending;
    });
    return true;
}

bool PasswordHasher::hash(const QString &password, std::function<void(QByteArray)> then) {
    return start([this, password, then = std::move(then)] { then(hashNow(password)); });
}

bool PasswordHasher::verify(const QString &password, const std::optional<QByteArray> &stored,
                            std::function<void(bool)> then) {
    return start([this, password, stored, then = std::move(then)] {
        const bool isRight = fits(password, stored.value_or(m_hashOfNobody));
        then(isRight && stored);
    });
}

QByteArray PasswordHasher::hashNow(const QString &password) const {
    return argon2id(password, m_cost);
}

} // namespace soban::identity
