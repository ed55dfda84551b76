// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/IdentityRoutes.h"

#include "contract/Identity.h"

#include <algorithm>
#include <iterator>

namespace soban::api {

using contract::RouteId;
using identity::Identity;

namespace {

/// Answers with the session, or with why there is none.
Identity::Then<Identity::SessionOutcome> answerSession(const Call &call) {
    return [call](const Identity::SessionOutcome &outcome) {
        if (outcome)
            call.reply.send(jsonAnswer(call.route.success, contract::encode(*outcome)));
        else
            call.reply.send(problemAnswer(outcome.error(),
                                          outcome.retryAfter.value_or(std::chrono::seconds(1))));
    };
}

Identity::Then<Identity::Outcome> answerDone(const Call &call) {
    return [call](const Identity::Outcome &outcome) {
        if (outcome)
            call.reply.send(http::Answer::empty(call.route.success));
        else
            refuse(call, outcome.error());
    };
}

} // namespace

QString throttledAddress(const QHostAddress &address) {
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QHostAddress(ipv4).toString();
    Q_IPV6ADDR network = address.toIPv6Address();
    std::fill(std::begin(network.c) + 8, std::end(network.c), quint8(0));
    return QHostAddress(network).toString();
}

IdentityRoutes::IdentityRoutes(Identity &identity, AddressOf addressOf)
    : m_identity(identity), m_addressOf(std::move(addressOf)) {}

QHash<RouteId, std::function<void(Call)>> IdentityRoutes::handlers() const {
    Identity *const identity = &m_identity;
    const auto addressOf = [addressOf = m_addressOf](const Call &call) {
        return throttledAddress(addressOf(call.request));
    };
    QHash<RouteId, std::function<void(Call)>> table;
    table.insert(RouteId::Register, [identity, addressOf](const Call &call) {
        if (const auto body = bodyOf<contract::RegisterRequest>(call))
            identity->registerAccount(*body, addressOf(call), answerSession(call));
    });
    table.insert(RouteId::SignIn, [identity, addressOf](const Call &call) {
        if (const auto body = bodyOf<contract::SignInRequest>(call))
            identity->signIn(*body, addressOf(call), answerSession(call));
    });
    table.insert(RouteId::Refresh, [identity](const Call &call) {
        if (const auto body = bodyOf<contract::RefreshRequest>(call))
            identity->refresh(*body, answerSession(call));
    });
    table.insert(RouteId::SignOut, [identity](const Call &call) {
        identity->signOut(*call.session, answerDone(call));
    });
    table.insert(RouteId::DisableAccount, [identity](const Call &call) {
        if (const auto account = pathId<AccountId>(call, "accountId"))
            identity->disableAccount(*account, call.account(), answerDone(call));
    });
    table.insert(RouteId::EnableAccount, [identity](const Call &call) {
        if (const auto account = pathId<AccountId>(call, "accountId"))
            identity->enableAccount(*account, call.account(), answerDone(call));
    });
    return table;
}

} // namespace soban::api
