// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/IdSource.h"

#include <algorithm>

namespace soban {

namespace {

constexpr qint64 kEpochMs = 1'704'067'200'000; // 2024-01-01: leaves room until 2093
constexpr int kNodeBits = 10;
constexpr int kCountBits = 12;

/// An id's time and count, with the node squeezed out of the middle.
qint64 withoutNode(qint64 number) {
    const qint64 count = number & ((1 << kCountBits) - 1);
    return (number >> (kNodeBits + kCountBits)) << kCountBits | count;
}

} // namespace

IdSource::IdSource(const Clock &clock, int node) : m_clock(clock), m_node(node), m_last(0) {
    Q_ASSERT(node >= 0 && node < (1 << kNodeBits));
}

void IdSource::startAbove(qint64 number) {
    const qint64 floor = withoutNode(number);
    qint64 last = m_last.load();
    while (last < floor && !m_last.compare_exchange_weak(last, floor)) {
    }
}

qint64 IdSource::nextNumber() {
    const qint64 sinceEpoch = std::max<qint64>(1, m_clock.now().ms() - kEpochMs);
    qint64 last = m_last.load();
    qint64 next = 0;
    do {
        next = std::max(last + 1, sinceEpoch << kCountBits);
    } while (!m_last.compare_exchange_weak(last, next));
    const qint64 time = next >> kCountBits;
    const qint64 count = next & ((1 << kCountBits) - 1);
    return (time << kNodeBits | m_node) << kCountBits | count;
}

} // namespace soban
