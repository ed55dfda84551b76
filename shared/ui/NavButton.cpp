// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/NavButton.h"

#include "ui/Paint.h"

#include <algorithm>

namespace soban::ui {

namespace {

constexpr int kTopPadding = 8;
constexpr int kUprightTop = 48; ///< icon and word on the top bar
constexpr int kNavSymbol = 22;
constexpr int kMarkHeight = 3;
constexpr int kRailWidth = 88;
constexpr int kRailHeight = 72, kRailLeast = 48; ///< it gives way in a low window
constexpr int kBottomHeight = 64;
constexpr int kBottomSides = 8; ///< beside the name, both together
constexpr int kBadgeSides = 10;
constexpr int kUsualBadge = 88; ///< two digits

} // namespace

NavButton::NavButton(Place place, Icon icon, QWidget *parent)
    : QAbstractButton(parent), m_place(place), m_icon(icon), m_isUpright(place != Place::Top) {
    setCheckable(true);
    setAutoExclusive(true);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(place != Place::Top ? QSizePolicy::Expanding : QSizePolicy::Fixed,
                  place == Place::Top    ? QSizePolicy::Expanding
                  : place == Place::Rail ? QSizePolicy::Maximum
                                         : QSizePolicy::Fixed);
}

void NavButton::setBadge(int count) {
    if (std::exchange(m_badge, count) == count)
        return;
    setAccessibleDescription(count > 0 ? QString::number(count) : QString());
    updateGeometry();
    update();
}

void NavButton::setUpright(bool isUpright) {
    if (std::exchange(m_isUpright, isUpright) == isUpright)
        return;
    updateGeometry();
    update();
}

QSize NavButton::badgeSize() const {
    const Look &look = Look::of(this);
    const int tall = look.scaled(20);
    const int words =
        textWidth(look, QString::number(m_badge.value_or(0)), Text::Small, Weight::Bold);
    return {std::max(tall, words + kBadgeSides), tall};
}

int NavButton::badgeRoom() const {
    if (!m_badge)
        return 0;
    const int usual =
        textWidth(Look::of(this), QString::number(kUsualBadge), Text::Small, Weight::Bold);
    return metrics::kGap8 + std::max(badgeSize().width(), usual + kBadgeSides);
}

int NavButton::widthWhen(bool isUpright) const {
    const Look &look = Look::of(this);
    if (isUpright)
        return std::max(look.scaled(metrics::kTouchHeight),
                        textWidth(look, text(), Text::Small, Weight::Bold) + 2 * metrics::kGap8);
    return 2 * kTopPadding + look.scaled(kNavSymbol) + metrics::kGap8 +
           textWidth(look, text(), Text::Body, Weight::Bold) + badgeRoom();
}

QSize NavButton::sizeHint() const {
    const Look &look = Look::of(this);
    switch (m_place) {
    case Place::Top:
        return {widthWhen(m_isUpright),
                look.scaled(m_isUpright ? kUprightTop : metrics::kTouchHeight)};
    case Place::Rail:
        return {std::max(kRailWidth, textWidth(look, text(), Text::Small, Weight::Bold) + 16),
                look.scaled(kRailHeight)};
    case Place::Bottom:
        return {look.scaled(72), look.scaled(kBottomHeight)};
    }
    return {};
}

QSize NavButton::minimumSizeHint() const {
    const Look &look = Look::of(this);
    const QSize size = sizeHint();
    if (m_place == Place::Rail)
        return {size.width(), look.scaled(kRailLeast)};
    if (m_place == Place::Top)
        return size;
    // Large text: each way is as wide as its name, so that all of them fit a small window.
    const int word = textWidth(look, text(), Text::Small, Weight::Bold) + kBottomSides;
    return {std::clamp(word, metrics::kTouchHeight, size.width()), size.height()};
}

NavButton::Colors NavButton::colors() const {
    const Tokens &tokens = Look::of(this).tokens();
    if (m_place == Place::Bottom)
        return {underMouse() ? tokens.sunken : tokens.surface,
                isChecked() ? tokens.accent.ink : tokens.ink2, Qt::transparent};
    const bool isRaised = m_place == Place::Rail && isChecked();
    return {isRaised || underMouse() ? tokens.lacquerRaised : QColor(Qt::transparent),
            isChecked() ? tokens.onLacquer : tokens.onLacquer2,
            isChecked() ? tokens.onLacquer : QColor(Qt::transparent)};
}

void NavButton::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    const Colors now = colors();
    if (m_isUpright)
        paintUpright(painter, now);
    else
        paintTop(painter, now);
}

void NavButton::paintTop(QPainter &painter, const Colors &now) const {
    const Look &look = Look::of(this);
    painter.fillRect(rect(), now.ground);
    painter.fillRect(QRect(0, height() - kMarkHeight, width(), kMarkHeight), now.mark);
    const int symbol = look.scaled(kNavSymbol);
    int x = kTopPadding;
    paintIcon(painter, m_icon, QRect(x, 0, symbol, height()), now.ink);
    x += symbol + metrics::kGap8;
    const Weight weight = isChecked() ? Weight::Bold : Weight::Regular;
    x += paintLine(painter, look, QRect(x, 0, width() - x, height()), text(),
                   {Text::Body, weight, now.ink}, false);
    if (m_badge.value_or(0) > 0)
        paintBadge(painter, QPoint(x + metrics::kGap8, (height() - badgeSize().height()) / 2));
}

void NavButton::paintUpright(QPainter &painter, const Colors &now) const {
    const Look &look = Look::of(this);
    painter.fillRect(rect(), now.ground);
    if (m_place == Place::Top)
        painter.fillRect(QRect(0, height() - kMarkHeight, width(), kMarkHeight), now.mark);
    else
        painter.fillRect(QRect(0, 0, kMarkHeight + 1, height()), now.mark);
    const int symbol = look.scaled(kNavSymbol + 2);
    const int line = look.lineHeight(Text::Small);
    const int top = (height() - symbol - line - metrics::kGap4) / 2;
    const QRect icon((width() - symbol) / 2, top, symbol, symbol);
    paintIcon(painter, m_icon, icon, now.ink);
    paintLine(
        painter, look, QRect(2, icon.bottom() + 1 + metrics::kGap4, width() - 4, line), text(),
        {Text::Small, isChecked() ? Weight::Bold : Weight::Regular, now.ink, Qt::AlignCenter});
    if (m_badge.value_or(0) > 0)
        paintBadge(painter, QPoint(std::min(icon.right() - 2, width() - badgeSize().width() - 2),
                                   std::max(1, icon.top() - 6)));
}

void NavButton::paintBadge(QPainter &painter, QPoint left) const {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const bool onLacquer = m_place != Place::Bottom;
    const QRect box(left, badgeSize());
    paintPlate(
        painter, box,
        {onLacquer ? tokens.onLacquer : tokens.accent.ink, {}, {}, 0, 0, metrics::kChipRadius});
    paintLine(
        painter, look, box, QString::number(*m_badge),
        {Text::Small, Weight::Bold, onLacquer ? tokens.lacquer : tokens.onAccent, Qt::AlignCenter},
        false);
}

} // namespace soban::ui
