// SPDX-License-Identifier: GPL-3.0-or-later
// The sounds of the house, made of a bell of brass and bars of wood.
#pragma once

#include "desk/SoundKind.h"

#include <QByteArray>

#include <vector>

namespace soban::desk {

constexpr int kSampleRate = 44'100;

/// One channel, between -1 and 1. `NewOrder` ends in the pause that belongs between two rings.
std::vector<float> samplesOf(SoundKind kind);

/// As a WAV file of 16 bits.
QByteArray wavOf(SoundKind kind);

} // namespace soban::desk
