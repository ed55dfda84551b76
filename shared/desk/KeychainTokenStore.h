// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/TokenStore.h"
#include "desk/Keychain.h"

#include <QObject>

namespace soban::desk {

/// Keeps the session in a keychain; where that refuses, in memory only. Nothing of it ever goes to
/// a plain file.
class KeychainTokenStore : public QObject, public client::TokenStore {
    Q_OBJECT

public:
    KeychainTokenStore(Keychain &keychain, QString key, QObject *parent = nullptr);

    void load(Loaded loaded) override;
    void save(const contract::SessionView &session) override;
    void clear() override;

    /// Whether the session outlives the program, as far as the keychain has said.
    bool isLasting() const { return m_isKept && !m_isRefused; }
    /// Whether there is a keychain at hand, as far as it has said.
    bool hasKeychain() const { return !m_isRefused; }
    /// Whether the person wants that; takes effect with the next session that is saved, and one
    /// that is in the keychain is removed at once if not.
    void setKept(bool kept);

signals:
    void lastingChanged(bool isLasting);

private:
    void setRefused(bool refused);
    void tellIfChanged(bool before);

    Keychain &m_keychain;
    QString m_key;
    bool m_isKept = true;
    bool m_isRefused = false;
};

} // namespace soban::desk
