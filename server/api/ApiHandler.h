// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/ClientAddresses.h"
#include "api/RouteFunctions.h"
#include "http/Handler.h"
#include "identity/SessionDirectory.h"

#include <functional>

namespace soban::api {

/// A client that may follow events: who it is and from where on.
struct StreamRequest {
    SessionId session;
    Actor actor;
    std::optional<Sequence> since;
};

/// The way of every request: find the route, authenticate, check what each route has in common,
/// then the route's own function. One per network thread; the functions are shared.
class ApiHandler : public http::Handler {
public:
    using OpenStream = std::function<void(std::unique_ptr<QWebSocket>, const StreamRequest &)>;
    /// Looks whether somebody was let in by another server meanwhile; `then` hears on the handler's
    /// thread, while that is there, whether it could. False if it does not look.
    using LookAround = std::function<bool(const std::function<void(bool hasLooked)> &then)>;

    /// Every route of the contract but StreamEvents must have its function.
    ApiHandler(const RouteFunctions &functions, const identity::SessionDirectory &sessions,
               OpenStream openStream, ClientAddresses clients = ClientAddresses(),
               LookAround lookAround = {});

    void handle(http::Request request, http::Reply reply) override;
    http::UpgradeVerdict upgrade(const http::Request &request) override;
    void webSocketOpened(std::unique_ptr<QWebSocket> socket, quint64 ticket) override;
    http::Answer refusal(int status, const QByteArray &reason) const override;

private:
    using Checked = Result<Done, contract::Problem>;

    /// Of a token that is not known: another server may have given it out since.
    enum class Chance { First, Last };

    void serve(Call call, Chance chance);
    bool serveAfterALook(const Call &call);
    Checked prepare(Call &call) const;
    Checked authenticate(Call &call) const;
    Checked checkQuery(const Call &call) const;
    Checked checkCommand(Call &call) const;

    const RouteFunctions m_functions;
    const identity::SessionDirectory &m_sessions;
    const OpenStream m_openStream;
    const ClientAddresses m_clients;
    const LookAround m_lookAround;
    http::RouteTable m_table;
    QHash<quint64, StreamRequest> m_opening;
    quint64 m_lastTicket = 0;
};

/// The events' query parameter `since`; outer nothing when it is malformed.
std::optional<std::optional<Sequence>> sinceOf(const http::Request &request);

} // namespace soban::api
