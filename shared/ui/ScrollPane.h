// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace soban::ui {

/// Content that may be higher than its place; the ground behind it shows through.
class ScrollPane : public QScrollArea {
    Q_OBJECT

public:
    explicit ScrollPane(QWidget *parent = nullptr) : QScrollArea(parent) {
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        viewport()->setAutoFillBackground(false);
    }

    /// Takes `content` in and deletes what was there before.
    void setContent(QWidget *content) {
        setWidget(content);
        content->setAutoFillBackground(false); // Qt has just said otherwise
    }
};

} // namespace soban::ui
