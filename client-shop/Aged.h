// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Paint.h"

namespace soban::shop_app {

/// The colours of what may have changed since the line was lost: no longer raised, all in one quiet
/// ink.
inline ui::Tokens agedTokens(ui::Tokens tokens) {
    tokens.surface = tokens.ground;
    tokens.ink = tokens.ink3;
    tokens.ink2 = tokens.ink3;
    return tokens;
}

inline ui::Chip agedChip(ui::Chip chip) {
    chip.tone = ui::Tone::Done;
    return chip;
}

} // namespace soban::shop_app
