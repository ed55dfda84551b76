// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace soban::identity {

/// The name an account signs in with, in the one spelling that is stored and compared: trimmed,
/// NFC, case folded. So `Mina` and `mina ` are one login, however a keyboard composes its letters.
class Login {
public:
    static constexpr qsizetype kShortest = 3;
    static constexpr qsizetype kLongest = 254;

    /// Nothing if too short or too long, or with blanks or unprintable characters inside.
    static std::optional<Login> from(const QString &typed);

    const QString &text() const { return m_text; }
    bool operator==(const Login &) const = default;

private:
    explicit Login(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

} // namespace soban::identity
