// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/Histogram.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace soban::bench {

namespace {

constexpr int kPartBits = 7;
constexpr quint64 kParts = 1U << kPartBits;
constexpr int kScaleBits = 40; // 18 minutes
constexpr quint64 kMost = (quint64(1) << kScaleBits) - 1;

/// Below 128 ns each value has a slot of its own; above, each octave has 128.
std::size_t slotOf(quint64 ns) {
    const int shift = std::max(0, int(std::bit_width(ns)) - kPartBits - 1);
    return std::size_t(shift * kParts + (ns >> shift));
}

/// The largest value of a slot.
qint64 edgeOf(std::size_t slot) {
    if (slot < 2 * kParts)
        return qint64(slot);
    const quint64 shift = slot / kParts - 1;
    const quint64 part = slot - shift * kParts;
    return qint64(((part + 1) << shift) - 1);
}

} // namespace

Histogram::Histogram() : m_slots(slotOf(kMost) + 1) {}

void Histogram::record(Span latency) {
    const auto ns = quint64(std::max<qint64>(0, latency.count()));
    ++m_slots[slotOf(std::min(ns, kMost))];
    ++m_count;
    m_longest = std::max(m_longest, latency);
}

void Histogram::merge(const Histogram &other) {
    for (std::size_t i = 0; i < m_slots.size(); ++i)
        m_slots[i] += other.m_slots[i];
    m_count += other.m_count;
    m_longest = std::max(m_longest, other.m_longest);
}

Span Histogram::quantile(double share) const {
    const auto wanted = quint64(std::max(1.0, std::ceil(share * double(m_count))));
    quint64 seen = 0;
    for (std::size_t slot = 0; slot < m_slots.size(); ++slot) {
        seen += m_slots[slot];
        if (seen >= wanted)
            return std::min(Span(edgeOf(slot)), m_longest);
    }
    return Span(0);
}

} // namespace soban::bench
