// SPDX-License-Identifier: GPL-3.0-or-later
// Sizes that the layout and the painting of `SobanStyle` share.
#pragma once

#include "ui/Button.h"
#include "ui/Look.h"

namespace soban::ui {

constexpr int kButtonPadding = 16;
constexpr int kBarePadding = 8;
constexpr int kIndicator = 20;
constexpr int kScrollBar = 12;
constexpr int kScrollThumb = 6;
constexpr int kComboArrow = 36;

/// The icon's side in a button that is so tall.
constexpr int buttonIcon(int tall) {
    return tall >= metrics::kRiderHeight - 8 ? 28 : 20;
}

/// What stands free at each side of its label.
constexpr int labelPadding(int tall) {
    return tall <= metrics::kDenseHeight ? metrics::kGap12 : kButtonPadding;
}

/// The text of a button that is so tall.
constexpr Text buttonText(ButtonRole role, int tall) {
    return role == ButtonRole::Key            ? Text::Answer
           : tall >= metrics::kRiderHeight    ? Text::Sum
           : tall >= metrics::kShopHeight - 4 ? Text::Name
                                              : Text::Body;
}

} // namespace soban::ui
