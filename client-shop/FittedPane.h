// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ScrollPane.h"

#include <QEvent>

namespace soban::shop_app {

/// Wants to be as high as what it scrolls: for sheets, whose height follows what is in them.
class FittedPane : public ui::ScrollPane {
public:
    using ScrollPane::ScrollPane;
    QSize sizeHint() const override { return widget() ? widget()->sizeHint() : QSize(); }

protected:
    bool event(QEvent *event) override {
        if (event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return ScrollPane::event(event);
    }
};

} // namespace soban::shop_app
