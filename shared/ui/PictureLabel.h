// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Paint.h"

#include <QWidget>

namespace soban::ui {

/// What stands in for a picture until it comes, or where there is none.
enum class Placeholder { Food, Flower };

/// Draws `picture` on its tray, or what stands in for it.
void paintPictureOr(QPainter &painter, const QRect &box, const QPixmap &picture,
                    Placeholder placeholder, const PictureStyle &style = {});

/// A picture on its tray.
class PictureLabel : public QWidget {
    Q_OBJECT

public:
    /// `side`: device-independent pixels; grows with the text.
    explicit PictureLabel(int side, QWidget *parent = nullptr);

    /// What is seen, for those who cannot: the name of the dish or the shop.
    void setSubject(const QString &subject) { setAccessibleName(subject); }
    void setPlaceholder(Placeholder placeholder);
    /// Null: the placeholder. Best at `side` × device pixel ratio.
    void setPicture(const QPixmap &picture);
    void setPictureStyle(const PictureStyle &style);
    bool hasPicture() const { return !m_picture.isNull(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    int m_side;
    Placeholder m_placeholder = Placeholder::Food;
    QPixmap m_picture;
    PictureStyle m_style;
};

} // namespace soban::ui
