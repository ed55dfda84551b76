// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hand/Messages.h"

#include <QEvent>
#include <QObject>

#include <chrono>

namespace soban::hand {

/// Takes the pulse of the program's window: when it was first painted, and how long the thread of
/// the windows was away from waiting for what comes next.
///
/// Where a wait ends is not told by the dispatchers (that of GLib tells of its waking after the
/// work is done), so it is taken from the first event after it.
class Pulse : public QObject {
    Q_OBJECT

public:
    using Clock = std::chrono::steady_clock;

    /// `startedAt`: of the process.
    explicit Pulse(Clock::time_point startedAt, QObject *parent = nullptr);

    /// Into which it puts what it knows.
    void fill(Measures &measures) const;
    /// Since when nothing was painted.
    Clock::time_point lastPaint() const { return m_lastPaint; }

    /// What the hand does itself is not the program's.
    class Aside {
    public:
        explicit Aside(Pulse &pulse) : m_pulse(pulse) {}
        ~Aside() { m_pulse.m_aside += Clock::now() - m_began; }
        Q_DISABLE_COPY_MOVE(Aside)

    private:
        Pulse &m_pulse;
        Clock::time_point m_began = Clock::now();
    };

signals:
    /// The program has done all that there was to do.
    void rested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Act {
        const char *receiver = nullptr;
        QEvent::Type event = QEvent::None;
        Clock::time_point since = {};
        Clock::duration span = {};
    };

    void endAct(Clock::time_point now);
    void rest();

    Clock::time_point m_startedAt;
    std::optional<Clock::time_point> m_busySince;
    Clock::duration m_aside{}; ///< of the present stretch
    Act m_act;                 ///< the present one
    Act m_heaviest;            ///< of the present stretch
    std::optional<Clock::duration> m_firstPaint;
    bool m_hasPainted = false;
    Clock::time_point m_lastPaint{};
    Clock::duration m_longest{};
    QString m_longestWhat;
    int m_longOnes = 0;
};

} // namespace soban::hand
