// SPDX-License-Identifier: GPL-3.0-or-later
// How the programs wait without blocking: what is awaited happens in the event loop.
#pragma once

#include "client/ApiClient.h"
#include "client/CommandQueue.h"

#include <QDeadlineTimer>
#include <QEventLoop>
#include <QTimer>

#include <deque>

namespace soban::replay {

/// SIGINT and SIGTERM as something that event loops see. One per program.
class Interrupt : public QObject {
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);
    bool isRequested() const { return m_isRequested; }

signals:
    void requested();

private:
    bool m_isRequested = false;
};

/// Runs the event loop until it is opened, the time is over or the program is interrupted.
class Gate {
public:
    explicit Gate(const Interrupt &interrupt) : m_interrupt(interrupt) {}

    void open();
    bool isOpen() const { return m_isOpen; }
    /// True when it is open.
    bool wait(std::chrono::milliseconds limit);

private:
    const Interrupt &m_interrupt;
    QEventLoop m_loop;
    bool m_isOpen = false;
};

/// Lets many asynchronous tasks run, a few at a time. Each calls its argument once when it is done.
class TaskPool : public QObject {
    Q_OBJECT

public:
    using Task = std::function<void(std::function<void()> done)>;

    TaskPool(int atOnce, std::deque<Task> tasks) : m_free(atOnce), m_tasks(std::move(tasks)) {}
    void start();

signals:
    void finished();

private:
    void pump();

    int m_free;
    int m_running = 0;
    bool m_isPumping = false;
    std::deque<Task> m_tasks;
};

/// Sends a call that may be repeated (it only reads, or sets) until it is answered for good.
template <typename Answer>
void insist(client::ApiClient &api, const client::Call<Answer> &call, QObject *context,
            client::Callback<Answer> callback) {
    constexpr std::chrono::milliseconds kPause(100);
    api.send<Answer>(call, context, [=, &api](const Result<Answer, client::ApiError> &answer) {
        if (answer || !answer.error().isPassing()) {
            callback(answer);
            return;
        }
        QTimer::singleShot(kPause, context, [=, &api] { insist(api, call, context, callback); });
    });
}

} // namespace soban::replay
