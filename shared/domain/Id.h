// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/AsciiText.h"

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <optional>

namespace soban {

namespace detail {
/// A prefix of three letters, an underscore and thirteen digits.
using IdText = AsciiText<17>;
IdText idToText(const char *prefix, qint64 value);
std::optional<qint64> idFromText(const char *prefix, QStringView text);
} // namespace detail

/// The identity of one kind of thing. It always holds a positive number; a missing one is
/// `std::optional<Id>`. As text it is `prefix_` and 13 digits of Crockford's base 32, opaque to
/// clients, so that a shop's id put where an order's belongs is refused and not looked up.
template <typename Tag>
class Id {
public:
    static std::optional<Id> fromNumber(qint64 value) {
        return value > 0 ? std::optional(Id(value)) : std::nullopt;
    }
    /// Accepts only the spelling that `toText` gives.
    static std::optional<Id> fromText(QStringView text) {
        const auto value = detail::idFromText(Tag::prefix, text);
        return value ? fromNumber(*value) : std::nullopt;
    }
    static constexpr const char *prefix() { return Tag::prefix; }

    qint64 number() const { return m_value; }
    QString toText() const { return ascii().view(); }
    detail::IdText ascii() const { return detail::idToText(Tag::prefix, m_value); }

    auto operator<=>(const Id &) const = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.m_value, seed); }

private:
    explicit Id(qint64 value) : m_value(value) {}

    qint64 m_value;
};

struct AccountTag {
    static constexpr auto prefix = "acc";
};
struct SessionTag {
    static constexpr auto prefix = "ses";
};
struct ShopTag {
    static constexpr auto prefix = "shp";
};
struct MenuItemTag {
    static constexpr auto prefix = "itm";
};
struct OptionGroupTag {
    static constexpr auto prefix = "grp";
};
struct OptionTag {
    static constexpr auto prefix = "opt";
};
struct OrderTag {
    static constexpr auto prefix = "ord";
};
struct PaymentTag {
    static constexpr auto prefix = "pay";
};
struct CardTag {
    static constexpr auto prefix = "crd";
};
struct EventTag {
    static constexpr auto prefix = "evt";
};
struct MessageTag {
    static constexpr auto prefix = "msg";
};
struct RefundTag {
    static constexpr auto prefix = "rfd";
};

using AccountId = Id<AccountTag>;
using SessionId = Id<SessionTag>;
using ShopId = Id<ShopTag>;
using MenuItemId = Id<MenuItemTag>;
using OptionGroupId = Id<OptionGroupTag>;
using OptionId = Id<OptionTag>;
using OrderId = Id<OrderTag>;
using PaymentId = Id<PaymentTag>;
using CardId = Id<CardTag>;
using EventId = Id<EventTag>;
using MessageId = Id<MessageTag>;
using RefundId = Id<RefundTag>;

} // namespace soban
