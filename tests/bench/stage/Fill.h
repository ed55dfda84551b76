// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace soban::bench {

/// Fills a store of which no server is open up to `orders` orders, with copies of those that are in
/// it: the orders, their payments, documents and events, each with an id of its own. Copies of
/// copies of a few are enough for every index to be as deep as it would be. The reason if it
/// cannot.
std::optional<QString> fillStore(const QString &databaseFile, int orders);

} // namespace soban::bench
