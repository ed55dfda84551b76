// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace soban::testing {

/// Whether a PDF made by Qt draws every character of `text`: each must stand in a font's table from
/// glyphs to characters. Needs no other program; says nothing of the order.
bool hasGlyphsFor(const QByteArray &pdf, const QString &text);

} // namespace soban::testing
