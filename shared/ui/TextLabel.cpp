// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TextLabel.h"

#include "ui/Paint.h"

namespace soban::ui {

namespace {

/// A wrapping label would rather be about so wide than one long line, in body text.
constexpr int kComfortableWidth = 360;

} // namespace

QColor colorOf(const Tokens &tokens, Ink ink) {
    switch (ink) {
    case Ink::Ink:
        return tokens.ink;
    case Ink::Ink2:
        return tokens.ink2;
    case Ink::Ink3:
        return tokens.ink3;
    case Ink::Accent:
        return tokens.accent.ink;
    case Ink::Fresh:
        return tokens.fresh.ink;
    case Ink::Waiting:
        return tokens.waiting.ink;
    case Ink::Late:
        return tokens.late.ink;
    case Ink::Danger:
        return tokens.danger.ink;
    case Ink::OnLacquer:
        return tokens.onLacquer;
    case Ink::OnLacquer2:
        return tokens.onLacquer2;
    }
    Q_UNREACHABLE();
    return {};
}

TextLabel::TextLabel(Text text, Weight weight, Ink ink, QWidget *parent)
    : QLabel(parent), m_text(text), m_weight(weight), m_ink(ink) {
    setTextFormat(Qt::PlainText);
}

void TextLabel::setInk(Ink ink) {
    m_ink = ink;
    update();
}

void TextLabel::setMostLines(int lines) {
    m_mostLines = lines;
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(lines != 1);
    setSizePolicy(policy);
    updateGeometry();
}

void TextLabel::setKeptWhole(bool kept) {
    m_isKeptWhole = kept;
    updateGeometry();
}

QSize TextLabel::sizeHint() const {
    const Look &look = Look::of(this);
    const int whole = textWidth(look, text(), m_text, m_weight) + 1;
    if (m_mostLines == 1)
        return {whole, look.lineHeight(m_text)};
    const int width = std::min(whole, look.scaled(kComfortableWidth));
    return {width, heightForWidth(width)};
}

QSize TextLabel::minimumSizeHint() const {
    const Look &look = Look::of(this);
    if (m_isKeptWhole)
        return sizeHint();
    return {std::min(sizeHint().width(), look.scaled(24)), look.lineHeight(m_text)};
}

int TextLabel::heightForWidth(int width) const {
    return std::max(paragraphHeight(Look::of(this), width, text(), m_text, m_weight, m_mostLines),
                    Look::of(this).lineHeight(m_text));
}

void TextLabel::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const QColor color =
        isEnabled() ? colorOf(look.tokens(), m_ink) : colorOf(look.tokens(), Ink::Ink3);
    const TextStyle style{m_text, m_weight, color, alignment()};
    QPainter painter(this);
    if (m_mostLines == 1) {
        paintLine(painter, look, rect(), text(), style, !m_isKeptWhole);
        return;
    }
    QRect box = rect();
    if (alignment() & Qt::AlignVCenter)
        box.setTop(std::max(0, (height() - heightForWidth(width())) / 2));
    paintParagraph(painter, look, box, text(), style, m_mostLines);
}

} // namespace soban::ui
