// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Admin.h"

#include "contract/Codec.h"
#include "contract/Identity.h"
#include "contract/Operator.h"
#include "contract/Routes.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>
#include <QUuid>

#include <cstdio>
#include <optional>

namespace soban::app {

namespace {

using contract::RouteId;

constexpr int kTimeoutMs = 10'000;

struct Asked {
    RouteId route;
    QStringList parts;
    QString query = {};
    QByteArray body = {};
};

struct Answered {
    int status = 0;
    QByteArray body;
    QString fault; ///< why there is no answer
};

/// Asks one thing after the other and waits; a command line has nothing better to do.
class Asker {
public:
    explicit Asker(QUrl server) : m_server(std::move(server)) {}

    /// What changes an order, changes it as it stands now.
    Answered ask(const Asked &asked) {
        if (!contract::route(asked.route).takesVersion)
            return send(asked, {});
        const Answered present = send({RouteId::AuditOrder, asked.parts}, {});
        const auto order = contract::decode<contract::OrderAudit>(present.body);
        return order ? send(asked, order->version) : present;
    }

    /// Signs in with the operator's account; a fault if that fails.
    std::optional<QString> signIn() {
        const contract::SignInRequest request{qEnvironmentVariable("SOBAN_OPERATOR_LOGIN"),
                                              qEnvironmentVariable("SOBAN_OPERATOR_PASSWORD")};
        const Answered answer = ask({RouteId::SignIn, {}, {}, contract::encode(request)});
        if (!answer.fault.isEmpty())
            return answer.fault;
        const auto session = contract::decode<contract::SessionView>(answer.body);
        if (!session)
            return QStringLiteral(
                "cannot sign in; set SOBAN_OPERATOR_LOGIN and SOBAN_OPERATOR_PASSWORD");
        m_token = session->accessToken.toLatin1();
        return std::nullopt;
    }

private:
    Answered send(const Asked &asked, std::optional<int> version) {
        QUrl url = m_server;
        url.setPath(contract::pathOf(asked.route, asked.parts));
        if (!asked.query.isEmpty())
            url.setQuery(asked.query);
        QNetworkRequest request(url);
        request.setTransferTimeout(kTimeoutMs);
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                             QNetworkRequest::ManualRedirectPolicy);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        if (!m_token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + m_token);
        if (contract::route(asked.route).takesKey)
            request.setRawHeader("Idempotency-Key",
                                 QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
        if (version)
            request.setRawHeader("If-Match", '"' + QByteArray::number(*version) + '"');
        const QByteArray verb(toText(contract::route(asked.route).method).data());
        return wait(m_manager.sendCustomRequest(request, verb, asked.body));
    }

    static Answered wait(QNetworkReply *reply) {
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        return {status, reply->readAll(), status == 0 ? reply->errorString() : QString()};
    }

