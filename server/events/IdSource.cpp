// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/IdSource.h"

#include <algorithm>

namespace soban {

namespace {

constexpr qint64 kEpochMs = 1'704'067'200'000; // 2024-01-01: leaves room until 2093
constexpr int kNodeBits = 10;
constexpr int kCountBits = 12;

/// The last time and count of an id's millisecond: what follows is above the id, whichever server
/// gave it out.
qint64 endOfMillisecond(qint64 number) {
    constexpr qint64 kLastCount = (1 << kCountBits) - 1;
    return (number >> (kNodeBits + kCountBits)) << kCountBits | kLastCount;
}

} // namespace

IdSource::IdSource(const Clock &clock, int node) : m_clock(clock), m_node(node), m_last(0) {
    Q_ASSERT(node >= 0 && node < (1 << kNodeBits));
}

void IdSource::setNode(int node) {
    Q_ASSERT(node >= 0 && node < (1 << kNodeBits));
    m_node = node;
}

void IdSource::startAbove(qint64 number) {
    const qint64 floor = endOfMillisecond(number);
    qint64 last = m_last.load();
    while (last < floor && !m_last.compare_exchange_weak(last, floor)) {
    }
}

int IdSource::nodeOf(qint64 number) {
    return int(number >> kCountBits & ((1 << kNodeBits) - 1));
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
    return (time << kNodeBits | m_node.load()) << kCountBits | count;
}

} // namespace soban
