// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Text.h"
#include "ui/Tokens.h"

#include <QFont>
#include <QObject>

class QWidget;

namespace soban::ui {

/// The sizes of text; each has a fixed line height, because the font's own is uneven.
enum class Text {
    Small,  ///< 12 / 18
    Body,   ///< 14 / 20
    Name,   ///< 16 / 24
    Sum,    ///< 20 / 28
    Answer, ///< 28 / 36: the one answer of a page
    Digits, ///< 36 / 44: codes and minutes
    Code,   ///< 104 / 116: the rider's code
};

enum class Weight { Regular, Bold };

/// How the apps look at present: scheme, size of text, language, motion. There is one for each
/// application, held by its `SobanStyle`; widgets and delegates reach it by `Look::of`.
class Look : public QObject {
    Q_OBJECT

public:
    enum class Choice { System, Light, Dark };

    static constexpr double kLeastScale = 1.0;
    static constexpr double kMostScale = 2.0;

    using QObject::QObject;

    /// The look that `widget` is drawn in; the application's if null.
    static const Look &of(const QWidget *widget);

    Scheme scheme() const { return m_scheme; }
    Choice choice() const { return m_choice; }
    const Tokens &tokens() const { return Tokens::of(m_scheme); }
    Language language() const { return m_language; }
    double textScale() const { return m_textScale; }
    bool isMotionReduced() const { return m_isMotionReduced; }

    /// A length that grows with the text.
    int scaled(int pixels) const { return qRound(pixels * m_textScale); }
    QFont font(Text text, Weight weight = Weight::Regular) const;
    int lineHeight(Text text) const;
    /// 0 when motion is reduced.
    int duration(int ms) const { return m_isMotionReduced ? 0 : ms; }

    /// `System` follows what the desktop says, also when that changes.
    void setChoice(Choice choice);
    /// What the desktop prefers; `SobanStyle` watches it.
    void setSystemScheme(Scheme scheme);
    void setLanguage(Language language);
    void setTextScale(double scale); ///< kept within its bounds
    void setMotionReduced(bool reduced);

signals:
    void changed();
    void languageChanged(soban::Language language);

private:
    void settle();

    Choice m_choice = Choice::System;
    Scheme m_system = Scheme::Light;
    Scheme m_scheme = Scheme::Light;
    Language m_language = Language::Korean;
    double m_textScale = 1.0;
    bool m_isMotionReduced = false;
};

} // namespace soban::ui
