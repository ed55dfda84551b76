// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>

#include <algorithm>
#include <type_traits>

namespace soban::storage {

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
