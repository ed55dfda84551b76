// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/LaneHead.h"

#include "ui/Paint.h"

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kTall = 36;
constexpr int kSymbol = 20;
constexpr int kLine = 3;

} // namespace

LaneHead::LaneHead(Icon icon, QWidget *parent) : QWidget(parent), m_icon(icon) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LaneHead::setTitle(const QString &title) {
    m_title = title;
    setAccessibleName(title);
    update();
}

void LaneHead::setIcon(Icon icon) {
    m_icon = icon;
    update();
}

void LaneHead::setCount(int count) {
    m_count = count;
    setAccessibleDescription(QString::number(count));
    update();
}

void LaneHead::setCalling(bool calling) {
    m_isCalling = calling;
    update();
}

QSize LaneHead::sizeHint() const {
    return {0, Look::of(this).scaled(kTall)};
}

void LaneHead::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    const QColor mark = m_isCalling ? tokens.accent.ink : tokens.control;
    const int symbol = look.scaled(kSymbol);
    const QRect text = rect().adjusted(symbol + metrics::kGap8, 0, 0, -kLine - 2);
    paintIcon(painter, m_icon, QRect(0, 0, symbol, text.height()),
              m_isCalling ? tokens.accent.ink : tokens.ink2);
    const QString count = QString::number(m_count);
    const int width = textWidth(look, count, Text::Name, Weight::Bold);
    paintLine(painter, look, text.adjusted(0, 0, -width - metrics::kGap8, 0), m_title,
              {Text::Name, Weight::Bold, tokens.ink});
    paintLine(painter, look, text, count,
              {Text::Name, Weight::Bold, tokens.ink2, Qt::AlignRight | Qt::AlignVCenter}, false);
    painter.fillRect(QRect(0, height() - kLine, this->width(), kLine), mark);
}

} // namespace soban::shop_app
