// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <limits>
#include <tuple>

namespace soban::contract {

/// The least and the most of a number, of the characters of a text or of the elements of a list.
struct Bounds {
    static constexpr qint64 kUnset = std::numeric_limits<qint64>::min();

    qint64 least = kUnset;
    qint64 most = kUnset;

    constexpr Bounds orElse(qint64 defaultLeast, qint64 defaultMost) const {
        return {least == kUnset ? defaultLeast : least, most == kUnset ? defaultMost : most};
    }
};

template <typename T, typename V>
struct Field {
    const char *name;
    V T::*member;
    Bounds bounds;
};

template <typename T, typename V>
constexpr Field<T, V> field(const char *name, V T::*member, Bounds bounds = {}) {
    return {name, member, bounds};
}

/// What crosses the wire of a struct. Specialise with
/// `static constexpr const char *name` and `static constexpr auto fields = std::tuple{field(…),
/// …}`, every member once and in the order of declaration. Reading, writing, the OpenAPI schema and
/// the tests all come from this one description.
template <typename T>
struct Described;

template <typename T>
concept IsDescribed = requires {
    Described<T>::fields;
};

} // namespace soban::contract
