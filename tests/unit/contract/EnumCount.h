// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace soban::test {

/// Whether the enumeration has a name for this value; the compiler tells.
template <auto value>
constexpr bool isNamed() {
    const std::string_view signature = __PRETTY_FUNCTION__; // "… value = soban::Role::Shop]"
    return signature[signature.find("value = ") + 8] != '(';
}

/// How many enumerators there are, counted from 0 to the first value without a name.
template <typename E, std::size_t next = 0>
constexpr std::size_t enumeratorCount() {
    if constexpr (isNamed<static_cast<E>(next)>())
        return enumeratorCount<E, next + 1>();
    else
        return next;
}

} // namespace soban::test
