// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Town.h"
#include "replay/Cast.h"
#include "replay/Waiting.h"

namespace soban::replay {

/// Items of which initial stock less what was sold is not what remains, in words. Reads the shops'
/// menus and the customers' orders through the API.
Result<QStringList, QString> stockImbalances(const Interrupt &interrupt, const contract::Town &town,
                                             const Cast &cast);

} // namespace soban::replay
