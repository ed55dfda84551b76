// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/CodeCells.h"

#include "ui/Paint.h"

#include <QKeyEvent>

namespace soban::rider_app {

namespace {

using namespace ui;

} // namespace

CodeCells::CodeCells(QWidget *parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void CodeCells::setTall(int pixels) {
    m_tall = pixels;
    updateGeometry();
}

void CodeCells::clear() {
    m_code.clear();
    settle();
}

void CodeCells::add(QChar digit) {
    if (isFull() || digit < u'0' || digit > u'9')
        return;
    m_code += digit;
    settle();
}

void CodeCells::removeLast() {
    m_code.chop(1);
    settle();
}

void CodeCells::settle() {
    setAccessibleDescription(m_code);
    update();
    emit changed();
}

QSize CodeCells::sizeHint() const {
    return {240, Look::of(this).scaled(m_tall)};
}

void CodeCells::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Backspace)
        removeLast();
    else if (event->text().size() == 1 && event->text().front().isDigit())
        add(event->text().front());
    else
        QWidget::keyPressEvent(event); // Enter and Esc are the sheet's
}

void CodeCells::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    const int width = (this->width() - (kDigits - 1) * metrics::kGap8) / kDigits;
    for (int i = 0; i < kDigits; ++i) {
        const QRect cell(i * (width + metrics::kGap8), 0, width, height());
        const bool isNext = isEnabled() && i == m_code.size();
        const QColor edge = isNext ? tokens.accent.ink : isEnabled() ? tokens.control : tokens.line;
        const QColor fill = isEnabled() ? tokens.surface : tokens.sunken;
        paintPlate(painter, cell, Plate{fill, edge, edge, isNext ? 2 : 1});
        if (i < m_code.size())
            paintLine(painter, look, cell, m_code.mid(i, 1),
                      {Text::Digits, Weight::Bold, tokens.ink, Qt::AlignCenter}, false);
    }
}

} // namespace soban::rider_app
