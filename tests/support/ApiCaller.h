// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Codec.h"
#include "contract/Problem.h"
#include "support/PlainHttp.h"

#include <QTcpSocket>
#include <QUrl>

#include <chrono>

namespace soban::testing {

/// One request of the API, as it goes on the wire: nothing is corrected on the way.
struct ApiCall {
    QByteArray method = "GET";
    QByteArray target = "/"; ///< path and query
    QByteArray body = {};
    QByteArray token = {};   ///< of `Authorization: Bearer`; empty: no such header
    QByteArray key = {};     ///< Idempotency-Key; empty: no such header
    QByteArray ifMatch = {}; ///< empty: no such header
    PlainHeaders headers = {};

    /// If-Match with an order's version.
    ApiCall &atVersion(int version) {
        ifMatch = '"' + QByteArray::number(version) + '"';
        return *this;
    }
};

struct ApiAnswer {
    int status = 0; ///< 0: none came
    PlainHeaders headers = {};
    QByteArray body = {};

    /// The value of a header, by any case; empty when it is not there.
    QByteArray header(QByteArrayView name) const;
    /// The body of a refusal; nothing when it is none by the contract.
    std::optional<contract::Problem> problem() const;
    /// The body read strictly as a document of the contract.
    template <typename T>
    std::optional<T> as() const {
        auto document = contract::decode<T>(body);
        return document ? std::optional(std::move(document).value()) : std::nullopt;
    }
    /// For messages of tests: the status and what came with it.
    QByteArray summary() const { return QByteArray::number(status) + ' ' + body.left(400); }
};

/// One connection to a server, kept alive between calls and opened again when the server closed it.
/// Blocking; `send` and `receive` apart let a test have several calls in flight at once.
class ApiCaller {
public:
    explicit ApiCaller(const QUrl &server);
    Q_DISABLE_COPY_MOVE(ApiCaller)

    ApiAnswer call(const ApiCall &call);
    bool send(const ApiCall &call);
    /// The answer to what was sent last.
    ApiAnswer receive(std::chrono::milliseconds limit = std::chrono::seconds(20));

private:
    bool readUntil(const std::function<bool()> &isEnough, std::chrono::milliseconds limit);

    const QUrl m_server;
    QTcpSocket m_socket;
    QByteArray m_buffer;
    bool m_sentHead = false;
};

} // namespace soban::testing
