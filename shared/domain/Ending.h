// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Lifecycle.h"
#include "domain/Money.h"

namespace soban {

/// Why an order ended without its goods being handed over.
enum class EndReason {
    // The shop's
    OutOfStock,
    TooBusy,
    ClosingSoon,
    OutOfReach, ///< the address
    NoRider,
    Mishap,
    // The customer's
    ChangedMind,
    Mistake,
    TakesTooLong,
    // At the door
    NobodyAtDoor,
    WrongAddress,
    NotTaken,
    // The system's
    NoAnswer, ///< of the shop, in time
    Other,    ///< in words
};

/// Who bears what an ending costs.
enum class Party { Customer, Shop, Platform };

template <>
struct EnumText<EndReason> {
    static constexpr std::array entries{std::pair{EndReason::OutOfStock, "outOfStock"},
                                        std::pair{EndReason::TooBusy, "tooBusy"},
                                        std::pair{EndReason::ClosingSoon, "closingSoon"},
                                        std::pair{EndReason::OutOfReach, "outOfReach"},
                                        std::pair{EndReason::NoRider, "noRider"},
                                        std::pair{EndReason::Mishap, "mishap"},
                                        std::pair{EndReason::ChangedMind, "changedMind"},
                                        std::pair{EndReason::Mistake, "mistake"},
                                        std::pair{EndReason::TakesTooLong, "takesTooLong"},
                                        std::pair{EndReason::NobodyAtDoor, "nobodyAtDoor"},
                                        std::pair{EndReason::WrongAddress, "wrongAddress"},
                                        std::pair{EndReason::NotTaken, "notTaken"},
                                        std::pair{EndReason::NoAnswer, "noAnswer"},
                                        std::pair{EndReason::Other, "other"}};
};
template <>
struct EnumText<Party> {
    static constexpr std::array entries{std::pair{Party::Customer, "customer"},
                                        std::pair{Party::Shop, "shop"},
                                        std::pair{Party::Platform, "platform"}};
};

/// How an order ended without its goods being handed over, and what becomes of its money.
struct Ending {
    Role by;
    EndReason reason;
    QString words; ///< in the ender's own; needed with `Other`
    Party fault;
    Money refund; ///< of the order's total: goes back if it was paid, need not be paid otherwise
    bool operator==(const Ending &) const = default;
};

/// What the platform's operator decided that an order costs which is over, in place of what its
/// ending, or its completion, says.
struct Settlement {
    Party fault;   ///< bears what goes back
    Money refund;  ///< of the order's total, in all
    QString words; ///< why, for its customer and its shop
    bool operator==(const Settlement &) const = default;
};

/// The reasons that `role` may give for an action, the likeliest first; none where the action needs
/// none. What the apps offer and the server takes.
QList<EndReason> reasonsFor(Action action, Role role);

/// What the platform's rules make of an ending by `role`, whose reason is one of `reasonsFor`:
/// before the preparation, and whenever it is not the customer's fault, all goes back; goods that
/// could not be handed over at the door are paid for.
Ending endingBy(Role role, Action action, EndReason reason, const QString &words,
                const Money &total);

} // namespace soban
