// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/IdempotencyBook.h"

#include <QCryptographicHash>

namespace soban::sandbox {

QByteArray IdempotencyBook::scopeOf(const QByteArray &key, const QByteArray &apiKey,
                                    const QByteArray &methodAndPath) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : {key, apiKey, methodAndPath}) {
        hash.addData(QByteArray(QByteArray::number(part.size()) + ':'));
        hash.addData(part);
    }
    return hash.result().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

IdempotencyBook::Verdict IdempotencyBook::begin(const QByteArray &scope) {
    forgetOld();
    if (const auto kept = m_kept.constFind(scope); kept != m_kept.constEnd())
        return kept->answer;
    if (m_running.contains(scope))
        return Running{};
    m_running.insert(scope);
    return Fresh{};
}

IdempotencyBook::Record IdempotencyBook::finish(const QByteArray &scope, const ApiAnswer &answer) {
    m_running.remove(scope);
    const Record record{scope, answer, m_clock.now()};
    restore(record);
    return record;
}

void IdempotencyBook::restore(const Record &record) {
    m_kept.insert(record.scope, {record.answer, record.finishedAt});
    m_byAge.emplace_back(record.finishedAt, record.scope);
}

void IdempotencyBook::forgetOld() {
    const Instant oldest = m_clock.now() - kKeptFor;
    while (!m_byAge.empty() && m_byAge.front().first < oldest) {
        m_kept.remove(m_byAge.front().second);
        m_byAge.pop_front();
    }
}

} // namespace soban::sandbox
