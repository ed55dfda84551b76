// SPDX-License-Identifier: GPL-3.0-or-later
#include "kitchen/Kitchen.h"

#include "lifecycle/ProofPhoto.h"

namespace soban::kitchen {

using contract::Problem;

namespace {
/// In all, in minutes; as much as a shop may promise when it accepts.
constexpr int kLongestPreparation = 240;
} // namespace

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
                                   // What is accepted has been looked at.
                                   present.beforeChange.reset();
                                   return {};
                               });
}

Kitchen::Outcome Kitchen::refuse(OrderId order, const Actor &shop, int version,
                                 const contract::EndRequest &request) {
    return endOrder(m_lifecycle, order, Action::Refuse, shop, Expectation::ofVersion(version),
                    request);
}

Kitchen::Outcome Kitchen::extend(OrderId order, const Actor &shop, int version, int minutes) {
    return m_lifecycle.advance(order, Action::Extend, shop, Expectation::ofVersion(version),
                               [&](Order &present) -> std::optional<Problem> {
                                   const int promised = *present.preparationMinutes + minutes;
                                   if (promised > kLongestPreparation)
                                       return Problem::at(contract::ErrorCode::OutOfRange,
                                                          QStringLiteral("minutes"));
                                   present.preparationMinutes = promised;
                                   return {};
                               });
}

Kitchen::Outcome Kitchen::cancel(OrderId order, const Actor &shop, int version,
                                 const contract::EndRequest &request) {
    return endOrder(m_lifecycle, order, Action::Cancel, shop, Expectation::ofVersion(version),
                    request);
}

Kitchen::Outcome Kitchen::bringBack(OrderId order, const Actor &shop, int version,
                                    const contract::EndRequest &request) {
    return endOrder(m_lifecycle, order, Action::ReturnGoods, shop, Expectation::ofVersion(version),
                    request);
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
