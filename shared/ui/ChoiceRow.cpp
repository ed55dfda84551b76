// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ChoiceRow.h"

#include <QStyleOption>

namespace soban::ui {

namespace {

constexpr int kMark = 20;

} // namespace

ChoiceRow::ChoiceRow(Kind kind, const QString &text, QWidget *parent)
    : QAbstractButton(parent), m_kind(kind) {
    setText(text);
    setCheckable(true);
    setAutoExclusive(kind == Kind::One);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceRow::setDetail(const QString &detail) {
    m_detail = detail;
    setAccessibleDescription(detail);
    updateGeometry();
    update();
}

void ChoiceRow::setChip(std::optional<Chip> chip) {
    m_chip = std::move(chip);
    update();
}

void ChoiceRow::setCarded(bool carded) {
    m_isCarded = carded;
    updateGeometry();
}

QSize ChoiceRow::sizeHint() const {
    const Look &look = Look::of(this);
    const int side = m_isCarded ? 2 * metrics::kGap12 : 0;
    const int detail = m_chip ? chipSize(look, *m_chip).width()
                              : textWidth(look, m_detail, Text::Body, Weight::Bold);
    return {side + look.scaled(kMark) + metrics::kGap12 +
                textWidth(look, text(), Text::Body, Weight::Bold) + metrics::kGap16 + detail,
            look.scaled(m_isCarded ? 52 : metrics::kTouchHeight)};
}

QSize ChoiceRow::minimumSizeHint() const {
    return {Look::of(this).scaled(160), sizeHint().height()};
}

void ChoiceRow::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    QRect inside = rect();
    if (m_isCarded) {
        const bool isOn = isChecked();
        paintPlate(painter, rect(),
                   {isOn ? tokens.accent.soft : tokens.surface,
                    isOn ? tokens.accent.ink : tokens.line,
                    {},
                    isOn ? 2 : 1,
                    0,
                    metrics::kControlRadius});
        inside.adjust(metrics::kGap12, 0, -metrics::kGap12, 0);
    } else {
        paintRule(painter, QRect(0, height() - 1, width(), 1), tokens.line);
    }
    const int mark = look.scaled(kMark);
    paintMark(painter, QRect(inside.left(), (height() - mark) / 2, mark, mark));
    const int left = inside.left() + mark + metrics::kGap12;
    int right = inside.right() + 1;
    if (m_chip) {
        const int width = chipSize(look, *m_chip).width();
        paintChip(painter, look, QRect(right - width, 0, width, height()), *m_chip);
        right -= width + metrics::kGap8;
    } else if (!m_detail.isEmpty()) {
        const Weight weight = isChecked() ? Weight::Bold : Weight::Regular;
        const QColor ink = isChecked() ? tokens.ink : isEnabled() ? tokens.ink2 : tokens.ink3;
        const int width =
            paintLine(painter, look, QRect(left, 0, right - left, height()), m_detail,
                      {Text::Body, weight, ink, Qt::AlignRight | Qt::AlignVCenter}, false);
        right -= width + metrics::kGap8;
    }
    paintLine(painter, look, QRect(left, 0, right - left, height()), text(),
              {Text::Body, isChecked() ? Weight::Bold : Weight::Regular,
               isEnabled() ? tokens.ink : tokens.ink3});
}

void ChoiceRow::paintMark(QPainter &painter, const QRect &box) const {
    QStyleOption option;
    option.initFrom(this);
    option.rect = box;
    option.state.setFlag(QStyle::State_On, isChecked());
    style()->drawPrimitive(m_kind == Kind::One ? QStyle::PE_IndicatorRadioButton
                                               : QStyle::PE_IndicatorCheckBox,
                           &option, &painter, this);
}

} // namespace soban::ui
