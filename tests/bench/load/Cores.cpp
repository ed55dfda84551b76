// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/Cores.h"

#include <sched.h>

namespace soban::bench {

namespace {

void holdOn(const QList<int> &cores) {
    cpu_set_t set;
    CPU_ZERO(&set);
    for (const int core : cores)
        CPU_SET(std::size_t(core), &set);
    if (::sched_setaffinity(0, sizeof set, &set) != 0)
        qFatal("cannot be held on a core");
}

} // namespace

QList<int> usableCores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    ::sched_getaffinity(0, sizeof set, &set);
    QList<int> cores;
    for (int core = 0; core < CPU_SETSIZE; ++core) {
        if (CPU_ISSET(std::size_t(core), &set))
            cores.append(core);
    }
    return cores;
}

OnCores::OnCores(const QList<int> &cores) : m_before(usableCores()) {
    holdOn(cores);
}

OnCores::~OnCores() {
    holdOn(m_before);
}

} // namespace soban::bench
