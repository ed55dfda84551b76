// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Review.h"
#include "domain/Review.h"

namespace soban::views {

/// A review as all parties see it.
contract::ReviewView rendered(const Review &review, const QString &author);

} // namespace soban::views
