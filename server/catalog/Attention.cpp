// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Attention.h"

namespace soban::catalog {

using namespace std::chrono_literals;

namespace {

constexpr int kMostMissed = 3;
constexpr auto kPause = 30min;

} // namespace

void Attention::stepped(const OrderStep &step) {
    const Action action = step.transition.action;
    if (action == Action::Accept || action == Action::Refuse) {
        m_missed.forget(step.order.shop);
    } else if (action == Action::Expire && m_missed.miss(step.order.shop) >= kMostMissed) {
        m_missed.forget(step.order.shop);
        pause(step.order.shop);
    }
}

void Attention::pause(ShopId id) {
    Shop shop = m_shops.find(id)->shop;
    shop.mode = ShopMode::Paused;
    shop.extraMinutes = 0;
    shop.modeUntil = m_clock.now() + kPause;
    m_shops.putMode(shop);
    m_events.announce({EventType::ShopChanged, {}, {id}, ShopChanged{id}});
}

} // namespace soban::catalog
