// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog/ShopOffice.h"
#include "customer/Keepsakes.h"
#include "delivery/Dispatch.h"
#include "events/IdempotencyBook.h"
#include "kitchen/Kitchen.h"
#include "media/Pictures.h"
#include "messaging/Outbox.h"
#include "ordering/Arbitration.h"
#include "ordering/Placement.h"
#include "payment/Cards.h"
#include "review/Reviews.h"
#include "views/OrderProjector.h"

namespace soban::api {

/// The commands of all modules, on the writer's connection. Used within Work only.
struct WriteModel {
    ordering::Placement &placement;
    ordering::Arbitration &arbitration;
    kitchen::Kitchen &kitchen;
    delivery::Dispatch &dispatch;
    review::Reviews &reviews;
    catalog::ShopOffice &office;
    const OrderRepository &orders;
    media::Pictures &pictures;
    customer::Keepsakes &keepsakes;
    const People &people;
    payment::Cards &cards;
    views::OrderProjector &views;
    IdempotencyBook &answers;
    messaging::Outbox &outbox;
};

} // namespace soban::api
