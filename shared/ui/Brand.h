// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Look.h"

#include <QRectF>

class QPainter;

namespace soban::ui {

/// How wide the product's table is with its name beside it, the table drawn `table` pixels wide.
int brandWidth(const Look &look, int table);

/// Draws them at the left of `box`, half way down, for a ground of lacquer. The name is the one in
/// the language of the look, as it was drawn once: a letter of no font.
void paintBrand(QPainter &painter, const Look &look, const QRectF &box, int table);

} // namespace soban::ui
