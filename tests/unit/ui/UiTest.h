// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/SobanStyle.h"

#include <QApplication>
#include <QImage>
#include <QTest>
#include <QWidget>

namespace soban::ui {

/// The look of the test's application; made at the first call.
inline Look &testLook() {
    if (!qobject_cast<SobanStyle *>(QApplication::style()))
        SobanStyle::install(*qApp).setChoice(Look::Choice::Light);
    return const_cast<Look &>(Look::of(nullptr));
}

inline QImage imageOf(QWidget &widget, const QSize &size) {
    widget.resize(size);
    return widget.grab().toImage();
}

/// How many pixels have exactly this colour.
inline int count(const QImage &image, const QColor &color) {
    int sum = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            sum += image.pixelColor(x, y).rgb() == color.rgb() ? 1 : 0;
    return sum;
}

} // namespace soban::ui
