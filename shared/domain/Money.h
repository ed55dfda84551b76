// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <compare>
#include <optional>

namespace soban {

/// An ISO 4217 currency that Soban can account in.
class Currency {
public:
    /// Three capital letters of a currency that is known here; nothing otherwise.
    static std::optional<Currency> fromCode(QStringView code);
    static Currency krw();

    QString code() const { return ascii(); }
    QLatin1StringView ascii() const;
    /// How many decimal digits the minor unit stands for: 0 for KRW, 2 for EUR.
    int minorDigits() const;

    bool operator==(const Currency &) const = default;

private:
    explicit Currency(int index) : m_index(index) {}

    int m_index;
};

/// An amount: a whole number of the currency's minor unit. Arithmetic never overflows and never
/// mixes currencies; where it would, there is no result.
class Money {
public:
    /// The largest amount either side of zero: ten digits more than any order needs, and small
    /// enough that JSON readers which use doubles stay exact.
    static constexpr qint64 kLimitMinor = 9'007'199'254'740'991;

    static std::optional<Money> of(qint64 minor, Currency currency);
    static Money zero(Currency currency) { return Money(0, currency); }

    qint64 minor() const { return m_minor; }
    Currency currency() const { return m_currency; }

    std::optional<Money> plus(const Money &other) const;
    std::optional<Money> minus(const Money &other) const;
    std::optional<Money> times(qint64 factor) const;
    bool isZero() const { return m_minor == 0; }
    bool isNegative() const { return m_minor < 0; }

    bool operator==(const Money &) const = default;
    /// Unordered between different currencies.
    std::partial_ordering operator<=>(const Money &other) const;

private:
    Money(qint64 minor, Currency currency) : m_minor(minor), m_currency(currency) {}

    qint64 m_minor;
    Currency m_currency;
};

} // namespace soban
