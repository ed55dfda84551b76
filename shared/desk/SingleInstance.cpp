// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/SingleInstance.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFileInfo>
#include <QLocalSocket>
#include <QThread>

namespace soban::desk {

namespace {

/// `raise TOKEN`, answered with `ok`.
const QByteArray kRaise = QByteArrayLiteral("raise");
const QByteArray kOk = QByteArrayLiteral("ok\n");
constexpr qint64 kLongestWish = 1024;
constexpr unsigned long kNapMs = 50;

QByteArray ownToken() {
    const QByteArray wayland = qgetenv("XDG_ACTIVATION_TOKEN");
    return wayland.isEmpty() ? qgetenv("DESKTOP_STARTUP_ID") : wayland;
}

} // namespace

SingleInstance::SingleInstance(const QString &lockFile, QObject *parent)
    : QObject(parent)
    , m_socketName(QFileInfo(lockFile).absolutePath() + u'/' +
                   QFileInfo(lockFile).completeBaseName() + QStringLiteral(".socket"))
    , m_lock(lockFile) {
    m_lock.setStaleLockTime(0); // stale when its process has died, not by age
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::serve);
}

SingleInstance::~SingleInstance() = default;

SingleInstance::Start SingleInstance::begin(std::chrono::milliseconds patience) {
    const QDeadlineTimer deadline(patience);
    QDir().mkpath(QFileInfo(m_socketName).absolutePath());
    // The other one may just be starting, and not listen yet, or just be ending: look again.
    do {
        if (m_lock.tryLock(0))
            return listen() ? Start::First : Start::Failed;
        if (m_lock.error() != QLockFile::LockFailedError) {
            m_fault =
                QStringLiteral("cannot write to %1").arg(QFileInfo(m_socketName).absolutePath());
            return Start::Failed;
        }
        if (askFirst(std::chrono::milliseconds(deadline.remainingTime())))
            return Start::Handed;
        QThread::msleep(kNapMs);
    } while (!deadline.hasExpired());
    m_fault = QStringLiteral("it runs already, but does not answer");
    return Start::Failed;
}

bool SingleInstance::listen() {
    // We hold the lock, so a socket that lies there belongs to nobody.
    QLocalServer::removeServer(m_socketName);
    if (m_server.listen(m_socketName))
        return true;
    m_fault = m_server.errorString();
    return false;
}

bool SingleInstance::askFirst(std::chrono::milliseconds patience) {
    const QDeadlineTimer deadline(patience);
    const auto left = [&deadline] { return int(std::max<qint64>(deadline.remainingTime(), 1)); };
    QLocalSocket socket;
    socket.connectToServer(m_socketName);
    if (!socket.waitForConnected(left()))
        return false;
    socket.write(kRaise + ' ' + ownToken().left(kLongestWish / 2) + '\n');
    QByteArray answer;
    while (!answer.endsWith('\n') &&
           (socket.bytesAvailable() > 0 || socket.waitForReadyRead(left())))
        answer += socket.readAll();
    return answer == kOk;
}

void SingleInstance::serve() {
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > kLongestWish)
                    socket->abort();
                return;
            }
            const QByteArray wish = socket->readLine(kLongestWish).trimmed();
            if (wish.left(kRaise.size()) == kRaise) {
                socket->write(kOk);
                socket->flush();
                emit raiseRequested(QString::fromLatin1(wish.mid(kRaise.size()).trimmed()));
            }
            socket->disconnectFromServer();
        });
    }
}

} // namespace soban::desk
