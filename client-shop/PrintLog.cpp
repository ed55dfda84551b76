// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/PrintLog.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

namespace soban::shop_app {

namespace {

/// Tickets of more than a day are not printed by themselves any more; this is many days.
constexpr int kMostOrders = 2'000;

/// A new name is durable only once its directory is.
void syncDirectoryOf(const QString &path) {
    const QByteArray directory = QFile::encodeName(QFileInfo(path).absolutePath());
    const int descriptor = ::open(directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

QByteArray lineOf(OrderId order, PrintState state) {
    return (order.toText() + u' ' + toText(state)).toUtf8() + '\n';
}

} // namespace

PrintLog::States PrintLog::open() {
    QDir().mkpath(QFileInfo(m_file).absolutePath());
    States states;
    QList<OrderId> order; // in which they were first written
    if (m_file.open(QIODevice::ReadOnly)) {
        while (!m_file.atEnd()) {
            const QString line = QString::fromUtf8(m_file.readLine()).trimmed();
            const auto id = OrderId::fromText(line.section(u' ', 0, 0));
            const auto state = enumFromText<PrintState>(line.section(u' ', 1));
            if (!id || !state)
                continue;
            if (!states.contains(*id))
                order.append(*id);
            states.insert(*id, *state);
        }
        m_file.close();
    }
    QSaveFile fresh(m_file.fileName());
    if (fresh.open(QIODevice::WriteOnly)) {
        for (const OrderId &id : order.mid(std::max<qsizetype>(0, order.size() - kMostOrders)))
            fresh.write(lineOf(id, states.value(id)));
        fresh.commit();
        syncDirectoryOf(m_file.fileName());
    }
    m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered);
    return states;
}

bool PrintLog::write(OrderId order, PrintState state) {
    const QByteArray line = lineOf(order, state);
    return m_file.write(line) == line.size() && ::fdatasync(m_file.handle()) == 0;
}

} // namespace soban::shop_app
