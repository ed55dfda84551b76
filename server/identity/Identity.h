// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Identity.h"
#include "contract/Problem.h"
#include "domain/Result.h"
#include "events/EventBus.h"
#include "events/WriteQueue.h"
#include "identity/PasswordHasher.h"
#include "identity/SessionBook.h"
#include "identity/SignInThrottle.h"

#include <functional>

namespace soban::identity {

/// A session, or why there is none.
struct SessionOutcome : Result<contract::SessionView, contract::Problem> {
    using Result::Result;
    /// With too_many_requests: after what time it is worth trying again, if that is known.
    std::optional<std::chrono::milliseconds> retryAfter;
};

/// Accounts and who is signed in. Every command may be given on any thread and answers later, once,
/// on a thread of the hasher or of the writer; `then` must be quick. When a command that ended
/// sessions answers, the directory knows it and `EventBus::sessionEnded` was emitted.
///
/// All of them may also answer `unavailable` (the database takes no work; nothing was changed).
class Identity {
public:
    using SessionOutcome = identity::SessionOutcome;
    using Outcome = Result<Done, contract::Problem>;
    template <typename T>
    using Then = std::function<void(const T &)>;

    /// All of these outlive the Identity. It is destroyed after the queue was closed and then
    /// `PasswordHasher::finish` was called: from then on nobody calls back.
    struct Needs {
        WriteQueue &writes;
        AccountStore &store; ///< used only within `writes`
        PasswordHasher &hasher;
        SignInThrottle &throttle;
        SessionDirectory &directory;
        EventBus &bus;
        IdSource &ids;
        const Clock &clock;
    };

    explicit Identity(const Needs &needs, const SessionLifetimes &lifetimes = {});

    /// Before the first request: puts the sessions that are alive into the directory. `then` hears
    /// whether the database could be read.
    void loadSessions(Then<bool> then);

    /// Opens an account for a customer or a rider and signs it in. Refuses with invalid_value
    /// (role, login), out_of_range (name), login_taken or too_many_requests. `address`: the
    /// client's.
    void registerAccount(const contract::RegisterRequest &request, const QString &address,
                         Then<SessionOutcome> then);
    /// Refuses with invalid_credentials (unknown login and wrong password look and cost the same),
    /// forbidden (locked, told only to who knows the password) or too_many_requests.
    void signIn(const contract::SignInRequest &request, const QString &address,
                Then<SessionOutcome> then);
    /// Exchanges a refresh token. Refuses with unauthenticated; a spent token ends its session.
    void refresh(const contract::RefreshRequest &request, Then<SessionOutcome> then);
    /// Ends a session; one that has ended already is no error.
    void signOut(SessionId session, Then<Outcome> then);

    /// Locks an account and ends its sessions. Refuses with not_found, and with forbidden who would
    /// lock the own account. To lock it again is no error. `by`: the operator, for the audit.
    void disableAccount(AccountId account, AccountId by, Then<Outcome> then);
    /// Refuses with not_found.
    void enableAccount(AccountId account, AccountId by, Then<Outcome> then);

private:
    struct SignIn;

    void checkPassword(const std::shared_ptr<const SignIn> &attempt,
                       const std::optional<Account> &account);
    void openSession(const std::shared_ptr<const SignIn> &attempt, AccountId account);
    void storeNewAccount(const Account &account, const Then<SessionOutcome> &then);
    void setDisabled(AccountId account, bool isDisabled, AccountId by, const Then<Outcome> &then);
    contract::SessionView announce(const IssuedSession &session);
    void announceEnd(const QList<SessionId> &sessions);

    const Needs m_needs;
    SessionBook m_book;
};

} // namespace soban::identity
