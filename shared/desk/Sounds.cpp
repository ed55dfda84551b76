// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Sounds.h"

#include <algorithm>

namespace soban::desk {

namespace {

constexpr double kLeastForOrders = 0.5;

} // namespace

Sounds::Sounds(std::unique_ptr<SoundOutput> output, const Preferences &preferences, QObject *parent)
    : QObject(parent), m_output(std::move(output)), m_preferences(preferences) {
    connect(&preferences, &Preferences::soundsChanged, this, &Sounds::fitRinging);
}

Sounds::~Sounds() = default;

bool Sounds::isHeard(SoundKind kind) const {
    if (kind == SoundKind::NewOrder && m_mustRing)
        return true;
    return !m_preferences.isMuted(kind) && m_preferences.volumePercent() > 0;
}

double Sounds::volumeOf(SoundKind kind) const {
    const double volume = m_preferences.volumePercent() / 100.0;
    return kind == SoundKind::NewOrder && m_mustRing ? std::max(volume, kLeastForOrders) : volume;
}

void Sounds::play(SoundKind kind) {
    if (isHeard(kind))
        demonstrate(kind);
}

void Sounds::demonstrate(SoundKind kind) {
    // What rings without end is not cut off after once.
    if (kind != SoundKind::NewOrder || !m_isHeard)
        m_output->start(kind, volumeOf(kind), false);
}

void Sounds::startRinging() {
    m_isRinging = true;
    fitRinging();
}

void Sounds::stopRinging() {
    m_isRinging = false;
    fitRinging();
}

void Sounds::setOrdersMustRing(bool must) {
    m_mustRing = must;
    fitRinging();
}

void Sounds::fitRinging() {
    const bool shouldBeHeard = m_isRinging && isHeard(SoundKind::NewOrder);
    const double volume = volumeOf(SoundKind::NewOrder);
    const bool isFitting = shouldBeHeard == m_isHeard &&
                           (!shouldBeHeard || qFuzzyCompare(volume + 1, m_heardVolume + 1));
    m_heardVolume = volume;
    if (isFitting)
        return;
    m_isHeard = shouldBeHeard;
    if (shouldBeHeard)
        m_output->start(SoundKind::NewOrder, volume, true);
    else
        m_output->stop(SoundKind::NewOrder);
}

} // namespace soban::desk
