// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/SandboxServer.h"

#include "sandbox/Pages.h"

#include <QRandomGenerator>
#include <QUrlQuery>

namespace soban::sandbox {

namespace {

QString makeKey(const QString &prefix) {
    std::array<quint32, 6> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(random.data()), sizeof random);
    return prefix + QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding |
                                                       QByteArray::OmitTrailingEquals));
}

Language languageOf(const http::Request &request) {
    if (const auto asked = request.queryValue(u"lang"))
        return *asked == QLatin1StringView("en") ? Language::English : Language::Korean;
    const QByteArray accepted = request.header("Accept-Language").value_or("ko");
    return accepted.contains("ko") ? Language::Korean : Language::English;
}

/// `url` with two more items in its query.
QByteArray withItems(const QUrl &url,
                     std::initializer_list<std::pair<const char *, QString>> items) {
    QUrlQuery query(url);
    for (const auto &[name, value] : items) {
        query.addQueryItem(QString::fromLatin1(name),
                           QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    QUrl whole = url;
    whole.setQuery(query);
    return whole.toEncoded();
}

} // namespace

SandboxServer::SandboxServer(const Clock &clock, const Options &options)
    : m_clock(clock)
    , m_options(options)
    , m_ledger(clock, makeKey, this)
    , m_book(clock)
    , m_faults(options.faultSeed)
    , m_api(m_ledger)
    , m_control(m_ledger, m_api, m_faults)
    , m_webhooks(options.webhookUrl,
                 options.webhookPause.value_or(clock.wallTimeFor(std::chrono::minutes(1))),
                 m_faults)
    , m_front({m_api, m_faults, m_book, m_file}, options.secretKey)
    , m_solapi(clock)
    , m_solapiFront(m_solapi, m_faults, {options.solapiKey, options.solapiSecret})
    , m_listener(*this) {
    addProviderRoutes();
    addMessageRoutes();
    addControlRoutes();
    addPageRoutes();
}

Result<Done, QString> SandboxServer::start() {
    if (!m_options.ledgerPath.isEmpty()) {
        const auto opened = m_file.open(m_options.ledgerPath, m_ledger, m_book);
        if (!opened)
            return opened.error();
    }
    const http::ListenOutcome outcome =
        m_listener.listen(QHostAddress(QHostAddress::LocalHost), m_options.port);
    if (!outcome)
        return outcome.error;
    m_api.setPublicBase(baseUrl());
    return Done{};
}

QUrl SandboxServer::baseUrl() const {
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_listener.port()));
}

void SandboxServer::add(http::Method method, const char *pattern, Route route) {
    const auto index = http::RouteIndex(static_cast<int>(m_handlers.size()));
    if (!m_routes.add(method, QString::fromLatin1(pattern), index))
        qFatal("sandbox: the route %s can't be added", pattern);
    m_handlers.push_back(std::move(route));
}

void SandboxServer::addProviderRoutes() {
    const auto serves = [this](Operation operation) -> Route {
        return [this, operation](const auto &request, const auto &params, const auto &reply) {
            m_front.serve(operation, request, params, reply);
        };
    };
    using enum http::Method;
    add(Post, "/v1/billing/authorizations/issue", serves(Operation::IssueCard));
    add(Post, "/v1/billing/{billingKey}", serves(Operation::Charge));
    add(Post, "/v1/payments/confirm", serves(Operation::Confirm));
    add(Get, "/v1/payments/{paymentKey}", serves(Operation::LookUp));
    add(Get, "/v1/payments/orders/{orderId}", serves(Operation::LookUp));
    add(Post, "/v1/payments/{paymentKey}/cancel", serves(Operation::Refund));
}

void SandboxServer::addMessageRoutes() {
    const auto serves = [this](Operation operation) -> Route {
        return [this, operation](const auto &request, const auto &, const auto &reply) {
            m_solapiFront.serve(operation, request, reply);
        };
    };
    using enum http::Method;
    add(Post, "/messages/v4/send-many/detail", serves(Operation::SendMessage));
    add(Get, "/messages/v4/list", serves(Operation::ListMessages));
    add(Get, "/sandbox/messages", [this](const auto &, const auto &, const auto &reply) {
        reply.send(m_solapi.ledger().toHttp());
    });
}

void SandboxServer::addControlRoutes() {
    const auto tells = [](auto ask) -> Route {
        return [ask](const auto &request, const auto &params, const auto &reply) {
            reply.send(ask(request, params).toHttp());
        };
    };
    using enum http::Method;
    using Request = http::Request;
    using Params = http::RouteParams;
    add(Get, "/sandbox/ledger", tells([this](const Request &request, const Params &) {
            return m_control.ledgerPage(request);
        }));
    add(Get, "/sandbox/ledger/orders/{orderId}",
        tells([this](const Request &, const Params &params) {
            return m_control.ledgerOfOrder(params.value(u"orderId"));
        }));
    add(Get, "/sandbox/faults",
        tells([this](const Request &, const Params &) { return m_control.listFaults(); }));
    add(Post, "/sandbox/faults", tells([this](const Request &request, const Params &) {
            return m_control.addFault(request.body());
        }));
    add(Delete, "/sandbox/faults",
        tells([this](const Request &, const Params &) { return m_control.clearFaults(); }));
    add(Post, "/sandbox/payments", tells([this](const Request &request, const Params &) {
            return m_control.openPayment(request.body());
        }));
    add(Post, "/sandbox/authorizations", tells([this](const Request &request, const Params &) {
            return m_control.authorize(request.body());
        }));
}

