// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Tokens.h"

#include <algorithm>
#include <cmath>

namespace soban::ui {

namespace {

QColor rgb(QRgb value) {
    return QColor::fromRgb(value);
}

QColor veil(QRgb value, double opacity) {
    QColor color = QColor::fromRgb(value);
    color.setAlphaF(float(opacity));
    return color;
}

Tokens makeLight() {
    return {
        .ground = rgb(0xF2F2EE),
        .surface = rgb(0xFFFFFF),
        .sunken = rgb(0xE7E7E1),
        .line = rgb(0xDAD8D0),
        .foot = rgb(0xC9C5BA),
        .control = rgb(0x8C857B),
        .ink = rgb(0x241A17),
        .ink2 = rgb(0x574B45),
        .ink3 = rgb(0x6B605A),
        .accent = {rgb(0x21418C), rgb(0xE5EBF8)},
        .accentHover = rgb(0x1A3474),
        .accentPressed = rgb(0x13275A),
        .onAccent = rgb(0xFFFFFF),
        .fresh = {rgb(0x1F6347), rgb(0xDFF0E6)},
        .waiting = {rgb(0x775000), rgb(0xFAEECB)},
        .late = {rgb(0xA03A08), rgb(0xFCE4D6)},
        .done = {rgb(0x525C58), rgb(0xE6EAE8)},
        .danger = {rgb(0xA31A2B), rgb(0xFAE1E4)},
        .lacquer = rgb(0x2B1512),
        .lacquerRaised = rgb(0x47231B),
        .onLacquer = rgb(0xF7EEE6),
        .onLacquer2 = rgb(0xD3BEB0),
        .porcelain = rgb(0xFBFAF6),
        .onPorcelain = rgb(0x241A17),
        .rim = rgb(0xA3482A),
        .scrim = veil(0x1B0E0B, 0.62),
    };
}

Tokens makeDark() {
    return {
        .ground = rgb(0x16100E),
        .surface = rgb(0x231A17),
        .sunken = rgb(0x2F2520),
        .line = rgb(0x3D312B),
        .foot = rgb(0x0B0706),
        .control = rgb(0x86776D),
        .ink = rgb(0xF4EDE7),
        .ink2 = rgb(0xCBBEB4),
        .ink3 = rgb(0xAB9C91),
        .accent = {rgb(0xA8BFF6), rgb(0x222E4E)},
        .accentHover = rgb(0xBFD0F9),
        .accentPressed = rgb(0x8FA9E6),
        .onAccent = rgb(0x0E1A3A),
        .fresh = {rgb(0x7FCDA5), rgb(0x16301F)},
        .waiting = {rgb(0xEBC266), rgb(0x392A0B)},
        .late = {rgb(0xF89C6C), rgb(0x43210F)},
        .done = {rgb(0xB0BAB6), rgb(0x2C302E)},
        .danger = {rgb(0xF7929B), rgb(0x48181F)},
        .lacquer = rgb(0x34190F),
        .lacquerRaised = rgb(0x4E2A1C),
        .onLacquer = rgb(0xF7EEE6),
        .onLacquer2 = rgb(0xD6C2B3),
        .porcelain = rgb(0xFBFAF6),
        .onPorcelain = rgb(0x241A17),
        .rim = rgb(0xB4532F),
        .scrim = veil(0x000000, 0.66),
    };
}

double luminance(const QColor &color) {
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

} // namespace

const Tokens &Tokens::of(Scheme scheme) {
    static const Tokens light = makeLight();
    static const Tokens dark = makeDark();
    return scheme == Scheme::Light ? light : dark;
}

ToneColors Tokens::tone(Tone tone) const {
    switch (tone) {
    case Tone::Plain:
        return {ink2, sunken};
    case Tone::Accent:
        return accent;
    case Tone::Fresh:
        return fresh;
    case Tone::Waiting:
        return waiting;
    case Tone::Late:
        return late;
    case Tone::Done:
        return done;
    case Tone::Danger:
        return danger;
    }
    Q_UNREACHABLE();
}

double contrast(const QColor &one, const QColor &other) {
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace soban::ui
