// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/ServiceRoutes.h"
#include "app/Secrets.h"
#include "app/Settings.h"
#include "app/WriteBench.h"
#include "messaging/MessageSender.h"
#include "providers/CircuitBreaker.h"
#include "providers/Kannel.h"
#include "providers/Solapi.h"

#include <memory>

namespace soban::app {

/// Messages to customers' phones, put together: which gateways there are, who writes the messages
/// (on the main thread) and who sends them (on the providers' thread).
class MessageDesk {
public:
    /// What it finds in the server; all of it outlives the desk.
    struct Surroundings {
        WriteQueue &writes;
        WriteBench &bench;
        EventBus &bus;
        IdSource &ids;
        const Clock &clock;
        QObject &providers; ///< lives on the providers' thread
        /// Any thread: the server's own number, and those of all others that are alive.
        std::function<int()> node;
        std::function<QSet<int>()> others;
    };

    MessageDesk(const MessageSettings &settings, const Secrets &secrets);
    ~MessageDesk();
    Q_DISABLE_COPY_MOVE(MessageDesk)

    /// Nothing if messages can be sent, or are off.
    std::optional<QString> problem() const;
    /// Begins to write and to send; `publicUrl` is where gateways find the server.
    void start(const Surroundings &surroundings, const QUrl &publicUrl);
    /// Another server is gone: sees to what it was sending. Any thread.
    void takeOver();
    /// Takes no more, and waits a while for what is with a gateway: who is cut off there never
    /// learns whether it went. Before the write queue ends.
    void finish();
    /// Only after the write queue has ended.
    void close();

    QList<api::ServiceRoutes::Figure> figures(const messaging::MessageCounts &counts) const;

private:
    providers::CircuitBreaker::Rules rulesFor(const char *provider) const;
    providers::KannelConfig kannelConfig() const;
    /// Nothing if the file with the templates cannot be read.
    Result<providers::SolapiConfig, QString> solapiConfig() const;
    messaging::MessageSender::Ledger ledger(const Surroundings &surroundings) const;
    void startSending(const Surroundings &surroundings);

    const MessageSettings m_settings;
    const Secrets m_secrets;
    QUrl m_reportBase;
    providers::CircuitBreaker m_kannelBreaker;
    providers::CircuitBreaker m_solapiBreaker;
    QObject *m_thread = nullptr; ///< of the providers, while it sends
    std::unique_ptr<messaging::Scribe> m_scribe;
    std::unique_ptr<messaging::MessageProvider> m_kannel;
    std::unique_ptr<messaging::MessageProvider> m_solapi;
    std::unique_ptr<messaging::MessageSender> m_sender;
};

} // namespace soban::app
