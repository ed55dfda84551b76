// SPDX-License-Identifier: GPL-3.0-or-later
// Private to server/http.
#pragma once

#include "http/Answer.h"

#include <QMutex>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QThread;

namespace soban::http {

/// An answer on its way to its connection; no answer stands for "nobody will".
struct Delivery {
    quint64 connectionId = 0;
    quint64 sequence = 0;
    std::optional<Answer> answer;
};

/// The one place where answers change threads: anyone may post, the owner's thread receives.
/// Held by shared pointer, so that a late Reply finds a closed mailbox instead of a dead Listener.
class Mailbox : public std::enable_shared_from_this<Mailbox> {
public:
    using Receive = std::function<void(Delivery &&)>;

    /// Created on the receiver's thread; `receive` runs there.
    Mailbox(QObject *receiver, Receive receive);

    /// Any thread. On the receiver's own thread the delivery happens at once.
    void post(Delivery &&delivery);

    /// Receiver's thread: nothing is delivered from now on.
    void close();

private:
    void drain();

    QThread *const m_thread;
    const Receive m_receive;
    QMutex m_mutex;
    QObject *m_receiver; // guarded, like the queue; written by the receiver's thread only
    std::vector<Delivery> m_queue;
};

} // namespace soban::http
