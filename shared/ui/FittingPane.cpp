// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/FittingPane.h"

#include "ui/Look.h"

#include <QApplication>
#include <QEvent>
#include <QLayout>

namespace soban::ui {

namespace {

constexpr int kLeastHeight = 48;
constexpr int kLeastWidth = 220;
constexpr int kAround = 24; ///< kept in view around what has the focus

} // namespace

FittingPane::FittingPane(QWidget *parent) : ScrollPane(parent) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget *, QWidget *focus) { follow(focus); });
}

void FittingPane::setContent(QWidget *content) {
    ScrollPane::setContent(content);
    content->installEventFilter(this);
    updateGeometry();
}

void FittingPane::follow(QWidget *focus) {
    // What is being pressed must not go away under the pointer before it is let go.
    if (QGuiApplication::mouseButtons() != Qt::NoButton)
        return;
    if (focus && widget() && widget()->isAncestorOf(focus))
        ensureWidgetVisible(focus, 0, kAround);
}

int FittingPane::heightForWidth(int width) const {
    if (!widget())
        return 0;
    const int height = widget()->hasHeightForWidth() ||
                               (widget()->layout() && widget()->layout()->hasHeightForWidth())
                           ? widget()->heightForWidth(width)
                           : widget()->sizeHint().height();
    return std::max(height, widget()->minimumSizeHint().height());
}

QSize FittingPane::sizeHint() const {
    const int width = widget() ? widget()->sizeHint().width() : 0;
    return {width, heightForWidth(testAttribute(Qt::WA_Resized) ? this->width() : width)};
}

QSize FittingPane::minimumSizeHint() const {
    const int height = std::min(sizeHint().height(), Look::of(this).scaled(kLeastHeight));
    const int width = widget() ? widget()->minimumSizeHint().width() : 0;
    // Content that can be arranged in another way is, once it has less room.
    return {std::min(width, Look::of(this).scaled(kLeastWidth)), height};
}

bool FittingPane::eventFilter(QObject *watched, QEvent *event) {
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return ScrollPane::eventFilter(watched, event);
}

} // namespace soban::ui
