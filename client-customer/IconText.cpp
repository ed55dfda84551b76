// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/IconText.h"

#include "ui/Paint.h"

namespace soban::customer {

using namespace ui;

IconText::IconText(Icon icon, Text text, Weight weight, Ink ink, QWidget *parent)
    : QWidget(parent), m_icon(icon), m_text(text), m_weight(weight), m_ink(ink) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void IconText::setText(const QString &words) {
    m_words = words;
    setAccessibleName(words);
    updateGeometry();
    update();
}

void IconText::setIcon(Icon icon) {
    m_icon = icon;
    update();
}

void IconText::setInk(Ink ink) {
    m_ink = ink;
    update();
}

int IconText::symbol() const {
    return Look::of(this).scaled(m_text == Text::Small ? 14 : 20);
}

QSize IconText::sizeHint() const {
    const Look &look = Look::of(this);
    return {symbol() + metrics::kGap8 + textWidth(look, m_words, m_text, m_weight) + 1,
            std::max(look.lineHeight(m_text), symbol())};
}

QSize IconText::minimumSizeHint() const {
    return {std::min(symbol() + metrics::kGap24, sizeHint().width()), sizeHint().height()};
}

void IconText::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const QColor color = colorOf(look.tokens(), m_ink);
    QPainter painter(this);
    paintIcon(painter, m_icon, QRect(0, 0, symbol(), height()), color);
    paintLine(painter, look, rect().adjusted(symbol() + metrics::kGap8, 0, 0, 0), m_words,
              {m_text, m_weight, color});
}

} // namespace soban::customer
