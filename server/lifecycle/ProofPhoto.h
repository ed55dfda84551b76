// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Problem.h"
#include "domain/Order.h"
#include "events/PictureNames.h"

#include <optional>

namespace soban {

/// Nobody opened: the order keeps a photo of where the goods are as the proof of its hand-over.
/// invalid_value at `photo` if there is no such picture among `uploaded`.
std::optional<contract::Problem> keepProof(Order &order, const QString &photo,
                                           const PictureNames &uploaded);

} // namespace soban
