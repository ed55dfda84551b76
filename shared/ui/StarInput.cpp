// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/StarInput.h"

#include "ui/DefaultName.h"
#include "ui/Paint.h"
#include "ui/Stars.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace soban::ui {

namespace {

constexpr int kStarSide = 30;
constexpr int kPad = 8;        ///< between the ring around what has the focus and what stands in it
constexpr double kPitch = 1.2; ///< from star to star, in stars; as `paintStars` does

QString wordFor(int value) {
    static constexpr const char *kWords[] = {
        QT_TRANSLATE_NOOP("soban::ui::StarInput", "Tap a star"),
        QT_TRANSLATE_NOOP("soban::ui::StarInput", "Bad"),
        QT_TRANSLATE_NOOP("soban::ui::StarInput", "Not so good"),
        QT_TRANSLATE_NOOP("soban::ui::StarInput", "All right"),
        QT_TRANSLATE_NOOP("soban::ui::StarInput", "Good"),
        QT_TRANSLATE_NOOP("soban::ui::StarInput", "Excellent")};
    return QCoreApplication::translate("soban::ui::StarInput", kWords[value]);
}

} // namespace

StarInput::StarInput(QWidget *parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void StarInput::setValue(int value) {
    m_value = std::clamp(value, 0, kMostStars);
    retranslate();
    update();
}

void StarInput::retranslate() {
    setDefaultName(*this, tr("Stars"));
    const QString word = wordFor(m_value);
    setAccessibleDescription(m_value > 0 ? tr("%1 of 5, %2").arg(m_value).arg(word) : word);
    updateGeometry();
    update();
}

int StarInput::side() const {
    return Look::of(this).scaled(kStarSide);
}

QRect StarInput::starsRect() const {
    return {kPad, (height() - side()) / 2, qRound(side() * kPitch * kMostStars), side()};
}

QSize StarInput::sizeHint() const {
    const Look &look = Look::of(this);
    int widest = 0;
    for (int value = 0; value <= kMostStars; ++value)
        widest = std::max(widest, textWidth(look, wordFor(value), Text::Body, Weight::Bold));
    return {2 * kPad + qRound(side() * kPitch * kMostStars) + metrics::kGap8 + widest,
            look.scaled(metrics::kTouchHeight)};
}

QStringList StarInput::partWords() const {
    QStringList words;
    for (int value = 1; value <= kMostStars; ++value)
        words.append(QString::number(value));
    return words;
}

QRect StarInput::partBox(int part) const {
    const int pitch = starsRect().width() / kMostStars;
    return {kPad + part * pitch, 0, pitch, height()};
}

void StarInput::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const int shown = m_hovered > 0 ? m_hovered : m_value;
    QPainter painter(this);
    paintStars(painter, look, starsRect(), shown);
    paintLine(painter, look, rect().adjusted(starsRect().right() + 1 + metrics::kGap8, 0, 0, 0),
              wordFor(shown),
              {Text::Body, shown > 0 ? Weight::Bold : Weight::Regular,
               shown > 0 ? tokens.ink : tokens.ink3});
}

int StarInput::valueAt(const QPointF &position) const {
    // The whole height is the target, not only the star.
    const double across = position.x() - starsRect().left();
    if (across < 0 || across >= starsRect().width() || !rect().contains(position.toPoint()))
        return 0;
    return std::min(kMostStars, int(across / (side() * kPitch)) + 1);
}

void StarInput::mouseMoveEvent(QMouseEvent *event) {
    m_hovered = valueAt(event->position());
    update();
}

void StarInput::mousePressEvent(QMouseEvent *event) {
    m_isPressed = event->button() == Qt::LeftButton;
    m_hovered = valueAt(event->position());
    update();
}

void StarInput::mouseReleaseEvent(QMouseEvent *event) {
    const int value = valueAt(event->position());
    if (std::exchange(m_isPressed, false) && value > 0)
        choose(value);
}

void StarInput::leaveEvent(QEvent *) {
    m_hovered = 0;
    update();
}

void StarInput::keyPressEvent(QKeyEvent *event) {
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
    case Qt::Key_Minus:
        return choose(m_value - 1);
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Plus:
        return choose(m_value + 1);
    case Qt::Key_Home:
        return choose(1);
    case Qt::Key_End:
        return choose(kMostStars);
    default:
        if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_5)
            return choose(event->key() - Qt::Key_0);
        QWidget::keyPressEvent(event);
    }
}

void StarInput::choose(int value) {
    m_hovered = 0;
    const int before = m_value;
    setValue(std::clamp(value, 1, kMostStars));
    if (m_value != before)
        emit chosen(m_value);
}

void StarInput::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace soban::ui
