// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/HttpCaller.h"

#include <QIODevice>
#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace soban::providers {

namespace {

constexpr int kConnectionsPerManager = 6; // what a manager opens to one host

/// The name of the error only: errorString() would carry the URL, and with it keys, into the log.
QString nameOf(QNetworkReply::NetworkError error) {
    const char *key = QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(error);
    return key ? QString::fromLatin1(key) : QStringLiteral("network error %1").arg(int(error));
}

/// Errors that Qt derives from the status of an answer that came back whole.
bool comesFromStatus(QNetworkReply::NetworkError error) {
    switch (error) {
    case QNetworkReply::ContentAccessDenied:
    case QNetworkReply::ContentOperationNotPermittedError:
    case QNetworkReply::ContentNotFoundError:
    case QNetworkReply::AuthenticationRequiredError:
    case QNetworkReply::ContentConflictError:
    case QNetworkReply::ContentGoneError:
    case QNetworkReply::UnknownContentError:
    case QNetworkReply::ProtocolInvalidOperationError:
    case QNetworkReply::InternalServerError:
    case QNetworkReply::OperationNotImplementedError:
    case QNetworkReply::ServiceUnavailableError:
    case QNetworkReply::UnknownServerError:
        return true;
    default:
        return false;
    }
}

QNetworkRequest toRequest(const HttpCall &call) {
    QNetworkRequest request(call.url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute,
                         QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    for (const auto &[name, value] : call.headers)
        request.setRawHeader(name, value);
    return request;
}

} // namespace

/// One call, from the queue to its outcome.
class HttpCaller::Attempt {
public:
    Attempt(const HttpCall &call, QDeadlineTimer deadline, Then then)
        : m_call(call), m_deadline(deadline), m_then(std::move(then)) {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
    }
    ~Attempt() { dropReply(); }
    Q_DISABLE_COPY_MOVE(Attempt)

    template <typename OnTimeout>
    void startTimer(std::chrono::milliseconds limit, OnTimeout onTimeout) {
        const std::chrono::milliseconds left(m_deadline.remainingTime());
        m_timer.disconnect();
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, onTimeout);
        m_timer.start(std::clamp(left, std::chrono::milliseconds::zero(), limit));
    }

    template <typename OnFinished>
    void send(QNetworkAccessManager &manager, std::size_t managerIndex, qint64 answerBytes,
              OnFinished onFinished) {
        m_managerIndex = managerIndex;
        m_answerBytes = answerBytes;
        const QNetworkRequest request = toRequest(m_call);
        m_reply = m_call.isOnce                        ? sendOnce(manager, request)
                  : m_call.verb == HttpCall::Verb::Get ? manager.get(request)
                                                       : manager.post(request, m_call.body);
        // A reader that stops at the limit, so that an endless answer costs no more than that.
        m_reply->setReadBufferSize(answerBytes + 1);
        QObject::connect(m_reply, &QNetworkReply::requestSent, &m_timer,
                         [this] { m_hasLeft = true; });
        QObject::connect(m_reply, &QNetworkReply::readyRead, &m_timer, [this, onFinished] {
            if (m_reply->bytesAvailable() > m_answerBytes)
                onFinished(HttpBroken{QStringLiteral("the answer is too long")});
        });
        QObject::connect(m_reply, &QNetworkReply::finished, &m_timer,
                         [this, onFinished] { onFinished(outcome()); });
    }

    std::size_t managerIndex() const { return m_managerIndex; }
    Then takeThen() { return std::move(m_then); }

private:
    /// Bytes that go out once: whoever wants to send them again is refused.
    /// (Not a QBuffer: Qt would go straight for what is in it.)
    class BodyOnce : public QIODevice {
    public:
        explicit BodyOnce(const QByteArray &bytes) : m_bytes(bytes) { open(QIODevice::ReadOnly); }
        bool reset() override { return false; }
        qint64 size() const override { return m_bytes.size(); }

    protected:
        qint64 readData(char *to, qint64 most) override {
            const qint64 count = std::min<qint64>(most, m_bytes.size() - m_read);
            std::copy_n(m_bytes.constData() + m_read, count, to);
            m_read += count;
            return count;
        }
        qint64 writeData(const char *, qint64) override { return -1; }

    private:
        const QByteArray m_bytes;
        qint64 m_read = 0;
    };

    /// On a connection of its own, with a body that Qt cannot begin anew: then it does not.
    QNetworkReply *sendOnce(QNetworkAccessManager &manager, QNetworkRequest request) {
        request.setRawHeader("Connection", "close");
        m_body = std::make_unique<BodyOnce>(m_call.body);
        const QByteArray verb = m_call.verb == HttpCall::Verb::Get ? "GET" : "POST";
        return manager.sendCustomRequest(request, verb, m_body.get());
    }

