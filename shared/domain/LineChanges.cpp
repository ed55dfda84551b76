// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/LineChanges.h"

#include <algorithm>

namespace soban {

namespace {

bool isSame(const OrderLine &one, const OrderLine &other) {
    return one.item == other.item &&
           std::equal(one.options.cbegin(), one.options.cend(), other.options.cbegin(),
                      other.options.cend(),
                      [](const PricedOption &a, const PricedOption &b) { return a.id == b.id; });
}

const OrderLine *findSame(const QList<OrderLine> &lines, const OrderLine &line) {
    const auto found = std::find_if(lines.cbegin(), lines.cend(),
                                    [&](const OrderLine &one) { return isSame(one, line); });
    return found == lines.cend() ? nullptr : &*found;
}

} // namespace

QList<LineChange> lineChanges(const QList<OrderLine> &before, const QList<OrderLine> &now) {
    using Kind = LineChange::Kind;
    QList<LineChange> changes;
    for (const OrderLine &line : now) {
        const OrderLine *old = findSame(before, line);
        if (!old)
            changes.append({Kind::Added, line});
        else
            changes.append({old->quantity == line.quantity ? Kind::Kept : Kind::Recounted, line,
                            old->quantity});
    }
    for (const OrderLine &line : before) {
        if (!findSame(now, line))
            changes.append({Kind::Removed, line, line.quantity});
    }
    return changes;
}

} // namespace soban
