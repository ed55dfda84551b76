// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Identity.h"

#include <functional>

namespace soban::client {

/// Where a session outlives the program. Implementations may be slow (a keychain asks the person
/// for a password), so nothing is returned at once.
class TokenStore {
public:
    using Loaded = std::function<void(const std::optional<contract::SessionView> &)>;

    virtual ~TokenStore() = default;
    /// Calls back once, in the caller's thread, while this object lives.
    virtual void load(Loaded loaded) = 0;
    virtual void save(const contract::SessionView &session) = 0;
    virtual void clear() = 0;
};

/// Keeps the session as long as the program runs.
class MemoryTokenStore : public TokenStore {
public:
    void load(Loaded loaded) override;
    void save(const contract::SessionView &session) override { m_session = session; }
    void clear() override { m_session.reset(); }

private:
    std::optional<contract::SessionView> m_session;
};

} // namespace soban::client
