// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/KeychainTokenStore.h"

#include "contract/Codec.h"

#include <QLoggingCategory>

namespace soban::desk {

namespace {

Q_LOGGING_CATEGORY(keychainLog, "soban.desk.keychain")

using Kind = KeychainAnswer::Kind;

std::optional<contract::SessionView> sessionOf(const KeychainAnswer &answer) {
    if (answer.kind != Kind::Done)
        return std::nullopt;
    auto session = contract::decode<contract::SessionView>(answer.secret);
    if (!session) {
        // Written by another version, or by something else: signing in replaces it.
        qCWarning(keychainLog, "the entry is damaged at %s", qUtf8Printable(session.error().field));
        return std::nullopt;
    }
    return std::move(session).value();
}

} // namespace

KeychainTokenStore::KeychainTokenStore(Keychain &keychain, QString key, QObject *parent)
    : QObject(parent), m_keychain(keychain), m_key(std::move(key)) {}

void KeychainTokenStore::load(Loaded loaded) {
    m_keychain.read(m_key, this, [this, loaded](const KeychainAnswer &answer) {
        setRefused(answer.kind == Kind::Refused);
        loaded(sessionOf(answer));
    });
}

void KeychainTokenStore::save(const contract::SessionView &session) {
    // The session itself holds the tokens in memory, so there is nothing to do if not kept.
    if (!m_isKept)
        return;
    m_keychain.write(m_key, contract::encode(session), this, [this](const KeychainAnswer &answer) {
        setRefused(answer.kind != Kind::Done);
    });
}

void KeychainTokenStore::clear() {
    m_keychain.remove(m_key, this, [this](const KeychainAnswer &answer) {
        setRefused(answer.kind == Kind::Refused);
        // Where there is none on purpose, nothing is left behind, and there is nothing to tell.
        if (answer.kind == Kind::Refused && !answer.detail.isEmpty())
            qCDebug(keychainLog, "cannot clear: %s", qUtf8Printable(answer.detail));
    });
}

void KeychainTokenStore::setKept(bool kept) {
    const bool before = isLasting();
    if (std::exchange(m_isKept, kept) && !kept)
        clear();
    tellIfChanged(before);
}

void KeychainTokenStore::setRefused(bool refused) {
    const bool before = isLasting();
    m_isRefused = refused;
    tellIfChanged(before);
}

void KeychainTokenStore::tellIfChanged(bool before) {
    if (isLasting() != before)
        emit lastingChanged(isLasting());
}

} // namespace soban::desk
