// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/BarButton.h"

#include "ui/Paint.h"

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kChoiceWidth = 336;
constexpr int kLeastChoice = 96;
constexpr int kLeastPerson = 96;
constexpr int kTight = 160; ///< where the words need the chevron's room
constexpr int kSymbol = 20;
constexpr int kSide = 12;

} // namespace

BarButton::BarButton(Kind kind, Icon icon, QWidget *parent)
    : QAbstractButton(parent), m_kind(kind), m_icon(icon) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(kind == Kind::Choice ? QSizePolicy::Preferred : QSizePolicy::Maximum,
                  QSizePolicy::Fixed);
}

QSize BarButton::sizeHint() const {
    const Look &look = Look::of(this);
    const int tall = look.scaled(metrics::kDenseHeight);
    if (m_kind == Kind::Choice)
        return {look.scaled(kChoiceWidth), tall};
    return {2 * kSide + look.scaled(kSymbol) + metrics::kGap8 +
                textWidth(look, text(), Text::Body) + 1,
            tall};
}

QSize BarButton::minimumSizeHint() const {
    const Look &look = Look::of(this);
    const int least = look.scaled(m_kind == Kind::Choice ? kLeastChoice : kLeastPerson);
    return {std::min(least, sizeHint().width()), sizeHint().height()};
}

void BarButton::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    const bool isLit = underMouse() || isDown();
    if (m_kind == Kind::Choice)
        paintPlate(painter, rect(),
                   {isLit ? tokens.lacquer : tokens.lacquerRaised,
                    tokens.rim,
                    {},
                    1,
                    0,
                    metrics::kControlRadius});
    else
        painter.fillRect(QRect(0, metrics::kGap4, 1, height() - 2 * metrics::kGap4), tokens.rim);
    const int symbol = look.scaled(kSymbol);
    paintIcon(painter, m_icon, QRect(kSide, 0, symbol, height()), tokens.onLacquer);
    QRect words = rect().adjusted(kSide + symbol + metrics::kGap8, 0, -kSide, 0);
    const bool isTight = width() < look.scaled(kTight);
    if (m_kind == Kind::Choice && !isTight) {
        paintIcon(painter, Icon::Down, QRect(width() - kSide - symbol, 0, symbol, height()),
                  tokens.onLacquer);
        words.adjust(0, 0, -symbol - metrics::kGap4, 0);
    } else if (m_kind == Kind::Person) {
        words.setRight(width());
    }
    paintLine(painter, look, words, text(), {Text::Body, Weight::Regular, tokens.onLacquer});
}

} // namespace soban::customer
