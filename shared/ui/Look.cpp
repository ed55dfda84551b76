// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Look.h"

#include "ui/SobanStyle.h"

#include <QApplication>
#include <QWidget>

#include <algorithm>

namespace soban::ui {

namespace {

struct Size {
    int pixels;
    int line;
};

constexpr Size sizeOf(Text text) {
    switch (text) {
    case Text::Small:
        return {12, 18};
    case Text::Body:
        return {14, 20};
    case Text::Name:
        return {16, 24};
    case Text::Sum:
        return {20, 28};
    case Text::Answer:
        return {28, 36};
    case Text::Digits:
        return {38, 46};
    case Text::Code:
        return {104, 116};
    }
    return {14, 20};
}

} // namespace

const Look &Look::of(const QWidget *widget) {
    const QStyle *style = widget ? widget->style() : QApplication::style();
    const auto *soban = qobject_cast<const SobanStyle *>(style);
    Q_ASSERT_X(soban, "Look::of", "the application has no SobanStyle");
    return soban->look();
}

QFont Look::font(Text text, Weight weight) const {
    QFont font;
    font.setFamilies({QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Noto Sans KR"),
                      QStringLiteral("Noto Sans")});
    font.setPixelSize(scaled(sizeOf(text).pixels));
    font.setBold(weight == Weight::Bold);
    return font;
}

int Look::lineHeight(Text text) const {
    return scaled(sizeOf(text).line);
}

void Look::setChoice(Choice choice) {
    m_choice = choice;
    settle();
}

void Look::setSystemScheme(Scheme scheme) {
    m_system = scheme;
    settle();
}

void Look::settle() {
    const Scheme scheme = m_choice == Choice::System  ? m_system
                          : m_choice == Choice::Light ? Scheme::Light
                                                      : Scheme::Dark;
    if (std::exchange(m_scheme, scheme) != scheme)
        emit changed();
}

void Look::setLanguage(Language language) {
    if (std::exchange(m_language, language) != language)
        emit languageChanged(language);
}

void Look::setTextScale(double scale) {
    scale = std::clamp(scale, kLeastScale, kMostScale);
    if (std::exchange(m_textScale, scale) != scale)
        emit changed();
}

void Look::setMotionReduced(bool reduced) {
    if (std::exchange(m_isMotionReduced, reduced) != reduced)
        emit changed();
}

} // namespace soban::ui
