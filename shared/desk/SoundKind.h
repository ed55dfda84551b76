// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"

namespace soban::desk {

/// What the apps make heard.
enum class SoundKind {
    NewOrder,      ///< a bell that rings until the order is answered
    TicketChanged, ///< the customer changed an order
    Cancelled,     ///< an order is off
    Offer,         ///< a delivery to take
    Message,       ///< something to read
    Step,          ///< an order went on
};

} // namespace soban::desk

template <>
struct soban::EnumText<soban::desk::SoundKind> {
    using K = soban::desk::SoundKind;
    static constexpr std::array entries{
        std::pair{K::NewOrder, "new_order"},  std::pair{K::TicketChanged, "ticket_changed"},
        std::pair{K::Cancelled, "cancelled"}, std::pair{K::Offer, "offer"},
        std::pair{K::Message, "message"},     std::pair{K::Step, "step"}};
};
