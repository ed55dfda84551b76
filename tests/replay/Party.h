// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiClient.h"
#include "client/CommandQueue.h"
#include "client/EventStream.h"
#include "replay/TownClock.h"

namespace soban::replay {

/// What all parties of a program share.
struct Surroundings {
    client::HttpTransport &transport;
    client::ServerAddress server;
    const TownClock &clock;
    client::EventStreamOptions stream;
};

/// Somebody with an app: a session, commands that are kept until they are answered, and a stream of
/// events, each by the client library that the apps use.
class Party : public QObject {
    Q_OBJECT

public:
    /// An event as the stream delivered it.
    struct Heard {
        Sequence sequence;
        EventId id;
        EventType type;
        bool isPushed = true; ///< by WebSocket; else by a poll
    };
    using SignedIn = std::function<void(const std::optional<QString> &fault)>;

    Party(const Surroundings &surroundings, contract::SignInRequest login, quint32 seed);

    void signIn(QObject *context, const SignedIn &done);
    /// From the first event of the log on.
    void openStream() { m_stream.start(Sequence::before()); }

    const QString &login() const { return m_login.login; }
    client::Session &session() { return m_session; }
    client::ApiClient &api() { return m_api; }
    client::CommandQueue &commands() { return m_commands; }
    client::EventStream &stream() { return m_stream; }
    const TownClock &clock() const { return m_clock; }
    /// All that came, in the order in which it came.
    const QList<Heard> &heard() const { return m_heard; }

signals:
    void eventHeard(const soban::contract::EventEnvelope &event);

private:
    const contract::SignInRequest m_login;
    const TownClock &m_clock;
    client::MemoryTokenStore m_tokens;
    client::MemoryJournal m_journal;
    client::Session m_session;
    client::ApiClient m_api;
    client::CommandQueue m_commands;
    client::EventStream m_stream;
    QList<Heard> m_heard;
};

/// The data of an event of one kind; nothing if it cannot be read.
template <typename T>
std::optional<T> dataOf(const contract::EventEnvelope &event) {
    const auto data = contract::eventData(event);
    const T *one = data ? std::get_if<T>(&*data) : nullptr;
    return one ? std::optional(*one) : std::nullopt;
}

/// An error in a line, for the person who runs the program.
QString describe(const client::ApiError &error);

} // namespace soban::replay
