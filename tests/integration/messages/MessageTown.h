// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/OrderWalk.h"
#include "contract/Messaging.h"
#include "support/PlainHttp.h"

namespace soban::testing {

/// A town whose customers' messages a test follows.
class MessageTown : public TestTown {
public:
    /// With the sandbox's Solapi for the gateway, and KakaoTalk templates for "placed" and
    /// "accepted" in Korean, for "placed" in English.
    std::optional<QString> startWithSolapi();

    /// False if the server would not have it.
    bool prefer(MessageWay way, Language language, Caller customer = Caller::Customer);
    std::optional<contract::MessagePreference> preference(Caller customer = Caller::Customer);
    /// An order of the customer's that has come that far; one that is placed without steps.
    OrderId order(const Steps &steps = {});
    /// An order that a customer has just placed.
    OrderId orderPlacedBy(Caller customer);
    /// As the customer sees them.
    QList<contract::PhoneMessageView> messages(OrderId order, Caller customer = Caller::Customer);
    /// As the operator sees them.
    QList<contract::PhoneMessageAudit> audits(OrderId order);
    /// The same in a line, to tell what was wrong.
    QByteArray auditSummary(OrderId order);
    /// All that are in that state.
    QList<contract::PhoneMessageAudit> inState(MessageState state);
    bool areAll(OrderId order, int count, MessageState state);
    /// Of /metrics; -1 if there is no such figure.
    double figure(const QByteArray &name);

private:
    PlainHttp m_plain;
    QTemporaryDir m_files;
};

/// `--set` before each.
QStringList settingsOf(const QStringList &values);

} // namespace soban::testing
