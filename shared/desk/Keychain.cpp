// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Keychain.h"

#include <QDeadlineTimer>
#include <QThread>

#include <qt6keychain/keychain.h>

namespace soban::desk {

namespace {

constexpr std::chrono::milliseconds kPatienceAtTheEnd{2'000};

QString service() {
    return QStringLiteral("soban");
}

KeychainAnswer answerOf(const QKeychain::Job &job, const QByteArray &secret) {
    switch (job.error()) {
    case QKeychain::NoError:
        return {KeychainAnswer::Kind::Done, secret};
    case QKeychain::EntryNotFound:
        return {KeychainAnswer::Kind::NotFound};
    default:
        return {KeychainAnswer::Kind::Refused, {}, job.errorString()};
    }
}

void answerLater(QObject *context, const Keychain::Answered &answered,
                 const KeychainAnswer &answer) {
    QMetaObject::invokeMethod(
        context, [answered, answer] { answered(answer); }, Qt::QueuedConnection);
}

} // namespace

/// Runs the jobs of QtKeychain, which keep their order by themselves, in its event loop.
class SystemKeychain::Thread : public QThread {
public:
    Thread() {
        setObjectName(QStringLiteral("soban-keychain"));
        m_worker.moveToThread(this);
        start();
    }

    /// Asks from the outside; `make` runs in this thread, `answered` where this object lives.
    template <typename Make, typename Read>
    void ask(Make make, Read read, QObject *context, Keychain::Answered answered) {
        QMetaObject::invokeMethod(&m_worker, [this, make, read, asker = QPointer(context),
                                              answered = std::move(answered)] {
            ++m_pending;
            auto *job = make();
            connect(job, &QKeychain::Job::finished, &m_worker, [this, job, read, asker, answered] {
                const auto tell = [asker, answered, answer = answerOf(*job, read(*job))] {
                    if (asker)
                        answered(answer);
                };
                QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
                --m_pending;
                leaveIfDone();
            });
            job->start();
        });
    }

    /// True once all is done and the thread has ended.
    bool finish() {
        QMetaObject::invokeMethod(&m_worker, [this] {
            m_isLeaving = true;
            leaveIfDone();
        });
        return wait(QDeadlineTimer(kPatienceAtTheEnd));
    }

private:
    void leaveIfDone() {
        if (m_isLeaving && m_pending == 0)
            quit();
    }

    QObject m_worker;
    int m_pending = 0; ///< used in this thread only, as is the next
    bool m_isLeaving = false;
};

SystemKeychain::SystemKeychain() : m_thread(std::make_unique<Thread>()) {}

SystemKeychain::~SystemKeychain() {
    // A keychain that never answers must not keep the app from ending; a running QThread cannot be
    // destroyed, so it is left to the end of the process.
    if (!m_thread->finish())
        (void)m_thread.release();
}

void SystemKeychain::read(const QString &key, QObject *context, Answered answered) {
    const auto make = [key] {
        auto *job = new QKeychain::ReadPasswordJob(service());
        job->setKey(key);
        return job;
    };
    m_thread->ask(
        make, [](const QKeychain::ReadPasswordJob &job) { return job.binaryData(); }, context,
        std::move(answered));
}

void SystemKeychain::write(const QString &key, const QByteArray &secret, QObject *context,
                           Answered answered) {
    const auto make = [key, secret] {
        auto *job = new QKeychain::WritePasswordJob(service());
        job->setKey(key);
        job->setBinaryData(secret);
        return job;
    };
    m_thread->ask(
        make, [](const QKeychain::Job &) { return QByteArray(); }, context, std::move(answered));
}

void SystemKeychain::remove(const QString &key, QObject *context, Answered answered) {
    const auto make = [key] {
        auto *job = new QKeychain::DeletePasswordJob(service());
        job->setKey(key);
        return job;
    };
    m_thread->ask(
        make, [](const QKeychain::Job &) { return QByteArray(); }, context, std::move(answered));
}

void NoKeychain::read(const QString &, QObject *context, Answered answered) {
    answerLater(context, answered, {KeychainAnswer::Kind::Refused});
}

void NoKeychain::write(const QString &, const QByteArray &, QObject *context, Answered answered) {
    answerLater(context, answered, {KeychainAnswer::Kind::Refused});
}

void NoKeychain::remove(const QString &, QObject *context, Answered answered) {
    answerLater(context, answered, {KeychainAnswer::Kind::Refused});
}

} // namespace soban::desk
