// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "OrderWalk.h"

namespace soban::testing {

/// Makes, for each route, a call that only the caller's identity can make fail: what it names is
/// there, and its order stands where the action is allowed.
class MatrixCalls {
public:
    explicit MatrixCalls(TestTown &town) : m_town(town) {}

    /// Brings about what the route's call needs. False when that did not work.
    bool prepare(contract::RouteId route);
    ApiCall callOf(contract::RouteId route, Caller caller);

private:
    bool prepareReview();
    QStringList partsOf(contract::RouteId route) const;
    QByteArray bodyOf(contract::RouteId route, Caller caller);
    /// Edits that leave all as it is.
    ApiCall editShop(Caller caller);
    ApiCall editMenu(Caller caller);
    ApiCall withQuery(ApiCall call, const QByteArray &query) const;

    TestTown &m_town;
    std::optional<Standing> m_standing;
    QByteArray m_cardReturn; ///< the query of the return address of a card registration
};

} // namespace soban::testing
