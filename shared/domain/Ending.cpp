// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Ending.h"

namespace soban {

namespace {

using R = EndReason;

Party faultOf(Role role, Action action, EndReason reason) {
    if (action == Action::ReturnGoods || role == Role::Customer)
        return Party::Customer;
    return reason == R::NoRider ? Party::Platform : Party::Shop;
}

} // namespace

QList<EndReason> reasonsFor(Action action, Role role) {
    switch (action) {
    case Action::Refuse:
        return {R::OutOfStock, R::TooBusy, R::ClosingSoon, R::OutOfReach, R::Other};
    case Action::Cancel:
        return role == Role::Customer ? QList{R::ChangedMind, R::Mistake, R::TakesTooLong, R::Other}
                                      : QList{R::OutOfStock, R::NoRider, R::Mishap, R::Other};
    case Action::ReturnGoods:
        return {R::NobodyAtDoor, R::WrongAddress, R::NotTaken};
    case Action::Expire:
        return {R::NoAnswer};
    default:
        return {};
    }
}

Ending endingBy(Role role, Action action, EndReason reason, const QString &words,
                const Money &total) {
    const bool goesBack = action != Action::ReturnGoods;
    return {role, reason, words, faultOf(role, action, reason),
            goesBack ? total : Money::zero(total.currency())};
}

} // namespace soban
