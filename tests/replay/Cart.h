// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/Backoff.h"
#include "contract/Catalogue.h"

namespace soban::replay {

/// Chooses from a shop's menu as a person might: one to three things with valid options, worth the
/// shop's minimum at least. Empty if everything is sold out.
QList<LineChoice> chooseCart(const contract::ShopView &shop, client::Random &random);

} // namespace soban::replay
