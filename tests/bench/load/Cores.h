// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace soban::bench {

/// The cores that this process may use.
QList<int> usableCores();

/// Holds the calling thread on some cores, and with it every thread and process that it starts,
/// until this goes.
class OnCores {
public:
    explicit OnCores(const QList<int> &cores);
    ~OnCores();
    Q_DISABLE_COPY_MOVE(OnCores)

private:
    const QList<int> m_before;
};

} // namespace soban::bench
