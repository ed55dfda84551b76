// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PartsDelegate.h"

namespace soban::ui {

QStringList PartsDelegate::partWords(const QModelIndex &index) const {
    constexpr QRect kAnywhere(0, 0, 400, 400);
    QStringList words;
    for (const Part &part : partsIn(kAnywhere, index))
        words.append(part.words);
    return words;
}

QRect PartsDelegate::partBox(const QModelIndex &index, const QRect &row, int part) const {
    const QList<Part> parts = partsIn(row, index);
    return part >= 0 && part < parts.size() ? parts.at(part).box : QRect();
}

} // namespace soban::ui
