// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiCall.h"
#include "client/Session.h"
#include "contract/Codec.h"

#include <memory>

namespace soban::client {

template <typename Answer>
using Callback = std::function<void(const Result<Answer, ApiError> &)>;

/// Reads a good answer as what the call promises.
template <typename Answer>
Result<Answer, ApiError> readAnswer(const Answered &answered) {
    if constexpr (std::is_same_v<Answer, contract::Nothing>) {
        return contract::Nothing{};
    } else if constexpr (std::is_same_v<Answer, Download>) {
        return Download{answered.header("Content-Type"), answered.body};
    } else {
        auto read = contract::decode<Answer>(answered.body, contract::Unknown::Overlooked);
        if (!read)
            return notUnderstood(answered, read.error());
        return std::move(read).value();
    }
}

/// Calls the API for one session: adds its token, keys, versions and traces. An expired token is
/// refreshed and the call repeated, once. What to call stands in Calls.h:
///
///     api.send(calls::order(id), this, [this](const Result<OrderView, ApiError> &order) { … });
///
/// Callbacks come once, later, in this thread; not after `context` or this client has died.
class ApiClient : public QObject {
    Q_OBJECT

public:
    ApiClient(HttpTransport &transport, Session &session, QObject *parent = nullptr);

    Session &session() { return m_session; }

    template <typename Answer>
    void send(const Call<Answer> &call, QObject *context, Callback<Answer> callback) {
        sendRaw(call.what, context, [callback](const Result<Answered, ApiError> &answered) {
            if (answered)
                callback(readAnswer<Answer>(*answered));
            else
                callback(answered.error());
        });
    }

    /// For callers that read the answer themselves.
    void sendRaw(ApiCall call, QObject *context, Callback<Answered> callback);

private:
    struct Attempt;

    void start(std::shared_ptr<Attempt> attempt);
    void settle(std::shared_ptr<Attempt> attempt, const Outcome &outcome);
    void refreshAndRepeat(std::shared_ptr<Attempt> attempt, const ApiError &refusal);

    HttpTransport &m_transport;
    Session &m_session;
};

} // namespace soban::client
