// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Answer.h"

#include <memory>

namespace soban::http {

/// Where a Reply delivers to: the transport in the server, a recorder in a test of routes.
/// Called from whatever thread answers; exactly one of deliver() and giveUp() is called, once.
class ReplySink {
public:
    virtual ~ReplySink();

    virtual void deliver(Answer answer) = 0;
    /// Every copy of the Reply is gone and nobody answered.
    virtual void giveUp() = 0;
    /// Whether nobody waits for the answer any more. Any thread.
    virtual bool isAbandoned() const = 0;
};

/// The right to answer one request: a handle that is copied and moved freely between threads.
///
/// - send() may be called at any time, from any thread; the answers of one connection still leave
/// in
///   the order of its requests.
/// - Only the first send() counts.
/// - If the client has left, or the Listener is gone, the answer is dropped.
/// - If the last copy dies unanswered, the client gets a 500.
class Reply {
public:
    explicit Reply(std::unique_ptr<ReplySink> sink);

    /// Answers the request. False (and nothing happens) if it was answered before.
    bool send(Answer answer) const;

    /// True once the client has left: a hint that work for it can stop. Cheap, from any thread.
    bool isAbandoned() const;

private:
    class State;
    std::shared_ptr<State> m_state;
};

} // namespace soban::http
