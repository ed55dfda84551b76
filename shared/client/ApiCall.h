// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/HttpTransport.h"
#include "contract/Routes.h"

namespace soban::client {

/// One call of the API, ready to be sent, also more than once.
struct ApiCall {
    contract::RouteId route;
    QStringList pathParts = {};
    QUrlQuery query = {};
    QByteArray body = {};
    std::optional<int> version = {}; ///< the order's, as the person saw it
    QString key = {};                ///< for routes that take one; made when sent if empty
    QString traceparent = {};        ///< made when sent if empty
    Lane lane = Lane::Prompt;
    std::chrono::milliseconds timeLimit{0}; ///< 0: the transport's
};

/// A call that is answered with an `Answer`: a message of the contract, `contract::Nothing` or
/// `Download`.
template <typename Answer>
struct Call {
    ApiCall what;
};

/// A call that changes something and carries an Idempotency-Key: fit for the `CommandQueue`.
/// Commands about one order take effect in the order in which they were given.
template <typename Answer>
struct Command : Call<Answer> {
    std::optional<OrderId> subject;
};

/// An answer that is not JSON of the contract: a picture, a description, figures.
struct Download {
    QByteArray contentType;
    QByteArray bytes;
};

} // namespace soban::client
