// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Stepper.h"

#include "ui/Paint.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace soban::ui {

namespace {

constexpr int kStepSymbol = 18;

} // namespace

Stepper::Stepper(QWidget *parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    tellAccessibility();
}

void Stepper::setValue(int value) {
    m_value = std::clamp(value, m_least, m_most);
    tellAccessibility();
    update();
}

void Stepper::setBounds(int least, int most, int step) {
    m_least = least;
    m_most = std::max(least, most);
    m_step = step;
    setValue(m_value);
}

void Stepper::setTall(int pixels) {
    m_tall = pixels;
    updateGeometry();
}

void Stepper::setPattern(const QString &pattern) {
    m_pattern = pattern;
    tellAccessibility();
    updateGeometry();
}

void Stepper::tellAccessibility() {
    setAccessibleDescription(m_pattern.arg(m_value));
}

QSize Stepper::sizeHint() const {
    const Look &look = Look::of(this);
    const int tall = look.scaled(m_tall);
    const int number = textWidth(look, m_pattern.arg(m_most), Text::Body, Weight::Bold);
    return {2 * tall + std::max(number, look.scaled(24)) + metrics::kGap8, tall};
}

QRect Stepper::minusRect() const {
    return {0, 0, height(), height()};
}

QRect Stepper::plusRect() const {
    return {width() - height(), 0, height(), height()};
}

QStringList Stepper::partWords() const {
    return {QStringLiteral("−"), QStringLiteral("+")};
}

QRect Stepper::partBox(int part) const {
    return part == 0 ? minusRect() : plusRect();
}

void Stepper::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    paintPlate(painter, rect(),
               {isEnabled() ? tokens.surface : tokens.sunken, tokens.control, tokens.control, 1,
                metrics::kFoot, metrics::kControlRadius});
    const auto ink = [&](bool mayStep) {
        return isEnabled() && mayStep ? tokens.ink : tokens.ink3;
    };
    const auto sign = [&](const QRect &box, Icon icon, bool mayStep, bool isPressed) {
        const int size = look.scaled(kStepSymbol);
        QRect place(0, 0, size, size);
        place.moveCenter(box.center() + QPoint(0, isPressed ? 1 : 0));
        paintIcon(painter, icon, place, ink(mayStep));
    };
    sign(minusRect(), Icon::Minus, m_value > m_least, m_pressed == Qt::DownArrow);
    sign(plusRect(), Icon::Plus, m_value < m_most, m_pressed == Qt::UpArrow);
    paintLine(painter, look, rect().adjusted(0, 0, 0, -2), m_pattern.arg(m_value),
              {Text::Body, Weight::Bold, ink(true), Qt::AlignCenter}, false);
}

void Stepper::mousePressEvent(QMouseEvent *event) {
    const QPoint at = event->position().toPoint();
    m_pressed = minusRect().contains(at)  ? Qt::DownArrow
                : plusRect().contains(at) ? Qt::UpArrow
                                          : Qt::NoArrow;
    update();
}

void Stepper::mouseReleaseEvent(QMouseEvent *event) {
    const QPoint at = event->position().toPoint();
    const Qt::ArrowType pressed = std::exchange(m_pressed, Qt::NoArrow);
    update();
    if (pressed == Qt::DownArrow && minusRect().contains(at))
        stepTo(m_value - m_step);
    else if (pressed == Qt::UpArrow && plusRect().contains(at))
        stepTo(m_value + m_step);
}

void Stepper::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
    case Qt::Key_Up:
    case Qt::Key_Right:
        return stepTo(m_value + m_step);
    case Qt::Key_Minus:
    case Qt::Key_Down:
    case Qt::Key_Left:
        return stepTo(m_value - m_step);
    case Qt::Key_Home:
        return stepTo(m_least);
    case Qt::Key_End:
        return stepTo(m_most);
    default:
        QWidget::keyPressEvent(event);
    }
}

void Stepper::stepTo(int value) {
    const int before = m_value;
    setValue(value);
    if (m_value != before)
        emit stepped(m_value);
}

} // namespace soban::ui
