// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Reply.h"

#include <atomic>

namespace soban::http {

ReplySink::~ReplySink() = default;

class Reply::State {
public:
    explicit State(std::unique_ptr<ReplySink> sink) : m_sink(std::move(sink)) {}

    ~State() {
        if (!m_answered.load())
            m_sink->giveUp();
    }

    Q_DISABLE_COPY_MOVE(State)

    bool send(Answer &&answer) {
        if (m_answered.exchange(true))
            return false;
        m_sink->deliver(std::move(answer));
        return true;
    }

    bool isAbandoned() const { return m_sink->isAbandoned(); }

private:
    const std::unique_ptr<ReplySink> m_sink;
    std::atomic_bool m_answered = false;
};

Reply::Reply(std::unique_ptr<ReplySink> sink) : m_state(std::make_shared<State>(std::move(sink))) {}

bool Reply::send(Answer answer) const {
    // A moved-from handle has given its right away.
    return m_state && m_state->send(std::move(answer));
}

bool Reply::isAbandoned() const {
    return !m_state || m_state->isAbandoned();
}

} // namespace soban::http
