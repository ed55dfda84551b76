// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/SoundKind.h"

#include <QString>

#include <memory>

namespace soban::desk {

/// What brings sounds to the ear.
class SoundOutput {
public:
    virtual ~SoundOutput() = default;
    /// From its start; without end if `repeats`. `volume` is from 0 to 1, as it is felt.
    virtual void start(SoundKind kind, double volume, bool repeats) = 0;
    virtual void stop(SoundKind kind) = 0;
};

/// The machine's loudspeakers. Makes its files and talks to the sound server on a thread of its
/// own: a sound server that hangs is waited for there.
class Loudspeaker : public SoundOutput {
public:
    /// WAV files are put below `folder`.
    explicit Loudspeaker(const QString &folder);
    ~Loudspeaker() override;

    void start(SoundKind kind, double volume, bool repeats) override;
    void stop(SoundKind kind) override;

private:
    class Effects;
    class Thread;

    std::unique_ptr<Thread> m_thread;
};

} // namespace soban::desk
