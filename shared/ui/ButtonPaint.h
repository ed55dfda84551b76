// SPDX-License-Identifier: GPL-3.0-or-later
// How a button looks: the same for widgets and for the buttons that delegates paint.
#pragma once

#include "ui/Button.h"
#include "ui/Paint.h"

#include <QStyle>

namespace soban::ui {

struct ButtonFace {
    ButtonRole role = ButtonRole::Plain;
    QStyle::State state = QStyle::State_Enabled;
    QString text = {};
    std::optional<Icon> symbol = {};
    bool isSymbolTrailing = false;
    int tall = metrics::kTouchHeight; ///< decides the size of the text
};

void paintButtonPlate(QPainter &painter, const Look &look, const QRect &box,
                      const ButtonFace &face);
void paintButtonLabel(QPainter &painter, const Look &look, const QRect &box,
                      const ButtonFace &face);

} // namespace soban::ui
