// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Listener.h"
#include "sandbox/ControlApi.h"
#include "sandbox/Options.h"
#include "sandbox/SolapiFront.h"
#include "sandbox/TossFront.h"
#include "sandbox/Webhooks.h"

#include <functional>
#include <vector>

namespace soban::sandbox {

/// The sandbox as a whole: its parts put together, its routes, its port.
class SandboxServer final : public http::Handler, private LedgerObserver {
public:
    /// The clock must outlive it.
    SandboxServer(const Clock &clock, const Options &options);

    /// Reads the ledger's file and opens the port on 127.0.0.1. The error is for the log.
    Result<Done, QString> start();
    QUrl baseUrl() const;
    /// No new connections; what is in flight is still answered.
    void stopAccepting() { m_listener.stopAccepting(); }
    qsizetype inFlightCount() const { return m_listener.inFlightCount(); }

    void handle(http::Request request, http::Reply reply) override;
    http::Answer refusal(int status, const QByteArray &reason) const override;

private:
    using Route =
        std::function<void(const http::Request &, const http::RouteParams &, const http::Reply &)>;

    void add(http::Method method, const char *pattern, Route route);
    void addProviderRoutes();
    void addMessageRoutes();
    void addControlRoutes();
    void addPageRoutes();
    http::Answer showRegistration(const http::Request &request) const;
    http::Answer finishRegistration(const http::Request &request);
    http::Answer showReceipt(const http::Request &request, const QString &paymentKey) const;
    bool mayReturnTo(const QUrl &url) const;

    void paymentChanged(const LedgerPayment &payment) override;
    void authorizationChanged(const Authorization &authorization) override;
    void cardIssued(const BillingCard &card) override;

    const Clock &m_clock;
    const Options m_options;
    Ledger m_ledger;
    IdempotencyBook m_book;
    LedgerFile m_file;
    FaultPlan m_faults;
    TossApi m_api;
    ControlApi m_control;
    Webhooks m_webhooks;
    TossFront m_front;
    SolapiApi m_solapi;
    SolapiFront m_solapiFront;
    http::RouteTable m_routes;
    std::vector<Route> m_handlers;
    http::Listener m_listener;
};

} // namespace soban::sandbox
