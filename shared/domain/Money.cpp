// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Money.h"

namespace soban {

namespace {

struct KnownCurrency {
    const char *code;
    int minorDigits;
};

constexpr std::array kCurrencies{
    KnownCurrency{"KRW", 0}, KnownCurrency{"JPY", 0}, KnownCurrency{"USD", 2},
    KnownCurrency{"EUR", 2}, KnownCurrency{"GBP", 2}, KnownCurrency{"CHF", 2},
};

} // namespace

std::optional<Currency> Currency::fromCode(QStringView code) {
    for (std::size_t i = 0; i < kCurrencies.size(); ++i) {
        if (code == QLatin1StringView(kCurrencies[i].code))
            return Currency(static_cast<int>(i));
    }
    return std::nullopt;
}

Currency Currency::krw() {
    return Currency(0);
}

QLatin1StringView Currency::ascii() const {
    return QLatin1StringView(kCurrencies[static_cast<std::size_t>(m_index)].code);
}

int Currency::minorDigits() const {
    return kCurrencies[static_cast<std::size_t>(m_index)].minorDigits;
}

std::optional<Money> Money::of(qint64 minor, Currency currency) {
    if (minor > kLimitMinor || minor < -kLimitMinor)
        return std::nullopt;
    return Money(minor, currency);
}

std::optional<Money> Money::plus(const Money &other) const {
    // Two amounts within the limit cannot overflow 64 bits, so `of` sees the true sum.
    return m_currency == other.m_currency ? of(m_minor + other.m_minor, m_currency) : std::nullopt;
}

std::optional<Money> Money::minus(const Money &other) const {
    return m_currency == other.m_currency ? of(m_minor - other.m_minor, m_currency) : std::nullopt;
}

std::optional<Money> Money::times(qint64 factor) const {
    qint64 product = 0;
    if (qMulOverflow(m_minor, factor, &product))
        return std::nullopt;
    return of(product, m_currency);
}

std::partial_ordering Money::operator<=>(const Money &other) const {
    if (m_currency != other.m_currency)
        return std::partial_ordering::unordered;
    return m_minor <=> other.m_minor;
}

} // namespace soban
