// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messaging/MessageProvider.h"
#include "providers/HttpCaller.h"

namespace soban::providers::kannel {

/// What is asked of Kannel's smsbox to send one SMS.
struct Sms {
    QByteArray user;
    QByteArray password;
    QString from;
    QString to;
    QString text;
    QUrl reportUrl; ///< gets the word for what became of it as its query item `type`
};
QByteArray sendQuery(const Sms &sms);

/// What an answer means. 202 is taken; 403 of a wrong login and 503 of a gateway that is not ready
/// are surely not; what else says no is no; all that is unclear is unknown.
messaging::SendOutcome readSend(const HttpOutcome &outcome);

/// What the word of a delivery report means, Kannel's `%d`: 1 delivered, 2 failed, 4 and 8 on its
/// way, 16 rejected. Nothing if it is none of them.
std::optional<messaging::LookUpOutcome> readReport(const QString &word);

} // namespace soban::providers::kannel
