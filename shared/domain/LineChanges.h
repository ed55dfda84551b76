// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Pricing.h"

namespace soban {

/// What became of one line of an order when the order was changed.
struct LineChange {
    enum class Kind { Kept, Added, Recounted, Removed };

    Kind kind;
    OrderLine line;         ///< as it is now; as it was, if removed
    int quantityBefore = 0; ///< none, if added
    bool operator==(const LineChange &) const = default;
};

/// The lines in the order in which they stand `now`, then those that are gone. A line is the same
/// if it is the same item with the same options.
QList<LineChange> lineChanges(const QList<OrderLine> &before, const QList<OrderLine> &now);

} // namespace soban
