// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ServerAddress.h"
#include "contract/Routes.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <array>
#include <chrono>
#include <deque>
#include <functional>
#include <unordered_map>
#include <variant>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace soban::client {

struct HttpHeader {
    QByteArray name;
    QByteArray value;
};

/// Calls that the server answers at once, and calls that it holds open (long polls). The latter
/// get at most half of the connections, so that they never keep a command from being sent.
enum class Lane { Prompt, Patient };

struct HttpRequest {
    ServerAddress server;
    contract::HttpMethod method = contract::HttpMethod::Get;
    QString path;
    QUrlQuery query = {};
    QList<HttpHeader> headers = {};
    QByteArray body = {};
    Lane lane = Lane::Prompt;
    std::chrono::milliseconds timeLimit{0};      ///< counted from sending; 0: the transport's own
    QByteArray contentType = "application/json"; ///< of a body
};

/// The server answered in full, be it well or ill.
struct Answered {
    int status;
    QList<HttpHeader> headers;
    QByteArray body;

    /// The value of a header, whatever its case; empty if absent.
    QByteArray header(QByteArrayView name) const;
};

/// It is certain that the server has not seen the request.
struct NotSent {
    enum class Why { QueueFull, QueueWait, Unreachable, HostNotFound, TlsRefused };
    Why why;
    QString detail;
};

/// The request may have been carried out: no answer came, or not all of it.
struct Unknown {
    enum class Why { TimedOut, ConnectionLost, Truncated, TooLarge };
    Why why;
    QString detail;
};

using Outcome = std::variant<Answered, NotSent, Unknown>;

struct TransportOptions {
    int managers = 2;     ///< each has a thread of its own
    int perManager = 6;   ///< QNetworkAccessManager opens no more connections to a host than 6
    int queueLimit = 500; ///< calls that wait for a connection; more are refused at once
    std::chrono::milliseconds queueWait{10'000};
    std::chrono::milliseconds timeLimit{15'000};
    qint64 answerLimitBytes = 8 << 20;
};

/// The connections to servers, shared by all sessions of a process.
///
/// QNetworkAccessManager queues calls beyond six per host inside itself, where they time out
/// without having been sent. So the queue is here: bounded, with a time limit of its own, and what
/// leaves it is sent at once. Redirects are not followed (they would carry the token along), HTTP/2
/// is off, TLS errors are never ignored.
class HttpTransport : public QObject {
    Q_OBJECT

public:
    using Callback = std::function<void(const Outcome &)>;

    explicit HttpTransport(TransportOptions options = {}, QObject *parent = nullptr);
    ~HttpTransport() override;

    /// Calls back once, later, in this thread. Not if `context` has died by then: a GET is then
    /// also given up, anything else runs to its end unheard.
    void send(HttpRequest request, QObject *context, Callback callback);

    int queued() const;
    int inFlight() const { return int(m_flights.size()); }

private:
    struct Call {
        quint64 id;
        HttpRequest request;
        QPointer<QObject> context;
        Callback callback;
        QDeadlineTimer waitLimit;
        QMetaObject::Connection contextDies;
    };
    struct Flight {
        Call call;
        QNetworkReply *reply;
        std::size_t manager;
        bool isSent = false; ///< the whole request was handed to the socket at least once
        QByteArray body;
    };

    std::deque<Call> &lane(Lane lane) { return m_lanes[std::size_t(lane)]; }
    void refuse(const Call &call, NotSent outcome);
    void pump();
    bool hasRoomFor(Lane lane) const;
    void fly(Call call);
    QNetworkReply *startReply(QNetworkAccessManager &manager, const HttpRequest &request) const;
    void watch(quint64 id, QNetworkReply *reply, std::chrono::milliseconds timeLimit);
    void readMore(quint64 id);
    void conclude(quint64 id);
    void end(quint64 id, const Outcome &outcome);
    void giveUpLateOnes();
    void armWaitTimer();
    void drop(quint64 id);

    TransportOptions m_options;
    std::vector<QNetworkAccessManager *> m_managers;
    std::vector<int> m_load; ///< flights per manager
    std::array<std::deque<Call>, 2> m_lanes;
    std::unordered_map<quint64, Flight> m_flights;
    QTimer m_waitTimer;
    quint64 m_lastId = 0;
    int m_patientFlights = 0;
};

} // namespace soban::client
