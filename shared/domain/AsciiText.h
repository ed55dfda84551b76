// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <algorithm>
#include <array>

namespace soban {

/// A short text of ASCII that needs no memory of its own, for what is written thousands of times a
/// second. What is longer than `most` is cut.
template <std::size_t most>
class AsciiText {
public:
    constexpr AsciiText &append(char c) {
        if (m_size < most)
            m_chars[m_size++] = c;
        return *this;
    }
    constexpr AsciiText &append(const char *text) {
        for (; *text != '\0'; ++text)
            append(*text);
        return *this;
    }
    /// Exactly so many decimal digits, the last ones of `value`.
    constexpr AsciiText &appendDigits(qint64 value, int digits) {
        std::array<char, 20> reversed{};
        for (int i = 0; i < digits; ++i, value /= 10)
            reversed.at(std::size_t(i)) = char('0' + value % 10);
        for (int i = digits - 1; i >= 0; --i)
            append(reversed.at(std::size_t(i)));
        return *this;
    }
    constexpr QLatin1StringView view() const { return {m_chars.data(), qsizetype(m_size)}; }

private:
    std::array<char, most> m_chars{};
    std::size_t m_size = 0;
};

} // namespace soban
