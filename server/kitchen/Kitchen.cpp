// SPDX-License-Identifier: GPL-3.0-or-later
#include "kitchen/Kitchen.h"

#include "lifecycle/ProofPhoto.h"

namespace soban::kitchen {

using contract::Problem;

Kitchen::Outcome Kitchen::step(OrderId order, Action action, const Actor &shop, int version) {
    return m_lifecycle.advance(order, action, shop, Expectation::ofVersion(version));
}

Kitchen::Outcome Kitchen::proved(OrderId order, Action action, const Actor &shop, int version,
                                 const QString &code) {
    return m_lifecycle.advance(order, action, shop, Expectation::ofVersion(version),
                               [&](Order &present) { return m_codes.refuses(present, code); });
}

Kitchen::Outcome Kitchen::accept(OrderId order, const Actor &shop, int version,
                                 int preparationMinutes) {
    return m_lifecycle.advance(order, Action::Accept, shop, Expectation::ofVersion(version),
                               [&](Order &present) -> std::optional<Problem> {
                                   present.preparationMinutes = preparationMinutes;
                                   return {};
                               });
}

Kitchen::Outcome Kitchen::start(OrderId order, const Actor &shop, int version) {
    return step(order, Action::Start, shop, version);
}

Kitchen::Outcome Kitchen::finish(OrderId order, const Actor &shop, int version) {
    return step(order, Action::Finish, shop, version);
}

Kitchen::Outcome Kitchen::takeOver(OrderId order, const Actor &shop, int version) {
    return step(order, Action::TakeOver, shop, version);
}

Kitchen::Outcome Kitchen::pickUp(OrderId order, const Actor &shop, int version) {
    return step(order, Action::PickUp, shop, version);
}

Kitchen::Outcome Kitchen::handOver(OrderId order, const Actor &shop, int version,
                                   const QString &code) {
    return proved(order, Action::HandOver, shop, version, code);
}

Kitchen::Outcome Kitchen::handOverByPhoto(OrderId order, const Actor &shop, int version,
                                          const QString &photo) {
    return m_lifecycle.advance(
        order, Action::HandOver, shop, Expectation::ofVersion(version),
        [&](Order &present) { return keepProof(present, photo, m_uploaded); });
}

Kitchen::Outcome Kitchen::collect(OrderId order, const Actor &shop, int version,
                                  const QString &code) {
    return proved(order, Action::Collect, shop, version, code);
}

} // namespace soban::kitchen
