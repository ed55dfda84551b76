// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "messaging/MessageProvider.h"
#include "providers/HttpCaller.h"

namespace soban::providers::solapi {

/// The value of `Authorization` for a call at that moment; the salt serves once.
QByteArray authorization(const QString &apiKey, const QByteArray &secret, Instant now,
                         const QByteArray &salt);

/// A message on its way to Solapi. Without a template it is an SMS.
struct Message {
    messaging::MessageRequest request;
    QString sender;
    QString channel;  ///< of KakaoTalk
    QString admitted; ///< the template there that says it
};
QByteArray sendBody(const Message &message);
/// The query that finds a message: by Solapi's name for it, or else among those to its number.
QByteArray listQuery(const messaging::LookUpRequest &request);

/// What answers mean. 401, 402, 403 and 429 are surely not taken and may be mended; what else is
/// refused in Solapi's own words is refused; everything that is unclear is unknown.
messaging::SendOutcome readSend(const HttpOutcome &outcome);
messaging::LookUpOutcome readList(const HttpOutcome &outcome,
                                  const messaging::LookUpRequest &request);

} // namespace soban::providers::solapi
