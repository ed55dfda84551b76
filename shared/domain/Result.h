// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <utility>
#include <variant>

namespace soban {

/// Either the value that was asked for or the reason why there is none.
/// Expected failures travel this way; reading the wrong side is a bug and asserts.
template <typename T, typename E>
class [[nodiscard]] Result {
public:
    Result(T value) : m_either(std::in_place_index<0>, std::move(value)) {}
    Result(E error) : m_either(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_either.index() == 0; }
    explicit operator bool() const { return ok(); }

    const T &value() const & { return checked<0>(m_either); }
    T &value() & { return checked<0>(m_either); }
    T &&value() && { return std::move(checked<0>(m_either)); }
    const E &error() const & { return checked<1>(m_either); }
    E &&error() && { return std::move(checked<1>(m_either)); }

    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const T &operator*() const & { return value(); }

private:
    template <std::size_t side, typename V>
    static decltype(auto) checked(V &either) {
        Q_ASSERT(either.index() == side);
        return *std::get_if<side>(&either);
    }

    std::variant<T, E> m_either;
};

/// For a `Result` that carries nothing but success.
struct Done {
    bool operator==(const Done &) const = default;
};

} // namespace soban
