// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Town.h"
#include "replay/Geography.h"

namespace soban::replay {

/// The town of an instance: each restaurant a shop that is always open, each courier a rider off
/// duty, each order a customer of its own. The same seed gives the same town.
contract::Town townOf(const Instance &instance, const Geography &geography, quint32 seed);

/// Everybody's password.
QString townPassword();

/// How people of the town sign in.
QString shopLogin(int restaurant);
QString riderLogin(int courier);
QString customerLogin(int order);

} // namespace soban::replay
