// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace soban::ui {

enum class Scheme { Light, Dark };

/// What a colour says of a thing's state. Never alone: an icon and a word stand beside it.
enum class Tone {
    Plain,   ///< says nothing
    Accent,  ///< yours to do now
    Fresh,   ///< in good time, open, connected
    Waiting, ///< getting late, little left
    Late,    ///< over its time
    Done,    ///< nothing happens any more
    Danger,  ///< refused, sold out, wrong
};

struct ToneColors {
    QColor ink;
    QColor soft; ///< the ground on which `ink` is read
};

/// The colours of one scheme: white porcelain on a lacquered table, with cobalt as the only accent.
/// A test holds each pair that is used for text at a contrast of 4.5 or more, borders of controls
/// at 3.
struct Tokens {
    QColor ground, surface, sunken;
    QColor line, foot; ///< decoration
    QColor control;    ///< borders of what can be operated
    QColor ink, ink2;
    QColor ink3; ///< hints, what is disabled, data that has aged
    ToneColors accent;
    QColor accentHover, accentPressed, onAccent;
    ToneColors fresh, waiting, late, done, danger;
    QColor lacquer, lacquerRaised, onLacquer, onLacquer2;
    QColor porcelain, onPorcelain; ///< codes: dark on white at night too, to be shown to others
    QColor rim;                    ///< lines only
    QColor scrim;

    static const Tokens &of(Scheme scheme);
    ToneColors tone(Tone tone) const;
};

/// By WCAG 2: 1 (none) to 21 (black on white).
double contrast(const QColor &one, const QColor &other);

/// Sizes in device-independent pixels, at a text scale of 1.
namespace metrics {
constexpr int kGap4 = 4, kGap8 = 8, kGap12 = 12, kGap16 = 16, kGap24 = 24;
constexpr int kCardPadding = 12;
constexpr int kChipHeight = 28;
constexpr int kDenseHeight = 36; ///< mouse only
constexpr int kTouchHeight = 44; ///< the least for a finger
constexpr int kShopHeight = 56;
constexpr int kRiderHeight = 80;
constexpr int kChipRadius = 4, kControlRadius = 6, kCardRadius = 8, kSheetRadius = 10;
constexpr int kFoot = 2, kSheetFoot = 4, kRimWidth = 3;
constexpr int kFocusWidth = 3, kFocusOffset = 2;
constexpr double kTrayCorner = 0.2; ///< cut off an octagon, as a share of its side
} // namespace metrics

/// Spans of movement, unless motion is reduced.
namespace motion {
constexpr int kStateMs = 120;
constexpr int kSheetMs = 160;
constexpr int kFlashMs = 400;
constexpr int kUndoMs = 8'000;
} // namespace motion

} // namespace soban::ui
