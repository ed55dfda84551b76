// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Routes.h"
#include "support/TestTown.h"

#include <array>
#include <span>

namespace soban::testing {

/// Success, or the code of the refusal.
using Expected = std::optional<contract::ErrorCode>;

/// What each caller gets, in the order of the enumerators from Nobody to Operator. The call asks
/// for what belongs to Customer, Shop and NearRider.
using Cells = std::array<Expected, 9>;

/// How a good answer looks.
struct Content {
    const char *mediaType;            ///< nullptr: no body
    bool (*reads)(const ApiAnswer &); ///< whether the body is what the contract says
};

struct MatrixRow {
    contract::RouteId route;
    Cells cells;
    Content content;
};

/// Who may do what, written down apart from the contract's own table.
std::span<const MatrixRow> routeMatrix();
const MatrixRow *rowOf(contract::RouteId route);

} // namespace soban::testing
