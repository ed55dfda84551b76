// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/BarButton.h"

#include "ui/Paint.h"

#include <algorithm>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kChoiceWidth = 336;
constexpr int kLeastChoice = 128;
constexpr int kPersonWidth = 160;
constexpr int kLeastPerson = 80;
constexpr int kTight = 240; ///< where the words need the chevron's room
constexpr int kSymbol = 20;
constexpr int kSide = 12;
constexpr int kAcross = 3; ///< above and below several lines

} // namespace

BarButton::BarButton(Kind kind, Icon icon, QWidget *parent)
    : QAbstractButton(parent), m_kind(kind), m_icon(icon) {
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(kind == Kind::Choice ? QSizePolicy::Preferred : QSizePolicy::Maximum,
                       QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

/// With all of it on one line.
int BarButton::wholeWidth() const {
    const Look &look = Look::of(this);
    const int words = textWidth(look, text(), Text::Body) + 1;
    const int before = kSide + look.scaled(kSymbol) + metrics::kGap8;
    if (m_kind == Kind::Person)
        return before + words + kSide;
    return before + words + metrics::kGap4 + look.scaled(kSymbol) + kSide;
}

int BarButton::comfortableWidth() const {
    return std::min(wholeWidth(),
                    Look::of(this).scaled(m_kind == Kind::Choice ? kChoiceWidth : kPersonWidth));
}

QSize BarButton::sizeHint() const {
    const int drawn = Look::of(this).scaled(kChoiceWidth);
    const int width = m_kind == Kind::Choice ? std::max(wholeWidth(), drawn) : comfortableWidth();
    return {width, heightForWidth(width)};
}

QSize BarButton::minimumSizeHint() const {
    const Look &look = Look::of(this);
    int least = look.scaled(m_kind == Kind::Choice ? kLeastChoice : kLeastPerson);
    if (m_kind == Kind::Person) {
        // No part of a name is broken.
        for (const QString &part : text().split(u' '))
            least = std::max(least, kSide + look.scaled(kSymbol) + metrics::kGap8 +
                                        textWidth(look, part, Text::Small) + 1);
    }
    return {std::min(least, comfortableWidth()), look.scaled(metrics::kDenseHeight)};
}

bool BarButton::hasChevron(int width) const {
    return m_kind == Kind::Choice && width >= Look::of(this).scaled(kTight);
}

QRect BarButton::wordsIn(const QSize &size) const {
    const int symbol = Look::of(this).scaled(kSymbol);
    const int after = m_kind == Kind::Person     ? 0
                      : hasChevron(size.width()) ? kSide + symbol + metrics::kGap4
                                                 : metrics::kGap8;
    const QRect all(QPoint(), size);
    return all.adjusted(kSide + symbol + metrics::kGap8, 0, -after, 0);
}

bool BarButton::isOneLine(int width) const {
    return textWidth(Look::of(this), text(), Text::Body) <= wordsIn({width, 0}).width();
}

int BarButton::heightForWidth(int width) const {
    const Look &look = Look::of(this);
    const int least = look.scaled(metrics::kDenseHeight);
    if (isOneLine(width))
        return least;
    const int room = std::max(wordsIn({width, 0}).width(), 1);
    return std::max(least, paragraphHeight(look, room, text(), Text::Small) + 2 * kAcross);
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
    if (hasChevron(width()))
        paintIcon(painter, Icon::Down, QRect(width() - kSide - symbol, 0, symbol, height()),
                  tokens.onLacquer);
    QRect words = wordsIn(size());
    if (isOneLine(width())) {
        paintLine(painter, look, words, text(), {Text::Body, Weight::Regular, tokens.onLacquer});
        return;
    }
    const int tall = paragraphHeight(look, words.width(), text(), Text::Small);
    words.setTop((height() - tall) / 2);
    paintParagraph(painter, look, words, text(), {Text::Small, Weight::Regular, tokens.onLacquer});
}

} // namespace soban::customer
