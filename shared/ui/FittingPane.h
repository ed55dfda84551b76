// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ScrollPane.h"

namespace soban::ui {

/// A pane that is as high as its content where there is room, and scrolls where there is not. What
/// the keyboard goes to is scrolled into view.
class FittingPane : public ScrollPane {
    Q_OBJECT

public:
    explicit FittingPane(QWidget *parent = nullptr);

    void setContent(QWidget *content);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *focus);
};

} // namespace soban::ui
