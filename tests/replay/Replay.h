// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Town.h"
#include "replay/Cast.h"
#include "replay/Options.h"
#include "replay/Processes.h"
#include "replay/Report.h"
#include "replay/Waiting.h"
#include "support/FaultProxy.h"

#include <QNetworkAccessManager>

namespace soban::replay {

/// One replay from its town to its report.
class Replay {
public:
    Replay(Options options, Instance instance, const Interrupt &interrupt);
    ~Replay();

    /// The exit status: 0 only if every order was completed and every check found nothing.
    int run();

private:
    using Fault = std::optional<QString>;

    Fault loadTown();
    Fault startClients();
    Fault signInAll();
    Fault registerCards();
    Fault startDay();
    Fault runDay();
    Fault check();
    void tellServerTroubles();
    client::ServerAddress clientAddress();
    client::EventStreamOptions streamOptions() const;
    client::TransportOptions transportOptions() const;
    int partyCount() const;
    int say(int status) const;

    const Options m_options;
    const Instance m_instance;
    const Interrupt &m_interrupt;
    const Geography m_geography;
    const Timeline m_timeline;
    const contract::Town m_town;
    TownClock m_clock;
    Processes m_processes;
    std::unique_ptr<testing::FaultProxy> m_proxy; ///< none with normal streams
    QNetworkAccessManager m_browser;
    std::unique_ptr<client::HttpTransport> m_transport;
    std::unique_ptr<Party> m_operator;
    std::unique_ptr<Cast> m_cast;
    Report m_report;
};

} // namespace soban::replay
