// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDeadlineTimer>
#include <QList>
#include <QObject>
#include <QString>
#include <QUrl>

#include <chrono>
#include <deque>
#include <functional>
#include <memory>
#include <variant>
#include <vector>

class QNetworkAccessManager;

namespace soban::providers {

struct HttpHeader {
    QByteArray name;
    QByteArray value;
};

struct HttpCall {
    enum class Verb { Get, Post };

    Verb verb = Verb::Get;
    QUrl url;
    QList<HttpHeader> headers;
    QByteArray body; ///< of a POST
    /// The other side cannot tell a repeat: not one byte is ever sent again, so that a connection
    /// that breaks is an unknown outcome.
    bool isOnce = false;
};

/// A complete answer, whatever its status.
struct HttpAnswer {
    int status = 0;
    QByteArray body;
};

/// Not one byte of the request has left: it waited too long here, or no connection came about.
struct HttpNotSent {
    QString detail;
    bool wasTried = false; ///< it was the other side that could not be reached
};

/// Something was sent, or may have been, and no complete answer came back.
struct HttpBroken {
    QString detail;
};

using HttpOutcome = std::variant<HttpAnswer, HttpNotSent, HttpBroken>;

/// Calls to one provider, in order, a bounded number at a time.
///
/// QNetworkAccessManager alone would queue calls beyond six per host where nobody can tell whether
/// they were sent; so the queue is here, and each manager only gets what it can send at once. It
/// sends a request again when its connection drops: give every POST an idempotency key, or make it
/// a call that is sent once.
class HttpCaller : public QObject {
    Q_OBJECT
public:
    using Then = std::function<void(HttpOutcome)>;

    struct Limits {
        std::chrono::milliseconds total{5000};     ///< of a call, its wait in the queue included
        std::chrono::milliseconds queueWait{2000}; ///< then the call is not sent at all
        int inFlight = 24;
        int waiting = 1000;
        qint64 answerBytes = 256 * 1024;
    };

    explicit HttpCaller(Limits limits, QObject *parent = nullptr);
    /// Drops every call without calling back.
    ~HttpCaller() override;

    /// `then` comes later, on this thread, once, at `deadline` at the latest.
    void call(const HttpCall &call, QDeadlineTimer deadline, Then then);
    QDeadlineTimer deadlineFromNow() const { return QDeadlineTimer(m_limits.total); }

    int inFlightCount() const { return static_cast<int>(m_inFlight.size()); }
    int waitingCount() const { return static_cast<int>(m_waiting.size()); }

private:
    class Attempt;

    void dispatchWaiting();
    std::size_t leastBusyManager() const;
    void finishWaiting(Attempt *attempt);
    void finishInFlight(Attempt *attempt, HttpOutcome outcome);

    const Limits m_limits;
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_managers;
    std::vector<int> m_busy; ///< calls in flight, per manager
    std::deque<std::unique_ptr<Attempt>> m_waiting;
    std::vector<std::unique_ptr<Attempt>> m_inFlight;
};

} // namespace soban::providers
