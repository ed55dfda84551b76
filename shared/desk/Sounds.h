// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Preferences.h"
#include "desk/SoundOutput.h"

namespace soban::desk {

/// What is to be heard, as the person has set it: mutes and volume.
class Sounds : public QObject {
    Q_OBJECT

public:
    Sounds(std::unique_ptr<SoundOutput> output, const Preferences &preferences,
           QObject *parent = nullptr);
    ~Sounds() override;

    /// Once, unless muted.
    void play(SoundKind kind);
    /// Once, also when muted: to try out a setting.
    void demonstrate(SoundKind kind);

    /// Rings `NewOrder` over and over, until told to stop.
    void startRinging();
    void stopRinging();
    bool isRinging() const { return m_isRinging; }

    /// While a shop is open, its new orders are heard whatever is muted, and at half the volume at
    /// least.
    void setOrdersMustRing(bool must);
    bool mustOrdersRing() const { return m_mustRing; }

private:
    bool isHeard(SoundKind kind) const;
    double volumeOf(SoundKind kind) const;
    void fitRinging();

    std::unique_ptr<SoundOutput> m_output;
    const Preferences &m_preferences;
    bool m_isRinging = false; ///< is wanted; muted or not
    bool m_isHeard = false;   ///< rings in fact
    double m_heardVolume = 0;
    bool m_mustRing = false;
};

} // namespace soban::desk
