// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/PlaceCard.h"

#include "ui/Paint.h"

#include <QKeyEvent>
#include <QStyleOption>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kMark = 20;
constexpr int kAcross = 10;
constexpr int kLeastWidth = 160;
constexpr int kHintWidth = 280;
constexpr int kTall = 52;

} // namespace

PlaceCard::PlaceCard(Mark mark, QWidget *parent) : QAbstractButton(parent), m_mark(mark) {
    setCheckable(mark == Mark::Circle);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PlaceCard::setPlace(const QString &label, const QString &text) {
    m_label = label;
    m_text = text;
    setText(label.isEmpty() ? text : label + u' ' + text);
    updateGeometry();
    update();
}

int PlaceCard::wordsWidth(int width) const {
    const int mark = Look::of(this).scaled(kMark);
    const int marks = m_mark == Mark::Pin ? 2 * mark + metrics::kGap12 : mark;
    return std::max(1, width - marks - 3 * metrics::kGap12);
}

int PlaceCard::heightForWidth(int width) const {
    const Look &look = Look::of(this);
    const int label = m_label.isEmpty() ? 0 : look.lineHeight(Text::Body);
    const int text = paragraphHeight(look, wordsWidth(width), m_text, Text::Body);
    return std::max(look.scaled(kTall), label + text + 2 * kAcross);
}

QSize PlaceCard::sizeHint() const {
    const int hint = Look::of(this).scaled(kHintWidth);
    return {hint, heightForWidth(std::max(width(), hint))};
}

QSize PlaceCard::minimumSizeHint() const {
    return {kLeastWidth, 0};
}

void PlaceCard::keyPressEvent(QKeyEvent *event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void PlaceCard::paintMark(QPainter &painter, const QRect &box) {
    if (m_mark == Mark::Pin) {
        paintIcon(painter, Icon::Pin, box, Look::of(this).tokens().accent.ink);
        return;
    }
    QStyleOption option;
    option.initFrom(this);
    option.rect = box;
    option.state.setFlag(QStyle::State_On, isChecked());
    style()->drawPrimitive(QStyle::PE_IndicatorRadioButton, &option, &painter, this);
}

void PlaceCard::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    const bool isOn = isChecked();
    const bool isLit = m_mark == Mark::Pin && isEnabled() && (underMouse() || isDown());
    paintPlate(painter, rect(),
               {isOn    ? tokens.accent.soft
                : isLit ? tokens.sunken
                        : tokens.surface,
                isOn                     ? tokens.accent.ink
                : m_mark == Mark::Circle ? tokens.line
                                         : tokens.control,
                {},
                isOn ? 2 : 1,
                0,
                metrics::kControlRadius});
    const int mark = look.scaled(kMark);
    const int middle = (height() - mark) / 2;
    paintMark(painter, QRect(metrics::kGap12, middle, mark, mark));
    if (m_mark == Mark::Pin && isEnabled())
        paintIcon(painter, Icon::Right, QRect(width() - metrics::kGap12 - mark, middle, mark, mark),
                  tokens.ink2);
    const int left = 2 * metrics::kGap12 + mark;
    const int room = wordsWidth(width());
    const int label = m_label.isEmpty() ? 0 : look.lineHeight(Text::Body);
    const int top = (height() - label - paragraphHeight(look, room, m_text, Text::Body)) / 2;
    if (label > 0)
        paintLine(painter, look, QRect(left, top, room, label), m_label,
                  {Text::Body, Weight::Bold, tokens.ink});
    paintParagraph(painter, look, QRect(left, top + label, room, height()), m_text,
                   {Text::Body, Weight::Regular, label > 0 ? tokens.ink2 : tokens.ink});
}

} // namespace soban::customer
