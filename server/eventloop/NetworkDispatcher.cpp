// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventloop/NetworkDispatcher.h"

#ifdef Q_OS_LINUX
#include "eventloop/EpollDispatcher.h"
#endif

namespace soban {

std::unique_ptr<QAbstractEventDispatcher> newNetworkDispatcher() {
#ifdef Q_OS_LINUX
    return std::make_unique<EpollDispatcher>();
#else
    return nullptr;
#endif
}

} // namespace soban
