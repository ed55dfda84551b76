// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QThreadPool>

namespace soban::shop_app {

/// A thread for what would hold up the window: files, printers. One thing after the other, in the
/// order in which they were given.
class BackRoom : public QObject {
    Q_OBJECT

public:
    explicit BackRoom(QObject *parent = nullptr) : QObject(parent) {
        m_thread.setMaxThreadCount(1);
    }
    /// Waits until all is done.
    ~BackRoom() override { m_thread.waitForDone(); }

    /// Runs `work` there, and `then` with its result in this thread, unless `context` has died.
    template <typename Work, typename Then>
    void run(QObject *context, Work work, Then then) {
        m_thread.start([this, asker = QPointer(context), work = std::move(work),
                        then = std::move(then)]() mutable {
            auto result = work();
            QMetaObject::invokeMethod(
                this,
                [asker, then = std::move(then), result = std::move(result)] {
                    if (asker)
                        then(result);
                },
                Qt::QueuedConnection);
        });
    }

private:
    QThreadPool m_thread;
};

} // namespace soban::shop_app
