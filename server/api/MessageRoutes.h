// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/CommandDesk.h"
#include "api/RouteFunctions.h"

namespace soban::api {

/// Messages to customers' phones: how customers want them, what became of them, and what gateways
/// report of them.
class MessageRoutes {
public:
    /// What a gateway's word for what became of a message means; nothing if it is no such word.
    using ReadReport = std::function<std::optional<messaging::LookUpOutcome>(const QString &word)>;

    MessageRoutes(CommandDesk &commands, WriteQueue &writes, const WriteModel &model,
                  ReadPool &readers, ReadReport readReport);

    RouteFunctions functions();

private:
    void preference(const Call &call);
    void savePreference(const Call &call);
    void ofOrder(const Call &call);
    void report(const Call &call);
    void audit(const Call &call);
    void auditOrder(const Call &call);

    CommandDesk &m_commands;
    WriteQueue &m_writes;
    const WriteModel m_model;
    ReadPool &m_readers;
    const ReadReport m_readReport;
};

} // namespace soban::api
