// SPDX-License-Identifier: GPL-3.0-or-later
// Private to server/http.
#pragma once

#include <QtGlobal>

#include <array>
#include <vector>

namespace soban::http {

/// Which of many connections are to be looked at when: a ring of slots, one for each tick. To add
/// and to take costs the same however many there are. Nothing is ever removed: who no longer needs
/// an entry does nothing when it comes.
///
/// Moments are milliseconds of any clock that only goes forward.
class DeadlineWheel {
public:
    static constexpr int kTickMs = 100;

    struct Entry {
        quint64 id = 0;
        qint64 atMs = 0;

        friend bool operator==(const Entry &, const Entry &) = default;
    };

    void add(Entry entry);
    /// Takes out the entries whose moment has come, up to a tick late, never early. To be called
    /// about once per tick.
    std::vector<Entry> take(qint64 nowMs);
    bool isEmpty() const { return m_size == 0; }

private:
    static constexpr size_t kSlots = 1024; ///< What lies further ahead comes round more than once.

    void takeSlot(qint64 tick, qint64 nowMs, std::vector<Entry> &due);

    std::array<std::vector<Entry>, kSlots> m_slots;
    size_t m_size = 0;
    qint64 m_doneTick = -1; ///< the last one that was taken
};

} // namespace soban::http
