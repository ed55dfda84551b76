// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/CodePlate.h"

#include "ui/Paint.h"

#include <QFontMetrics>

#include <algorithm>
#include <utility>

namespace soban::ui {

namespace {

constexpr int kCellHeight = 64;
constexpr int kMostCellWidth = 96;
constexpr double kCellCorner = 0.13;
constexpr int kWholeHeight = 188, kLeastWholeHeight = 96;
constexpr int kWholeWidth = 420; ///< the width at which a whole plate is that high
constexpr double kWholeCorner = 0.11;
constexpr int kSymbolSize = 20;

Text titleText(CodePlate::Layout layout) {
    return layout == CodePlate::Layout::Whole ? Text::Name : Text::Body;
}

Text hintText(CodePlate::Layout layout) {
    return layout == CodePlate::Layout::Whole ? Text::Body : Text::Small;
}

/// `font`, made smaller until `string` fits into `width`.
QFont fitting(QFont font, const QString &string, int width) {
    const int needed = QFontMetrics(font).horizontalAdvance(string);
    if (needed > width && needed > 0)
        font.setPixelSize(std::max(1, font.pixelSize() * width / needed));
    return font;
}

} // namespace

CodePlate::CodePlate(Layout layout, QWidget *parent)
    : WrappingWidget(parent), m_layout(layout), m_mostTall(kWholeHeight) {}

void CodePlate::setCode(const QString &code) {
    m_code = code;
    tellAccessibility();
    update();
}

void CodePlate::setTitle(const QString &title) {
    m_title = title;
    tellAccessibility();
    refit();
}

void CodePlate::setHint(const QString &hint) {
    m_hint = hint;
    tellAccessibility();
    refit();
}

void CodePlate::setSymbol(std::optional<Icon> symbol) {
    m_symbol = symbol;
    update();
}

void CodePlate::setMostTall(int pixels) {
    const int tall = std::clamp(pixels, kLeastWholeHeight, kWholeHeight);
    if (std::exchange(m_mostTall, tall) != tall)
        refit();
}

void CodePlate::tellAccessibility() {
    setAccessibleName(m_title);
    // Apart, so that it is read as digits and not as a number.
    QStringList parts;
    for (const QChar c : m_code) {
        if (!c.isSpace())
            parts.append(c);
    }
    setAccessibleDescription(parts.join(u' ') + (m_hint.isEmpty() ? QString() : u". " + m_hint));
}

int CodePlate::padding() const {
    return metrics::kGap16;
}

int CodePlate::titleHeight() const {
    const Look &look = Look::of(this);
    return look.lineHeight(titleText(m_layout)) + metrics::kGap12;
}

int CodePlate::codeHeight(int width) const {
    const Look &look = Look::of(this);
    if (m_layout == Layout::Cells)
        return look.scaled(kCellHeight);
    const int inner = width - 2 * padding();
    return std::clamp(inner * kWholeHeight / kWholeWidth, kLeastWholeHeight, m_mostTall);
}

bool CodePlate::isHintBelow(int width) const {
    if (m_hint.isEmpty() || m_layout == Layout::Cells)
        return !m_hint.isEmpty();
    const Look &look = Look::of(this);
    const int both = textWidth(look, m_title, titleText(m_layout), Weight::Bold) +
                     textWidth(look, m_hint, hintText(m_layout)) + metrics::kGap16;
    return both > width - 2 * padding();
}

int CodePlate::hintHeight(int width) const {
    if (!isHintBelow(width))
        return 0;
    return metrics::kGap12 +
           paragraphHeight(Look::of(this), width - 2 * padding(), m_hint, hintText(m_layout));
}

int CodePlate::heightForWidth(int width) const {
    return padding() + titleHeight() + codeHeight(width) + hintHeight(width) + padding() +
           metrics::kRimWidth;
}

int CodePlate::hintWidth() const {
    return Look::of(this).scaled(m_layout == Layout::Whole ? 452 : 312);
}

int CodePlate::leastWidth() const {
    // A whole plate's code is made to fit, at any size of text.
    return m_layout == Layout::Whole ? 240 : Look::of(this).scaled(200);
}

void CodePlate::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    paintPlate(painter, rect(), {tokens.lacquer, {}, tokens.rim, 0, metrics::kRimWidth + 1});
    const QRect inner =
        rect().adjusted(padding(), padding(), -padding(), -padding() - metrics::kRimWidth);
    const bool isBelow = isHintBelow(width());
    paintHead(painter, QRect(inner.left(), inner.top(), inner.width(), titleHeight()),
              !isBelow && !m_hint.isEmpty());
    const QRect code(inner.left(), inner.top() + titleHeight(), inner.width(), codeHeight(width()));
    if (m_layout == Layout::Cells)
        paintCells(painter, code);
    else
        paintWhole(painter, code);
    if (isBelow)
        paintParagraph(painter, look,
                       QRect(inner.left(), code.bottom() + 1 + metrics::kGap12, inner.width(),
                             hintHeight(width())),
                       m_hint, {hintText(m_layout), Weight::Regular, tokens.onLacquer2});
}

void CodePlate::paintHead(QPainter &painter, const QRect &box, bool hasHint) const {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const QRect line(box.left(), box.top(), box.width(), look.lineHeight(titleText(m_layout)));
    const int symbol = m_symbol ? look.scaled(kSymbolSize) : 0;
    paintLine(painter, look, line.adjusted(0, 0, -symbol, 0), m_title,
              {titleText(m_layout), Weight::Bold, tokens.onLacquer});
    if (m_symbol)
        paintIcon(painter, *m_symbol,
                  QRect(line.right() + 1 - symbol, line.top(), symbol, line.height()),
                  tokens.onLacquer2);
    if (hasHint)
        paintLine(painter, look, line.adjusted(0, 0, -symbol, 0), m_hint,
                  {hintText(m_layout), Weight::Regular, tokens.onLacquer2,
                   Qt::AlignRight | Qt::AlignVCenter});
}

void CodePlate::paintCells(QPainter &painter, const QRect &box) const {
    if (m_code.isEmpty())
        return;
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const int gap = metrics::kGap8;
    const int count = int(m_code.size());
    const int cell =
        std::min((box.width() - (count - 1) * gap) / count, look.scaled(kMostCellWidth));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(
        fitting(look.font(Text::Digits, Weight::Bold), QStringLiteral("0"), cell * 3 / 4));
    for (int i = 0; i < count; ++i) {
        const QRect place(box.left() + i * (cell + gap), box.top(), cell, box.height());
        painter.fillPath(octagon(place, kCellCorner), tokens.porcelain);
        painter.setPen(tokens.onPorcelain);
        painter.drawText(place, Qt::AlignCenter, m_code.mid(i, 1));
    }
}

void CodePlate::paintWhole(QPainter &painter, const QRect &box) const {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(octagon(box, kWholeCorner), tokens.porcelain);
    // The plate is as large as its page allows, so the code does not grow with the other text.
    QFont font = look.font(Text::Code, Weight::Bold);
    font.setPixelSize(font.pixelSize() * codeHeight(width()) / look.scaled(kWholeHeight));
    font.setWordSpacing(font.pixelSize() / 5.0);
    painter.setFont(fitting(font, m_code, box.width() - 2 * metrics::kGap24));
    painter.setPen(tokens.onPorcelain);
    painter.drawText(box, Qt::AlignCenter, m_code);
}

} // namespace soban::ui