void SandboxServer::addPageRoutes() {
    using enum http::Method;
    add(Get, "/card-registration", [this](const auto &request, const auto &, const auto &reply) {
        reply.send(showRegistration(request));
    });
    add(Post, "/card-registration", [this](const auto &request, const auto &, const auto &reply) {
        reply.send(finishRegistration(request));
    });
    add(Get, "/receipts/{paymentKey}",
        [this](const auto &request, const auto &params, const auto &reply) {
            reply.send(showReceipt(request, params.value(u"paymentKey")));
        });
}

void SandboxServer::handle(http::Request request, http::Reply reply) {
    const http::RouteTable::Match match = m_routes.match(request.method(), request.segments());
    if (const auto *found = std::get_if<http::RouteTable::Found>(&match)) {
        m_handlers[static_cast<std::size_t>(found->index)](request, found->params, reply);
        return;
    }
    if (const auto *wrongMethod = std::get_if<http::RouteTable::MethodNotAllowed>(&match)) {
        ApiAnswer answer = ApiAnswer::of(apiError(u"INVALID_REQUEST"));
        answer.status = 405;
        reply.send(answer.toHttp().withHeader("Allow", wrongMethod->allow));
        return;
    }
    reply.send(ApiAnswer::of(apiError(u"NOT_FOUND")).toHttp());
}

http::Answer SandboxServer::refusal(int status, const QByteArray &reason) const {
    return ApiAnswer::of(
               ApiError{status, QStringLiteral("INVALID_REQUEST"), QString::fromLatin1(reason)})
        .toHttp();
}

http::Answer SandboxServer::showRegistration(const http::Request &request) const {
    const QString customerKey = request.queryValue(u"customerKey").value_or(QString());
    const QUrl returnUrl(request.queryValue(u"returnUrl").value_or(QString()), QUrl::StrictMode);
    if (customerKey.isEmpty() || !mayReturnTo(returnUrl))
        return pages::badVisit(languageOf(request));
    return pages::cardRegistration(languageOf(request), customerKey, returnUrl);
}

http::Answer SandboxServer::finishRegistration(const http::Request &request) {
    QByteArray form = request.body();
    const QUrlQuery query(QString::fromLatin1(form.replace('+', "%20")));
    const auto item = [&query](const char *name) {
        return query.queryItemValue(QString::fromLatin1(name), QUrl::FullyDecoded);
    };
    const QString customerKey = item("customerKey");
    const QUrl returnUrl(item("returnUrl"), QUrl::StrictMode);
    const auto card = enumFromText<TestCardKind>(item("card"));
    const bool gaveUp = item("card") == QLatin1StringView("cancel");
    if (customerKey.isEmpty() || !mayReturnTo(returnUrl) || (!card && !gaveUp))
        return pages::badVisit(languageOf(request));
    const QByteArray back =
        gaveUp ? withItems(returnUrl,
                           {{"code", QStringLiteral("PAY_PROCESS_CANCELED")},
                            {"message", QStringLiteral("사용자에 의해 등록이 취소되었습니다.")}})
               : withItems(returnUrl, {{"customerKey", customerKey},
                                       {"authKey", m_ledger.authorize(customerKey, *card)}});
    return http::Answer::empty(302)
        .withHeader("Location", back)
        .withHeader("Referrer-Policy", "no-referrer");
}

http::Answer SandboxServer::showReceipt(const http::Request &request,
                                        const QString &paymentKey) const {
    const LedgerPayment *payment = m_ledger.findByKey(paymentKey);
    return payment ? pages::receipt(languageOf(request), *payment)
                   : pages::badVisit(languageOf(request));
}

bool SandboxServer::mayReturnTo(const QUrl &url) const {
    const bool isWeb =
        url.scheme() == QLatin1StringView("http") || url.scheme() == QLatin1StringView("https");
    if (!url.isValid() || !isWeb || !url.userInfo().isEmpty())
        return false;
    return url.host() == QLatin1StringView("localhost") || QHostAddress(url.host()).isLoopback() ||
           m_options.returnHosts.contains(url.host(), Qt::CaseInsensitive);
}

void SandboxServer::paymentChanged(const LedgerPayment &payment) {
    m_file.append(payment);
    m_webhooks.announce(m_api.toWire(payment), m_clock.now());
}

void SandboxServer::authorizationChanged(const Authorization &authorization) {
    m_file.append(authorization);
}

void SandboxServer::cardIssued(const BillingCard &card) {
    m_file.append(card);
}

} // namespace soban::sandbox