    const QUrl m_server;
    QByteArray m_token;
    QNetworkAccessManager m_manager;
};

/// Of an order, in a state, or all.
Asked askForMessages(const QString &which) {
    if (OrderId::fromText(which))
        return {RouteId::AuditOrderMessages, {which}, {}};
    return {RouteId::AuditMessages,
            {},
            which.isEmpty() ? QString() : QString(QStringLiteral("state=") + which)};
}

/// ORDER REASON [FAULT [REFUND [WORDS…]]]
std::optional<Asked> askToCancel(const QStringList &words) {
    const auto reason = enumFromText<EndReason>(words.value(2));
    if (!reason)
        return std::nullopt;
    contract::OperatorEndRequest request{*reason};
    if (words.size() > 3) {
        request.fault = enumFromText<Party>(words[3]);
        if (!request.fault)
            return std::nullopt;
    }
    if (words.size() > 4) {
        bool isNumber = false;
        request.refundMinor = words[4].toLongLong(&isNumber);
        if (!isNumber)
            return std::nullopt;
    }
    if (words.size() > 5)
        request.words = words.sliced(5).join(u' ');
    return Asked{RouteId::EndOrder, {words[1]}, {}, contract::encode(request)};
}

/// ORDER FAULT REFUND WORDS…
std::optional<Asked> askToSettle(const QStringList &words) {
    const auto fault = enumFromText<Party>(words.value(2));
    bool isNumber = false;
    const qint64 refund = words.value(3).toLongLong(&isNumber);
    if (!fault || !isNumber || words.size() < 5)
        return std::nullopt;
    const contract::SettleRequest request{*fault, refund, words.sliced(4).join(u' ')};
    return Asked{RouteId::SettleOrder, {words[1]}, {}, contract::encode(request)};
}

std::optional<Asked> understand(const QStringList &words) {
    const QString what = words.value(0);
    const QString which = words.value(1);
    if (what == u"accounts")
        return Asked{RouteId::OperatorAccounts,
                     {},
                     which.isEmpty() ? QString() : QString(QStringLiteral("role=") + which)};
    if (what == u"orders")
        return Asked{RouteId::AuditOrders,
                     {},
                     which.isEmpty() ? QString() : QString(QStringLiteral("cursor=") + which)};
    if (what == u"messages")
        return askForMessages(which);
    if (which.isEmpty())
        return std::nullopt;
    if (what == u"order")
        return Asked{RouteId::AuditOrder, {which}, {}};
    if (what == u"cancel")
        return askToCancel(words);
    if (what == u"settle")
        return askToSettle(words);
    if (what == u"shop")
        return Asked{RouteId::GetShop, {which}, {}};
    if (what == u"disable")
        return Asked{RouteId::DisableAccount, {which}, {}};
    if (what == u"enable")
        return Asked{RouteId::EnableAccount, {which}, {}};
    return std::nullopt;
}

QString wordsOf(const QList<EndReason> &reasons) {
    QStringList words;
    for (const EndReason reason : reasons)
        words.append(toText(reason));
    return words.join(QStringLiteral(", "));
}

} // namespace

QStringList describeAdmin() {
    return {
        QStringLiteral("accounts [customer|shop|rider|operator]   all accounts"),
        QStringLiteral("orders [CURSOR]                           all orders with their balance"),
        QStringLiteral("order ORDER-ID                            one order"),
        QStringLiteral(
            "cancel ORDER-ID REASON [FAULT [REFUND [WORDS]]]\n"
            "                                            end one for the platform;\n"
            "                                            REASON: %1;\n"
            "                                            FAULT: customer, shop, platform;\n"
            "                                            REFUND: in the smallest unit")
            .arg(wordsOf(reasonsFor(Action::Cancel, Role::Operator))),
        QStringLiteral(
            "settle ORDER-ID FAULT REFUND WORDS        decide what one costs that is over"),
        QStringLiteral("messages [ORDER-ID|STATE]                 messages to customers' phones"),
        QStringLiteral("shop SHOP-ID                              one shop with its menu"),
        QStringLiteral(
            "disable ACCOUNT-ID                        lock an account, end its sessions"),
        QStringLiteral("enable ACCOUNT-ID                         unlock it")};
}

int runAdmin(const QUrl &server, const QStringList &words) {
    const auto asked = understand(words);
    if (!asked) {
        std::fprintf(stderr, "soban-server admin:\n  %s\n",
                     qPrintable(describeAdmin().join(QStringLiteral("\n  "))));
        return 2;
    }
    Asker asker(server);
    if (const auto fault = asker.signIn()) {
        std::fprintf(stderr, "%s\n", qPrintable(*fault));
        return 1;
    }
    const Answered answer = asker.ask(*asked);
    if (!answer.fault.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(answer.fault));
        return 1;
    }
    std::printf("%s\n", answer.status == 204 ? "done" : answer.body.constData());
    return answer.status < 400 ? 0 : 1;
}

} // namespace soban::app
