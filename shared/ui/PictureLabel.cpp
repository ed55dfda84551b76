// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PictureLabel.h"

#include <QEvent>

namespace soban::ui {

void paintPictureOr(QPainter &painter, const QRect &box, const QPixmap &picture,
                    Placeholder placeholder, const PictureStyle &style) {
    if (box.isEmpty())
        return;
    if (!picture.isNull()) {
        paintPicture(painter, box, picture, style);
        return;
    }
    const qreal ratio = painter.device()->devicePixelRatioF();
    QPixmap drawn(box.size() * ratio);
    drawn.setDevicePixelRatio(ratio);
    drawn.fill(Qt::transparent);
    QPainter canvas(&drawn);
    paintArt(canvas,
             placeholder == Placeholder::Food ? QStringLiteral("ph_food")
                                              : QStringLiteral("ph_flower"),
             QRectF(QPointF(), QSizeF(box.size())));
    canvas.end();
    paintPicture(painter, box, drawn, style);
}

PictureLabel::PictureLabel(int side, QWidget *parent) : QWidget(parent), m_side(side) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void PictureLabel::setPlaceholder(Placeholder placeholder) {
    m_placeholder = placeholder;
    update();
}

void PictureLabel::setPicture(const QPixmap &picture) {
    m_picture = picture;
    retranslate();
    update();
}

void PictureLabel::setPictureStyle(const PictureStyle &style) {
    m_style = style;
    update();
}

void PictureLabel::retranslate() {
    setAccessibleDescription(hasPicture() ? tr("Picture") : tr("No picture"));
}

QSize PictureLabel::sizeHint() const {
    const int side = Look::of(this).scaled(m_side);
    return {side, side};
}

void PictureLabel::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const int side = std::min(width(), height());
    QRect box(0, 0, side, side);
    box.moveCenter(rect().center());
    paintPictureOr(painter, box, m_picture, m_placeholder, m_style);
}

void PictureLabel::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace soban::ui
