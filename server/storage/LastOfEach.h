// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>

#include <algorithm>
#include <type_traits>

namespace soban::storage {

/// The last row for which this holds; null if there is none.
template <typename Row, typename Condition>
const Row *lastWhere(const QList<Row> &rows, const Condition &condition) {
    const auto found = std::find_if(rows.crbegin(), rows.crend(), condition);
    return found == rows.crend() ? nullptr : &*found;
}

/// Of the rows that are about the same, the last one, in the order of `rows`; `subjectOf` says what
/// a row is about.
template <typename Row, typename SubjectOf>
QList<Row> lastOfEach(const QList<Row> &rows, const SubjectOf &subjectOf) {
    QList<Row> last;
    QSet<std::decay_t<decltype(subjectOf(rows.first()))>> seen;
    for (auto row = rows.crbegin(); row != rows.crend(); ++row) {
        const qsizetype known = seen.size();
        seen.insert(subjectOf(*row));
        if (seen.size() > known)
            last.append(*row);
    }
    std::reverse(last.begin(), last.end());
    return last;
}

} // namespace soban::storage
