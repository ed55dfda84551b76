// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Party.h"

namespace soban::replay {

namespace {

/// A server that is killed and started again is back within a second: nobody waits much longer to
/// try again than that.
constexpr client::Backoff kQuickly{std::chrono::milliseconds(50), std::chrono::milliseconds(1000)};

client::CommandQueueOptions queueOptions(quint32 seed) {
    client::CommandQueueOptions options;
    options.retry = kQuickly;
    options.seed = seed;
    return options;
}

client::EventStreamOptions streamOptions(client::EventStreamOptions options, quint32 seed) {
    options.reconnect = kQuickly;
    options.seed = seed;
    return options;
}

} // namespace

Party::Party(const Surroundings &surroundings, contract::SignInRequest login, quint32 seed)
    : m_login(std::move(login))
    , m_clock(surroundings.clock)
    , m_session(surroundings.transport, surroundings.server, surroundings.clock, m_tokens, kQuickly,
                seed)
    , m_api(surroundings.transport, m_session)
    , m_commands(m_api, m_journal, surroundings.clock, queueOptions(seed))
    , m_stream(m_api, streamOptions(surroundings.stream, seed)) {
    connect(&m_stream, &client::EventStream::eventReceived, this,
            [this](const contract::EventEnvelope &event) {
                const bool isPushed = m_stream.state() == client::StreamState::Streaming;
                m_heard.append({event.sequence, event.id, event.type, isPushed});
                emit eventHeard(event);
            });
}

void Party::signIn(QObject *context, const SignedIn &done) {
    constexpr std::chrono::milliseconds kPause(500);
    m_session.signIn(m_login, context,
                     [=, this](const Result<contract::AccountView, client::ApiError> &account) {
                         if (account)
                             done(std::nullopt);
                         else if (account.error().isPassing())
                             QTimer::singleShot(kPause, context,
                                                [=, this] { signIn(context, done); });
                         else
                             done(m_login.login + QStringLiteral(" cannot sign in: ") +
                                  describe(account.error()));
                     });
}

QString describe(const client::ApiError &error) {
    QString text = error.status > 0 ? QStringLiteral("%1 ").arg(error.status) : QString();
    text += error.detail;
    if (error.problem && error.problem->field)
        text += QStringLiteral(" at ") + *error.problem->field;
    if (error.problem && error.problem->present)
        text += QStringLiteral(" (now %1)").arg(QString(toText(error.problem->present->state)));
    return text;
}

} // namespace soban::replay
