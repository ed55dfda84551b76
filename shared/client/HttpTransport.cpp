// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/HttpTransport.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <algorithm>

namespace soban::client {

namespace {

using Error = QNetworkReply::NetworkError;

/// Errors that QNetworkReply makes out of the status of a complete answer.
bool isMadeOfStatus(Error error) {
    return (error >= Error::ContentAccessDenied && error <= Error::UnknownContentError) ||
           (error >= Error::InternalServerError && error <= Error::UnknownServerError) ||
           error == Error::ProtocolInvalidOperationError; // 400
}

std::optional<NotSent::Why> certainlyNotSent(Error error) {
    switch (error) {
    case Error::ConnectionRefusedError:
    case Error::UnknownNetworkError:
    case Error::TemporaryNetworkFailureError:
    case Error::NetworkSessionFailedError:
    case Error::ProxyConnectionRefusedError:
    case Error::ProxyNotFoundError:
    case Error::ProxyAuthenticationRequiredError:
        return NotSent::Why::Unreachable;
    case Error::HostNotFoundError:
        return NotSent::Why::HostNotFound;
    case Error::SslHandshakeFailedError:
        return NotSent::Why::TlsRefused;
    default:
        return std::nullopt;
    }
}

QNetworkRequest networkRequest(const HttpRequest &request) {
    QNetworkRequest made(request.server.http(request.path, request.query));
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Soban/" SOBAN_VERSION));
    if (request.method == contract::HttpMethod::Post || request.method == contract::HttpMethod::Put)
        made.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    for (const HttpHeader &header : request.headers)
        made.setRawHeader(header.name, header.value);
    return made;
}

/// Less than announced: Qt reports some of these as an error and some not.
bool isTruncated(QNetworkReply &reply, qint64 received) {
    if (reply.hasRawHeader("Content-Encoding"))
        return false; // Qt has unpacked it and would have failed on the way
    bool isNumber = false;
    const qint64 announced = reply.rawHeader("Content-Length").toLongLong(&isNumber);
    return isNumber && announced != received;
}

Outcome outcomeOf(QNetworkReply &reply, QByteArray body, bool isSent) {
    const Error error = reply.error();
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (error == Error::NoError || (status != 0 && isMadeOfStatus(error))) {
        if (isTruncated(reply, body.size()))
            return Unknown{Unknown::Why::Truncated, QStringLiteral("the answer is not complete")};
        Answered answered{status, {}, std::move(body)};
        for (const auto &[name, value] : reply.rawHeaderPairs())
            answered.headers.append({name, value});
        return answered;
    }
    // A request that was sent on a connection which then broke is silently sent again: an error of
    // the second connection says nothing about what became of the first request.
    if (const auto why = certainlyNotSent(error); why && !isSent)
        return NotSent{*why, reply.errorString()};
    return Unknown{status != 0 ? Unknown::Why::Truncated : Unknown::Why::ConnectionLost,
                   reply.errorString()};
}

} // namespace

QByteArray Answered::header(QByteArrayView name) const {
    for (const HttpHeader &header : headers) {
        if (header.name.compare(name, Qt::CaseInsensitive) == 0)
            return header.value;
    }
    return {};
}

HttpTransport::HttpTransport(TransportOptions options, QObject *parent)
    : QObject(parent), m_options(options) {
    for (int i = 0; i < std::max(options.managers, 1); ++i) {
        auto *manager = new QNetworkAccessManager(this);
        manager->setAutoDeleteReplies(false);
        m_managers.push_back(manager);
    }
    m_load.resize(m_managers.size(), 0);
    m_waitTimer.setSingleShot(true);
    connect(&m_waitTimer, &QTimer::timeout, this, &HttpTransport::giveUpLateOnes);
}

HttpTransport::~HttpTransport() {
    for (auto &[id, flight] : m_flights) {
        flight.reply->disconnect(this);
        flight.reply->abort();
    }
}

int HttpTransport::queued() const {
    return int(m_lanes[0].size() + m_lanes[1].size());
}

void HttpTransport::send(HttpRequest request, QObject *context, Callback callback) {
    Q_ASSERT(context);
    const Lane chosen = request.lane;
    Call call{++m_lastId,
              std::move(request),
              context,
              std::move(callback),
              QDeadlineTimer(m_options.queueWait),
              {}};
    if (!hasRoomFor(chosen) && queued() >= m_options.queueLimit) {
        refuse(call, {NotSent::Why::QueueFull, QStringLiteral("too many calls are waiting")});
        return;
    }
    call.contextDies =
        connect(context, &QObject::destroyed, this, [this, id = call.id] { drop(id); });
    lane(chosen).push_back(std::move(call));
    pump();
    armWaitTimer();
}

void HttpTransport::refuse(const Call &call, NotSent outcome) {
    const auto tell = [context = call.context, callback = call.callback, outcome] {
        if (context)
            callback(outcome);
    };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
}

bool HttpTransport::hasRoomFor(Lane chosen) const {
    const int capacity = int(m_managers.size()) * m_options.perManager;
    return inFlight() < capacity &&
           (chosen == Lane::Prompt || m_patientFlights < std::max(capacity / 2, 1));
}

void HttpTransport::pump() {
    for (const Lane chosen : {Lane::Prompt, Lane::Patient}) {
        while (!lane(chosen).empty() && hasRoomFor(chosen)) {
            Call call = std::move(lane(chosen).front());
            lane(chosen).pop_front();
            if (call.context)
                fly(std::move(call));
        }
    }
}

void HttpTransport::fly(Call call) {
    const auto least = std::min_element(m_load.begin(), m_load.end());
    const auto manager = std::size_t(least - m_load.begin());
    ++*least;
    if (call.request.lane == Lane::Patient)
        ++m_patientFlights;
    const quint64 id = call.id;
    const auto timeLimit =
        call.request.timeLimit.count() > 0 ? call.request.timeLimit : m_options.timeLimit;
    QNetworkReply *reply = startReply(*m_managers[manager], call.request);
    m_flights.emplace(id, Flight{std::move(call), reply, manager, false, {}});
    watch(id, reply, timeLimit);
}

QNetworkReply *HttpTransport::startReply(QNetworkAccessManager &manager,
                                         const HttpRequest &request) const {
    using contract::HttpMethod;
    QNetworkRequest made = networkRequest(request);
    const bool isPost = request.method == HttpMethod::Post;
    if (request.method == HttpMethod::Get)
        return manager.get(made);
    if (request.method == HttpMethod::Delete)
        return manager.deleteResource(made);
    if (!request.body.isEmpty())
        return isPost ? manager.post(made, request.body) : manager.put(made, request.body);
    // Given an empty body, Qt does not emit `requestSent`.
    made.setHeader(QNetworkRequest::ContentLengthHeader, 0);
    return manager.sendCustomRequest(made, isPost ? "POST" : "PUT");
}

void HttpTransport::watch(quint64 id, QNetworkReply *reply, std::chrono::milliseconds timeLimit) {
    connect(reply, &QNetworkReply::requestSent, this, [this, id] {
        if (const auto found = m_flights.find(id); found != m_flights.end())
            found->second.isSent = true;
    });
    connect(reply, &QNetworkReply::readyRead, this, [this, id] { readMore(id); });
    connect(reply, &QNetworkReply::finished, this, [this, id] { conclude(id); });
    auto *limit = new QTimer(reply);
    limit->setSingleShot(true);
    connect(limit, &QTimer::timeout, this, [this, id] {
        end(id, Unknown{Unknown::Why::TimedOut, QStringLiteral("no answer within the time limit")});
    });
    limit->start(timeLimit);
}

void HttpTransport::readMore(quint64 id) {
    const auto found = m_flights.find(id);
    if (found == m_flights.end())
        return;
    Flight &flight = found->second;
    flight.body += flight.reply->readAll();
    if (flight.body.size() > m_options.answerLimitBytes)
        end(id, Unknown{Unknown::Why::TooLarge, QStringLiteral("the answer is too large")});
}

void HttpTransport::conclude(quint64 id) {
    readMore(id);
    const auto found = m_flights.find(id);
    if (found == m_flights.end())
        return;
    Flight &flight = found->second;
    end(id, outcomeOf(*flight.reply, std::move(flight.body), flight.isSent));
}

void HttpTransport::end(quint64 id, const Outcome &outcome) {
    const auto found = m_flights.find(id);
    if (found == m_flights.end())
        return;
    const Flight flight = std::move(found->second);
    m_flights.erase(found);
    --m_load[flight.manager];
    if (flight.call.request.lane == Lane::Patient)
        --m_patientFlights;
    flight.reply->disconnect(this);
    flight.reply->abort(); // no effect on one that has finished
    flight.reply->deleteLater();
    disconnect(flight.call.contextDies);
    pump();
    if (flight.call.context)
        flight.call.callback(outcome);
}

void HttpTransport::drop(quint64 id) {
    for (auto &waiting : m_lanes) {
        if (std::erase_if(waiting, [id](const Call &call) { return call.id == id; }) > 0)
            return;
    }
    const auto found = m_flights.find(id);
    if (found != m_flights.end() && found->second.call.request.method == contract::HttpMethod::Get)
        end(id, Unknown{Unknown::Why::ConnectionLost, QStringLiteral("nobody waits for it")});
}

void HttpTransport::giveUpLateOnes() {
    for (auto &waiting : m_lanes) {
        while (!waiting.empty() && waiting.front().waitLimit.hasExpired()) {
            disconnect(waiting.front().contextDies);
            refuse(waiting.front(),
                   {NotSent::Why::QueueWait, QStringLiteral("no connection was free in time")});
            waiting.pop_front();
        }
    }
    armWaitTimer();
}

void HttpTransport::armWaitTimer() {
    if (m_waitTimer.isActive())
        return;
    qint64 next = -1; // each lane is in the order of its time limits
    for (const auto &waiting : m_lanes) {
        if (!waiting.empty()) {
            const qint64 left = waiting.front().waitLimit.remainingTime();
            next = next < 0 ? left : std::min(next, left);
        }
    }
    if (next >= 0)
        m_waitTimer.start(std::chrono::milliseconds(next + 1));
}

} // namespace soban::client
