// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ChildProcess.h"
#include "support/PlainHttp.h"

#include <QTemporaryDir>

#include <memory>

namespace soban::testing {

/// A message as the network got it from Kannel.
struct NetworkSms {
    QString from;
    QString to;
    QString text;
};

/// Debian's Kannel on free ports of the loopback: bearerbox, smsbox, and `fakesmsc` in place of a
/// network.
class KannelRig {
public:
    static constexpr auto kUser = "soban";
    static constexpr auto kPassword = "kannel-password";

    /// Starts all three. Nothing, or the reason.
    std::optional<QString> start();
    /// Where SMS are handed in.
    QUrl url() const;
    std::optional<QString> startSmsbox();
    ChildProcess &smsbox() { return *m_smsbox; }
    /// What is behind the smsbox; it takes messages over from there and brings them to the network.
    ChildProcess &bearerbox() { return *m_bearerbox; }
    /// What the network got, oldest first.
    QList<NetworkSms> received() const;

private:
    std::optional<QString> attempt();
    bool writeConfiguration();
    bool isNetworkThere();

    QTemporaryDir m_dir;
    int m_adminPort = 0;
    int m_boxPort = 0;
    int m_networkPort = 0;
    int m_smsPort = 0;
    PlainHttp m_http;
    std::unique_ptr<ChildProcess> m_bearerbox;
    std::unique_ptr<ChildProcess> m_network;
    std::unique_ptr<ChildProcess> m_smsbox;
};

} // namespace soban::testing
