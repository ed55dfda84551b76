// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ButtonPaint.h"
#include "ui/Paint.h"
#include "ui/SobanStyle.h"
#include "ui/StyleSizes.h"
#include "ui/TextField.h"

#include <QStyleOption>

namespace soban::ui {

namespace {

ButtonFace faceOf(const QStyleOption *option, const QWidget *widget) {
    ButtonFace face;
    face.state = option->state;
    if (const auto *label = qstyleoption_cast<const QStyleOptionButton *>(option))
        face.text = label->text;
    if (const auto *button = qobject_cast<const Button *>(widget)) {
        face.role = button->role();
        face.symbol = button->symbol();
        face.isSymbolTrailing = button->isSymbolTrailing();
        face.tall = button->tall();
    }
    return face;
}

} // namespace

void SobanStyle::paintButton(const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const {
    paintButtonPlate(*painter, m_look, option->rect, faceOf(option, widget));
}

void SobanStyle::paintButtonLabel(const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const {
    ui::paintButtonLabel(*painter, m_look, option->rect, faceOf(option, widget));
}

void SobanStyle::paintInput(const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const {
    const Tokens &tokens = m_look.tokens();
    const auto *field = qobject_cast<const TextField *>(widget);
    const bool isEnabled = option->state & State_Enabled;
    const bool isWrong = field && field->isWrong();
    const QColor border = isWrong ? tokens.danger.ink : isEnabled ? tokens.control : tokens.line;
    paintPlate(*painter, option->rect,
               {isEnabled ? tokens.surface : tokens.sunken,
                border,
                {},
                isWrong ? 2 : 1,
                0,
                metrics::kControlRadius});
}

void SobanStyle::paintIndicator(const QStyleOption *option, QPainter *painter, bool isRound) const {
    const Tokens &tokens = m_look.tokens();
    const bool isOn = option->state & State_On;
    const bool isEnabled = option->state & State_Enabled;
    const QRect box = option->rect;
    const QColor on = isEnabled ? tokens.accent.ink : tokens.ink3;
    const int radius = isRound ? box.height() / 2 : metrics::kChipRadius;
    if (!isOn) {
        paintPlate(*painter, box,
                   {isEnabled ? tokens.surface : tokens.sunken,
                    isEnabled ? tokens.control : tokens.line,
                    {},
                    2,
                    0,
                    radius});
        return;
    }
    paintPlate(*painter, box, {on, {}, {}, 0, 0, radius});
    if (isRound) {
        const int inset = box.height() * 3 / 10;
        paintPlate(*painter, box.adjusted(inset, inset, -inset, -inset),
                   {tokens.onAccent, {}, {}, 0, 0, box.height()});
    } else {
        paintIcon(*painter, Icon::Check, box.adjusted(2, 2, -2, -2), tokens.onAccent);
    }
}

void SobanStyle::paintCombo(const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const {
    const Tokens &tokens = m_look.tokens();
    ButtonFace face;
    // Not greyed under the pointer: it would look as if nothing could be chosen.
    face.state = option->state & ~State_MouseOver;
    paintButtonPlate(*painter, m_look, option->rect, face);
    const int side = m_look.scaled(kComboArrow / 2);
    QRect arrow(0, 0, side, side);
    arrow.moveCenter(subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget).center());
    paintIcon(*painter, Icon::Down, arrow,
              option->state & State_Enabled ? tokens.ink : tokens.ink3);
}

void SobanStyle::paintScrollBar(const QStyleOptionComplex *option, QPainter *painter) const {
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    QRect thumb = subControlRect(CC_ScrollBar, bar, SC_ScrollBarSlider, nullptr);
    const int inset = (kScrollBar - kScrollThumb) / 2;
    thumb = bar->orientation == Qt::Vertical ? thumb.adjusted(inset, 2, -inset, -2)
                                             : thumb.adjusted(2, inset, -2, -inset);
    const Tokens &tokens = m_look.tokens();
    const bool isLively = bar->state & (State_MouseOver | State_Sunken);
    paintPlate(*painter, thumb,
               {isLively ? tokens.ink2 : tokens.control, {}, {}, 0, 0, kScrollThumb / 2});
}

void SobanStyle::paintProgress(const QStyleOption *option, QPainter *painter) const {
    const auto *progress = qstyleoption_cast<const QStyleOptionProgressBar *>(option);
    const Tokens &tokens = m_look.tokens();
    const int radius = option->rect.height() / 2;
    paintPlate(*painter, option->rect, {tokens.sunken, {}, {}, 0, 0, radius});
    const int range = progress->maximum - progress->minimum;
    if (range <= 0)
        return;
    QRect done = option->rect;
    done.setWidth(int(qint64(done.width()) * (progress->progress - progress->minimum) / range));
    paintPlate(*painter, done, {tokens.accent.ink, {}, {}, 0, 0, radius});
}

} // namespace soban::ui
