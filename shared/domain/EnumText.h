// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>
#include <utility>

namespace soban {

/// The one spelling of each enumerator, on the wire and in the database.
/// Specialise as `static constexpr std::array entries{std::pair{E::A, "a"}, …}`.
template <typename E>
struct EnumText;

template <typename E>
concept TextualEnum = requires {
    EnumText<E>::entries;
};

template <TextualEnum E>
constexpr QLatin1StringView toText(E value) {
    for (const auto &[enumerator, text] : EnumText<E>::entries) {
        if (enumerator == value)
            return QLatin1StringView(text);
    }
    Q_UNREACHABLE();
    return {};
}

template <TextualEnum E>
constexpr std::optional<E> enumFromText(QStringView text) {
    for (const auto &[enumerator, spelling] : EnumText<E>::entries) {
        if (text == QLatin1StringView(spelling))
            return enumerator;
    }
    return std::nullopt;
}

/// All enumerators, in the order of their declaration.
template <TextualEnum E>
constexpr auto allOf() {
    std::array<E, EnumText<E>::entries.size()> all{};
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = EnumText<E>::entries[i].first;
    return all;
}

/// A set of enumerators, as one machine word.
template <typename E>
class EnumSet {
public:
    constexpr EnumSet() = default;
    constexpr EnumSet(std::initializer_list<E> members) {
        for (E member : members)
            m_bits |= bit(member);
    }
    constexpr bool contains(E member) const { return (m_bits & bit(member)) != 0; }
    constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr void insert(E member) { m_bits |= bit(member); }
    constexpr bool operator==(const EnumSet &) const = default;

private:
    static constexpr quint32 bit(E member) { return quint32(1) << static_cast<unsigned>(member); }

    quint32 m_bits = 0;
};

} // namespace soban
