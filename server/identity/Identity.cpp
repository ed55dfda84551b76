// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/Identity.h"

#include "domain/Phone.h"

#include <memory>

namespace soban::identity {

using contract::ErrorCode;
using contract::Problem;
using contract::SessionView;

namespace {

/// Old sessions are swept a few at a time, by each sign-in.
constexpr int kMostSweptAtOnce = 20;

SessionOutcome tooMany(std::chrono::milliseconds wait) {
    Problem problem = Problem::of(ErrorCode::TooManyRequests);
    problem.detail = QStringLiteral("Try again in %1 s.").arg((wait.count() + 999) / 1000);
    SessionOutcome outcome(problem);
    outcome.retryAfter = wait;
    return outcome;
}

Problem locked() {
    Problem problem = Problem::of(ErrorCode::Forbidden);
    problem.detail = QStringLiteral("This account is locked.");
    return problem;
}

/// Runs `work` in the queue and hands on what it returned once that is on the disk; otherwise
/// `failed` is called.
template <typename Work, typename Committed, typename Failed>
void write(WriteQueue &queue, Work work, Committed committed, Failed failed) {
    using Outcome = std::invoke_result_t<Work>;
    const auto outcome = std::make_shared<std::optional<Outcome>>();
    const bool isTaken = queue.submit([outcome, work] { outcome->emplace(work()); },
                                      [outcome, committed, failed](bool isDurable) {
                                          if (isDurable)
                                              committed(std::as_const(**outcome));
                                          else
                                              failed();
                                      });
    if (!isTaken)
        failed();
}

template <typename Outcome>
auto refuseWith(const std::function<void(const Outcome &)> &then, ErrorCode code) {
    return [then, code] { then(Problem::of(code)); };
}

/// What can be wrong with a new account beyond its form.
std::optional<Problem> flawOf(const contract::RegisterRequest &request,
                              const std::optional<Login> &login) {
    if (request.role != Role::Customer && request.role != Role::Rider) {
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("role"),
                           QStringLiteral("must be customer or rider"));
    }
    if (!login) {
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("login"),
                           QStringLiteral("must have 3 to 254 characters and no blanks"));
    }
    if (request.name.trimmed().isEmpty()) {
        return Problem::at(ErrorCode::OutOfRange, QStringLiteral("name"),
                           QStringLiteral("must not be blank"));
    }
    if (!isPhoneNumber(request.phone.trimmed()))
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("phone"));
    return std::nullopt;
}

} // namespace

/// A sign-in on its way through the threads.
struct Identity::SignIn {
    std::optional<Login> login; ///< nothing: no account can have the login that was typed
    QString password;
    QString address;
    Then<SessionOutcome> then;

    QString throttleKey() const { return login ? login->text() : QString(); }
};

Identity::Identity(const Needs &needs, const SessionLifetimes &lifetimes)
    : m_needs(needs), m_book(needs.store, needs.ids, needs.clock, lifetimes) {}

void Identity::loadSessions(Then<bool> then) {
    write(
        m_needs.writes, [this] { return m_needs.store.liveSessions(m_needs.clock.now()); },
        [this, then](const QList<LiveSession> &sessions) {
            for (const LiveSession &session : sessions)
                m_needs.directory.put(session.accessHash, session.who);
            then(true);
        },
        [then] { then(false); });
}

SessionView Identity::announce(const IssuedSession &session) {
    m_needs.directory.put(session.live.accessHash, session.live.who);
    return session.view;
}

void Identity::announceEnd(const QList<SessionId> &sessions) {
    for (const SessionId session : sessions) {
        m_needs.directory.remove(session);
        emit m_needs.bus.sessionEnded(session);
    }
}

void Identity::registerAccount(const contract::RegisterRequest &request, const QString &address,
                               Then<SessionOutcome> then) {
    const auto login = Login::from(request.login);
    if (const auto flaw = flawOf(request, login))
        return then(*flaw);
    const auto wait = m_needs.throttle.admitRegistration(address, m_needs.clock.now());
    if (wait > std::chrono::milliseconds::zero())
        return then(tooMany(wait));

    const Account account{
        m_needs.ids.next<AccountId>(), request.role,     *login, {}, request.name.trimmed(),
        request.phone.trimmed(),       request.language, {}};
    const auto hashed = [this, account, then](const QByteArray &hash) {
        if (hash.isEmpty())
            return then(Problem::of(ErrorCode::Unavailable));
        Account complete = account;
        complete.passwordHash = hash;
        storeNewAccount(complete, then);
    };
    if (!m_needs.hasher.hash(request.password, hashed))
        then(Problem::of(ErrorCode::TooManyRequests));
}

void Identity::storeNewAccount(const Account &account, const Then<SessionOutcome> &then) {
    write(
        m_needs.writes,
        [this, account]() -> std::optional<IssuedSession> {
            if (!m_needs.store.insertAccount(account, m_needs.clock.now()))
                return std::nullopt;
            return m_book.open(account);
        },
        [this, then](const std::optional<IssuedSession> &session) {
            if (!session)
                return then(Problem::at(ErrorCode::LoginTaken, QStringLiteral("login")));
            then(announce(*session));
        },
        refuseWith(then, ErrorCode::Unavailable));
}