    HttpOutcome outcome() {
        const QNetworkReply::NetworkError error = m_reply->error();
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        // The error first: an answer that was cut short has a status of 200 and an error.
        if (error != QNetworkReply::NoError && !(status >= 400 && comesFromStatus(error))) {
            const bool noConnection = error == QNetworkReply::ConnectionRefusedError ||
                                      error == QNetworkReply::HostNotFoundError ||
                                      error == QNetworkReply::SslHandshakeFailedError;
            // A dropped connection makes Qt try again: the second try may fail to connect although
            // the first one was sent.
            if (noConnection && !m_hasLeft)
                return HttpNotSent{nameOf(error), true};
            return HttpBroken{nameOf(error)};
        }
        if (m_reply->bytesAvailable() > m_answerBytes)
            return HttpBroken{QStringLiteral("the answer is too long")};
        return HttpAnswer{status, m_reply->readAll()};
    }

    void dropReply() {
        if (!m_reply)
            return;
        m_reply->disconnect(&m_timer);
        m_reply->abort();
        m_reply->deleteLater();
    }

    const HttpCall m_call;
    std::unique_ptr<BodyOnce> m_body; ///< read by the reply
    const QDeadlineTimer m_deadline;
    Then m_then;
    QTimer m_timer; // also the context of all connections: they end with this attempt
    QPointer<QNetworkReply> m_reply; // its manager may end first
    std::size_t m_managerIndex = 0;
    qint64 m_answerBytes = 0;
    bool m_hasLeft = false;
};

HttpCaller::HttpCaller(Limits limits, QObject *parent) : QObject(parent), m_limits(limits) {
    const int managers =
        (std::max(1, limits.inFlight) + kConnectionsPerManager - 1) / kConnectionsPerManager;
    for (int i = 0; i < managers; ++i)
        m_managers.push_back(std::make_unique<QNetworkAccessManager>());
    m_busy.assign(m_managers.size(), 0);
}

HttpCaller::~HttpCaller() {
    m_waiting.clear();
    m_inFlight.clear();
}

void HttpCaller::call(const HttpCall &call, QDeadlineTimer deadline, Then then) {
    if (waitingCount() >= m_limits.waiting) {
        QTimer::singleShot(0, this, [then = std::move(then)] {
            then(HttpNotSent{QStringLiteral("too many calls wait already")});
        });
        return;
    }
    m_waiting.push_back(std::make_unique<Attempt>(call, deadline, std::move(then)));
    Attempt *attempt = m_waiting.back().get();
    attempt->startTimer(m_limits.queueWait, [this, attempt] { finishWaiting(attempt); });
    dispatchWaiting();
}

void HttpCaller::dispatchWaiting() {
    while (!m_waiting.empty() && inFlightCount() < m_limits.inFlight) {
        m_inFlight.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
        Attempt *attempt = m_inFlight.back().get();
        const std::size_t manager = leastBusyManager();
        ++m_busy[manager];
        const auto finish = [this, attempt](HttpOutcome outcome) {
            finishInFlight(attempt, std::move(outcome));
        };
        // A call that ran out of time may have left a moment ago, so that is never "not sent".
        attempt->startTimer(m_limits.total,
                            [finish] { finish(HttpBroken{QStringLiteral("no answer in time")}); });
        attempt->send(*m_managers[manager], manager, m_limits.answerBytes, finish);
    }
}

std::size_t HttpCaller::leastBusyManager() const {
    return static_cast<std::size_t>(std::min_element(m_busy.begin(), m_busy.end()) -
                                    m_busy.begin());
}

void HttpCaller::finishWaiting(Attempt *attempt) {
    const auto found =
        std::find_if(m_waiting.begin(), m_waiting.end(),
                     [attempt](const auto &other) { return other.get() == attempt; });
    const Then then = attempt->takeThen();
    // Its timer is calling right now.
    Attempt *done = found->release();
    m_waiting.erase(found);
    QTimer::singleShot(0, this, [owned = std::shared_ptr<Attempt>(done)] {});
    then(HttpNotSent{QStringLiteral("no free connection in time")});
}

void HttpCaller::finishInFlight(Attempt *attempt, HttpOutcome outcome) {
    const auto found =
        std::find_if(m_inFlight.begin(), m_inFlight.end(),
                     [attempt](const auto &other) { return other.get() == attempt; });
    if (found == m_inFlight.end())
        return;
    --m_busy[attempt->managerIndex()];
    const Then then = attempt->takeThen();
    // Its reply or timer is calling right now.
    Attempt *done = found->release();
    m_inFlight.erase(found);
    QTimer::singleShot(0, this, [owned = std::shared_ptr<Attempt>(done)] {});
    dispatchWaiting();
    then(std::move(outcome)); // last: it may destroy this object
}

} // namespace soban::providers
