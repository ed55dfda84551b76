// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Statements.h"

#include <QStringList>

#include <algorithm>
#include <array>

namespace soban::storage {

QString Insertion::statement(int rows) const {
    const QString row = u'(' + QStringList(columns, QStringLiteral("?")).join(u", ") + u')';
    return QString::fromUtf8(head) + u" VALUES " + QStringList(rows, row).join(u", ") + u' ' +
           QString::fromUtf8(tail);
}

int Insertion::chunkOf(qsizetype rows) {
    constexpr std::array kSizes{64, 16, 4, 1};
    return *std::find_if(kSizes.begin(), kSizes.end(), [rows](int size) { return size <= rows; });
}

} // namespace soban::storage