void Identity::signIn(const contract::SignInRequest &request, const QString &address,
                      Then<SessionOutcome> then) {
    const auto attempt = std::make_shared<const SignIn>(
        SignIn{Login::from(request.login), request.password, address, std::move(then)});
    const auto wait = m_needs.throttle.admit(attempt->throttleKey(), address, m_needs.clock.now());
    if (wait > std::chrono::milliseconds::zero())
        return attempt->then(tooMany(wait));
    write(
        m_needs.writes,
        [this, attempt] {
            return attempt->login ? m_needs.store.findByLogin(*attempt->login) : std::nullopt;
        },
        [this, attempt](const std::optional<Account> &account) { checkPassword(attempt, account); },
        [this, attempt] {
            m_needs.throttle.withdrawn(attempt->throttleKey(), attempt->address);
            attempt->then(Problem::of(ErrorCode::Unavailable));
        });
}

void Identity::checkPassword(const std::shared_ptr<const SignIn> &attempt,
                             const std::optional<Account> &account) {
    const auto stored = account ? std::optional(account->passwordHash) : std::nullopt;
    const auto id = account ? std::optional(account->id) : std::nullopt;
    const bool isStarted =
        m_needs.hasher.verify(attempt->password, stored, [this, attempt, id](bool isRight) {
            if (!isRight || !id)
                return attempt->then(Problem::of(ErrorCode::InvalidCredentials));
            m_needs.throttle.succeeded(attempt->throttleKey(), attempt->address);
            openSession(attempt, *id);
        });
    if (isStarted)
        return;
    m_needs.throttle.withdrawn(attempt->throttleKey(), attempt->address);
    attempt->then(Problem::of(ErrorCode::TooManyRequests));
}

void Identity::openSession(const std::shared_ptr<const SignIn> &attempt, AccountId id) {
    struct Opened {
        std::optional<IssuedSession> session;
        QList<SessionId> expired;
    };
    write(
        m_needs.writes,
        [this, id] {
            Opened opened;
            opened.expired =
                m_needs.store.removeExpiredSessions(m_needs.clock.now(), kMostSweptAtOnce);
            // The account may have been locked while the password was checked.
            const auto account = m_needs.store.find(id);
            if (account && !account->isDisabled)
                opened.session = m_book.open(*account);
            return opened;
        },
        [this, attempt](const Opened &opened) {
            announceEnd(opened.expired);
            if (!opened.session)
                return attempt->then(locked());
            attempt->then(announce(*opened.session));
        },
        refuseWith(attempt->then, ErrorCode::Unavailable));
}

void Identity::refresh(const contract::RefreshRequest &request, Then<SessionOutcome> then) {
    write(
        m_needs.writes,
        [this, token = request.refreshToken.toUtf8()] { return m_book.rotate(token); },
        [this, then](const SessionBook::Rotation &rotation) {
            if (const auto *issued = std::get_if<IssuedSession>(&rotation))
                return then(announce(*issued));
            if (const auto *reused = std::get_if<SessionBook::Reused>(&rotation))
                announceEnd({reused->session});
            then(Problem::of(ErrorCode::Unauthenticated));
        },
        refuseWith(then, ErrorCode::Unavailable));
}

void Identity::signOut(SessionId session, Then<Outcome> then) {
    write(
        m_needs.writes, [this, session] { return m_needs.store.removeSession(session); },
        [this, session, then](bool wasThere) {
            // One that was gone may have been ended by a sign-out that was stored and never told.
            if (wasThere || m_needs.directory.contains(session))
                announceEnd({session});
            then(Done{});
        },
        refuseWith(then, ErrorCode::Unavailable));
}

void Identity::disableAccount(AccountId account, AccountId by, Then<Outcome> then) {
    if (account == by) {
        Problem problem = Problem::of(ErrorCode::Forbidden);
        problem.detail = QStringLiteral("Nobody can lock the own account.");
        return then(problem);
    }
    setDisabled(account, true, by, then);
}

void Identity::enableAccount(AccountId account, AccountId by, Then<Outcome> then) {
    setDisabled(account, false, by, then);
}

void Identity::setDisabled(AccountId account, bool isDisabled, AccountId by,
                           const Then<Outcome> &then) {
    struct Change {
        bool isKnown = false;
        QList<SessionId> ended;
    };
    write(
        m_needs.writes,
        [this, account, isDisabled, by] {
            Change change;
            change.isKnown = m_needs.store.find(account).has_value();
            if (!change.isKnown || !m_needs.store.setDisabled(account, isDisabled))
                return change;
            if (isDisabled)
                change.ended = m_needs.store.removeSessionsOf(account);
            m_needs.store.record({by,
                                  isDisabled ? QStringLiteral("account-disabled")
                                             : QStringLiteral("account-enabled"),
                                  account.toText(), m_needs.clock.now()});
            return change;
        },
        [this, account, isDisabled, then](const Change &change) {
            announceEnd(change.ended);
            // An end that was stored may never have been told.
            if (isDisabled && change.isKnown)
                announceEnd(m_needs.directory.sessionsOf(account));
            then(change.isKnown ? Outcome(Done{}) : Outcome(Problem::of(ErrorCode::NotFound)));
        },
        refuseWith(then, ErrorCode::Unavailable));
}

} // namespace soban::identity
