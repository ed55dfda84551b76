// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/NoticeBox.h"

#include "ui/Paint.h"

namespace soban::customer {

using namespace ui;

/// Where its parts are at a width.
struct NoticeBox::Measures {
    int side, symbol, left, room, title, text, height;
};

NoticeBox::NoticeBox(Tone tone, Icon icon, Shape shape, QWidget *parent)
    : WrappingWidget(parent), m_tone(tone), m_icon(icon), m_shape(shape) {}

void NoticeBox::setTone(Tone tone, Icon icon) {
    m_tone = tone;
    m_icon = icon;
    update();
}

void NoticeBox::setWords(const QString &title, const QString &text) {
    m_title = title;
    m_text = text;
    setAccessibleName(title);
    setAccessibleDescription(QString(text).replace(u'\n', u' '));
    refit();
}

NoticeBox::Measures NoticeBox::measures(int width) const {
    const Look &look = Look::of(this);
    const bool isBand = m_shape == Shape::Band;
    Measures all{};
    all.side = isBand ? 20 : metrics::kGap12;
    all.symbol = look.scaled(isBand ? 28 : 18);
    all.left = all.side + all.symbol + (isBand ? metrics::kGap12 : metrics::kGap8);
    // The box's second line begins below the icon; the band's beside it.
    all.room = std::max(1, width - all.left - all.side);
    all.title =
        paragraphHeight(look, all.room, m_title, isBand ? Text::Sum : Text::Body, Weight::Bold);
    const int textRoom = isBand ? all.room : std::max(1, width - 2 * all.side);
    all.text = m_text.isEmpty()
                   ? 0
                   : paragraphHeight(look, textRoom, m_text, isBand ? Text::Body : Text::Small);
    all.height = all.title + all.text + 2 * (isBand ? metrics::kGap16 : 10);
    return all;
}

int NoticeBox::heightForWidth(int width) const {
    return measures(width).height;
}

int NoticeBox::hintWidth() const {
    return Look::of(this).scaled(280);
}

int NoticeBox::leastWidth() const {
    return Look::of(this).scaled(140);
}

void NoticeBox::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const ToneColors colors = tokens.tone(m_tone);
    const bool isBand = m_shape == Shape::Band;
    const Measures all = measures(width());
    QPainter painter(this);
    if (isBand) {
        painter.fillRect(rect(), colors.soft);
        painter.fillRect(QRect(0, height() - 2, width(), 2), colors.ink);
    } else {
        paintPlate(painter, rect(), {colors.soft, {}, {}, 0, 0, metrics::kControlRadius});
    }
    const int top = (height() - all.title - all.text) / 2;
    const int line = look.lineHeight(isBand ? Text::Sum : Text::Body);
    paintIcon(painter, m_icon, QRect(all.side, top, all.symbol, line), colors.ink);
    paintParagraph(
        painter, look, QRect(all.left, top, all.room, all.title), m_title,
        {isBand ? Text::Sum : Text::Body, Weight::Bold, isBand ? tokens.ink : colors.ink});
    const QRect below = isBand ? QRect(all.left, top + all.title, all.room, all.text)
                               : QRect(all.side, top + all.title, width() - 2 * all.side, all.text);
    paintParagraph(
        painter, look, below, m_text,
        {isBand ? Text::Body : Text::Small, Weight::Regular, isBand ? tokens.ink2 : colors.ink});
}

} // namespace soban::customer
