// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractEventDispatcher>

#include <memory>

namespace soban {

/// The event dispatcher for a thread with very many sockets; null where Qt's own is all there is.
/// Qt's asks the kernel about every socket at every turn: with 10,000 idle ones a thread serves two
/// per cent of what it serves with none.
std::unique_ptr<QAbstractEventDispatcher> newNetworkDispatcher();

} // namespace soban
