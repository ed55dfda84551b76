// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ButtonPaint.h"

#include "ui/StyleSizes.h"

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
    case ButtonRole::Key:
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
bool isDown(const ButtonFace &face) {
    return face.state & QStyle::State_Sunken;
}

} // namespace

void paintButtonPlate(QPainter &painter, const Look &look, const QRect &box,
                      const ButtonFace &face) {
    const ButtonColors colors = buttonColors(look.tokens(), face.role, face.state);
    QRect plate = box;
    const bool isFlat = face.role == ButtonRole::Bare || !(face.state & QStyle::State_Enabled);
    int foot = isFlat ? 0 : metrics::kFoot;
    if (isDown(face) && foot > 0) {
        plate.setTop(plate.top() + 1);
        foot = 1;
    }
    // A soft ground has no darker soft: its border grows instead.
    const bool isSoftHover = face.role == ButtonRole::Soft &&
                             (face.state & QStyle::State_MouseOver) &&
                             (face.state & QStyle::State_Enabled) && !isDown(face);
    const int border = face.role == ButtonRole::Bare ? 0 : isSoftHover ? 2 : 1;
    paintPlate(painter, plate,
               {colors.fill, colors.border, colors.foot, border, foot, metrics::kControlRadius});
}

void paintButtonLabel(QPainter &painter, const Look &look, const QRect &box,
                      const ButtonFace &face) {
    const bool isBare = face.role == ButtonRole::Bare;
    const bool isQuiet = isBare || face.role == ButtonRole::Key;
    const QColor ink = buttonColors(look.tokens(), face.role, face.state).ink;
    const TextStyle style{buttonText(face.role, face.tall),
                          isQuiet ? Weight::Regular : Weight::Bold, ink};
    QRect place = box.adjusted(metrics::kGap4, 0, -metrics::kGap4, isBare ? 0 : -1);
    if (isDown(face))
        place.translate(0, 1);
    const int icon = face.symbol ? look.scaled(buttonIcon(face.tall)) : 0;
    const int gap = face.symbol && !face.text.isEmpty() ? metrics::kGap8 : 0;
    const int words = textWidth(look, face.text, style.text, style.weight);
    const int whole = std::min(icon + gap + words, place.width());
    const int left = place.left() + (place.width() - whole) / 2;
    const QRect text(face.isSymbolTrailing ? left : left + icon + gap, place.top(),
                     whole - icon - gap, place.height());
    if (face.symbol)
        paintIcon(painter, *face.symbol,
                  QRect(face.isSymbolTrailing ? text.right() + 1 + gap : left, place.top(), icon,
                        place.height()),
                  ink);
    paintLine(painter, look, text.adjusted(0, 0, 2, 0), face.text, style);
}

} // namespace soban::ui
