// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/Books.h"

#include "client/Calls.h"
#include "replay/Ask.h"

namespace soban::tour {

namespace {

constexpr std::chrono::seconds kSignInLimit{30};

/// In step with the wall.
replay::Anchors present() {
    const Instant now = SystemClock().now();
    return {now, now, 1};
}

} // namespace

Books::Books(const Stage &stage, const QString &login, const replay::Interrupt &interrupt)
    : m_stage(stage)
    , m_interrupt(interrupt)
    , m_clock(present())
    , m_customer({m_transport, *client::ServerAddress::of(stage.serverUrl()), m_clock, {}},
                 {login, QStringLiteral("soban-demo")}, 1) {
    const auto entries = replay::readLedger(stage.sandboxUrl());
    m_entriesBefore = entries ? entries->size() : 0;
}

std::optional<QString> Books::signIn() {
    if (m_customer.session().isSignedIn())
        return std::nullopt;
    std::optional<QString> fault = QStringLiteral("no answer");
    replay::Gate gate(m_interrupt);
    QObject context;
    m_customer.signIn(&context, [&](const std::optional<QString> &outcome) {
        fault = outcome;
        gate.open();
    });
    gate.wait(kSignInLimit);
    return fault;
}

Result<contract::OrderView, QString> Books::latestOrder() {
    if (const auto fault = signIn())
        return *fault;
    const auto orders = replay::ask(m_interrupt, m_customer.api(), client::calls::orders());
    if (!orders)
        return orders.error();
    if (orders->orders.isEmpty())
        return QStringLiteral("the server has no order");
    return orders->orders.first();
}

Result<QList<replay::LedgerEntry>, QString> Books::ledger() {
    auto entries = replay::readLedger(m_stage.sandboxUrl());
    if (!entries)
        return entries.error();
    return entries->mid(m_entriesBefore);
}

} // namespace soban::tour
