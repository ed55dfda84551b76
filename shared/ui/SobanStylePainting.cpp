// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Button.h"
#include "ui/Paint.h"
#include "ui/SobanStyle.h"
#include "ui/StyleSizes.h"
#include "ui/TextField.h"

#include <QStyleOption>

namespace soban::ui {

namespace {

struct ButtonColors {
    QColor fill, border, foot, ink;
};

ButtonColors buttonColors(const Tokens &tokens, ButtonRole role, QStyle::State state) {
    const bool isPressed = state & (QStyle::State_Sunken | QStyle::State_On);
    const bool isHovered = (state & QStyle::State_MouseOver) && !isPressed;
    if (!(state & QStyle::State_Enabled)) {
        if (role == ButtonRole::Bare)
            return {Qt::transparent, Qt::transparent, Qt::transparent, tokens.ink3};
        return {tokens.sunken, tokens.line, tokens.line, tokens.ink3};
    }
    switch (role) {
    case ButtonRole::Primary: {
        const QColor fill = isPressed   ? tokens.accentPressed
                            : isHovered ? tokens.accentHover
                                        : tokens.accent.ink;
        return {fill, fill, tokens.accentPressed, tokens.onAccent};
    }
    case ButtonRole::Soft:
        if (isPressed)
            return {tokens.accent.ink, tokens.accent.ink, tokens.accentPressed, tokens.onAccent};
        return {tokens.accent.soft, tokens.accent.ink, tokens.accent.ink, tokens.accent.ink};
    case ButtonRole::Plain:
        return {isPressed   ? tokens.line
                : isHovered ? tokens.sunken
                            : tokens.surface,
                tokens.control, tokens.control, tokens.ink};
    case ButtonRole::Danger:
        if (isPressed)
            return {tokens.danger.ink, tokens.danger.ink, tokens.danger.ink, tokens.surface};
        return {isHovered ? tokens.danger.soft : tokens.surface, tokens.danger.ink,
                tokens.danger.ink, tokens.danger.ink};
    case ButtonRole::Bare:
        return {isHovered || isPressed ? tokens.sunken : QColor(Qt::transparent), Qt::transparent,
                Qt::transparent, isPressed ? tokens.ink : tokens.ink2};
    case ButtonRole::Lacquer:
        return {isPressed || isHovered ? tokens.lacquer : tokens.lacquerRaised, tokens.rim,
                tokens.rim, tokens.onLacquer};
    }
    Q_UNREACHABLE();
    return {};
}

/// Foot and border shrink and the label sinks by one pixel under a press.
bool isDown(const QStyleOption *option) {
    return option->state & QStyle::State_Sunken;
}

} // namespace

void SobanStyle::paintButton(const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const {
    const auto *button = qobject_cast<const Button *>(widget);
    const ButtonRole role = button ? button->role() : ButtonRole::Plain;
    const ButtonColors colors = buttonColors(m_look.tokens(), role, option->state);
    QRect box = option->rect;
    const bool isFlat = role == ButtonRole::Bare || !(option->state & State_Enabled);
    int foot = isFlat ? 0 : metrics::kFoot;
    if (isDown(option) && foot > 0) {
        box.setTop(box.top() + 1);
        foot = 1;
    }
    // A soft ground has no darker soft: its border grows instead.
    const bool isSoftHover = role == ButtonRole::Soft && (option->state & State_MouseOver) &&
                             (option->state & State_Enabled) && !isDown(option);
    const int border = role == ButtonRole::Bare ? 0 : isSoftHover ? 2 : 1;
    paintPlate(*painter, box,
               {colors.fill, colors.border, colors.foot, border, foot, metrics::kControlRadius});
}

void SobanStyle::paintButtonLabel(const QStyleOption *option, QPainter *painter,
                                  const QWidget *widget) const {
    const auto *label = qstyleoption_cast<const QStyleOptionButton *>(option);
    const auto *button = qobject_cast<const Button *>(widget);
    const ButtonRole role = button ? button->role() : ButtonRole::Plain;
    const QColor ink = buttonColors(m_look.tokens(), role, option->state).ink;
    const TextStyle style{buttonText(button ? button->tall() : metrics::kTouchHeight),
                          role == ButtonRole::Bare ? Weight::Regular : Weight::Bold, ink};
    QRect box = option->rect.adjusted(metrics::kGap4, 0, -metrics::kGap4,
                                      role == ButtonRole::Bare ? 0 : -1);
    if (isDown(option))
        box.translate(0, 1);
    const std::optional<Icon> symbol = button ? button->symbol() : std::nullopt;
    const int icon = symbol ? m_look.scaled(kButtonIcon) : 0;
    const int gap = symbol && !label->text.isEmpty() ? metrics::kGap8 : 0;
    const int words = textWidth(m_look, label->text, style.text, style.weight);
    const int whole = std::min(icon + gap + words, box.width());
    const int left = box.left() + (box.width() - whole) / 2;
    const bool isTrailing = button && button->isSymbolTrailing();
    const QRect text(isTrailing ? left : left + icon + gap, box.top(), whole - icon - gap,
                     box.height());
    if (symbol)
        paintIcon(*painter, *symbol,
                  QRect(isTrailing ? text.right() + 1 + gap : left, box.top(), icon, box.height()),
                  ink);
    paintLine(*painter, m_look, text.adjusted(0, 0, 2, 0), label->text, style);
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
    const ButtonColors colors = buttonColors(tokens, ButtonRole::Plain, option->state);
    paintPlate(
        *painter, option->rect,
        {colors.fill, colors.border, colors.foot, 1, metrics::kFoot, metrics::kControlRadius});
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    paintIcon(*painter, Icon::Down, arrow.adjusted(9, 9, -9, -9), colors.ink);
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
    const QColor resting = m_look.scheme() == Scheme::Light ? tokens.foot : tokens.line;
    const bool isLively = bar->state & (State_MouseOver | State_Sunken);
    paintPlate(*painter, thumb,
               {isLively ? tokens.control : resting, {}, {}, 0, 0, kScrollThumb / 2});
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
