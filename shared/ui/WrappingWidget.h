// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace soban::ui {

/// Something painted whose height follows from its width, because its words wrap. Layouts ask for
/// that height; where they do not (side by side, in a scroll area) it is insisted upon.
class WrappingWidget : public QWidget {
    Q_OBJECT

public:
    explicit WrappingWidget(QWidget *parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override = 0;
    /// The height belongs to `hintWidth`.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    /// The width to be had where there is room, and the least that works.
    virtual int hintWidth() const = 0;
    virtual int leastWidth() const = 0;
    /// To be called when what is shown has changed.
    void refit();

    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
};

} // namespace soban::ui
