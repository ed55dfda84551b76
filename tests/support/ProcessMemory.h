// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QtGlobal>

namespace soban::testing {

/// A program that runs, as the kernel sees its memory.
class ProcessMemory {
public:
    explicit ProcessMemory(qint64 processId) : m_processId(processId) {}

    /// What it has, and the most that it ever had, in KiB; -1 if it is gone.
    qint64 now() const { return field("VmRSS"); }
    qint64 atMost() const { return field("VmHWM"); }

    /// False where a sanitizer, built in as into this test, keeps what the program frees.
    static bool isTelling();

private:
    qint64 field(const QByteArray &name) const;

    const qint64 m_processId;
};

} // namespace soban::testing
