// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/CommandDesk.h"
#include "api/RouteFunctions.h"
#include "payment/PaymentProvider.h"

#include <QObject>
#include <QUrl>

namespace soban::api {

/// Registering a card: begun by the app, done in the browser on the provider's page, finished when
/// that page sends the browser back here. And where the provider tells of payments.
class CardRoutes {
public:
    /// The provider and the thread on which it calls outside.
    struct Provider {
        payment::PaymentProvider &port;
        QObject &thread; ///< any object of the provider's thread
        /// Any thread: somebody says that the provider has news of a payment.
        std::function<void(PaymentId)> hint;
    };

    CardRoutes(CommandDesk &commands, WriteQueue &writes, const WriteModel &model,
               ReadPool &readers, Provider provider, std::function<QUrl()> publicUrl);

    RouteFunctions functions();

private:
    void start(const Call &call);
    void finish(const Call &call);
    void issue(const Call &call, const QString &customerKey, const QString &authKey);
    void record(const Call &call, const QString &customerKey, const payment::CardOutcome &outcome);
    void list(const Call &call);
    void hint(const Call &call);

    CommandDesk &m_commands;
    WriteQueue &m_writes;
    const WriteModel m_model;
    ReadPool &m_readers;
    const Provider m_provider;
    const std::function<QUrl()> m_publicUrl; ///< asked late: a free port is known only then
};

} // namespace soban::api
