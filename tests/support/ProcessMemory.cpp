// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ProcessMemory.h"

#include <QFile>

#if defined(__has_feature)
#define SOBAN_HAS_FEATURE(name) __has_feature(name)
#else
#define SOBAN_HAS_FEATURE(name) 0
#endif

namespace soban::testing {

bool ProcessMemory::isTelling() {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) ||                               \
    SOBAN_HAS_FEATURE(address_sanitizer) || SOBAN_HAS_FEATURE(thread_sanitizer)
    return false;
#else
    return true;
#endif
}

qint64 ProcessMemory::field(const QByteArray &name) const {
    QFile file(QStringLiteral("/proc/%1/status").arg(m_processId));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray start = name + ':';
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(start))
            return line.sliced(start.size()).simplified().split(' ').first().toLongLong();
    }
    return -1;
}

} // namespace soban::testing
