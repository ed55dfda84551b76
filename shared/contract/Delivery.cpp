// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Delivery.h"

#include "contract/DomainWire.h"

namespace soban::contract {

template <>
struct Described<DutyRequest> {
    static constexpr const char *name = "DutyRequest";
    static constexpr auto fields = std::tuple{field("onDuty", &DutyRequest::onDuty),
                                              field("position", &DutyRequest::position)};
};

template <>
struct Described<PositionRequest> {
    static constexpr const char *name = "PositionRequest";
    static constexpr auto fields = std::tuple{field("position", &PositionRequest::position)};
};

template <>
struct Described<DutyView> {
    static constexpr const char *name = "Duty";
    static constexpr auto fields =
        std::tuple{field("onDuty", &DutyView::onDuty), field("position", &DutyView::position)};
};

template <>
struct Described<OfferList> {
    static constexpr const char *name = "OfferList";
    static constexpr auto fields = std::tuple{field("offers", &OfferList::offers)};
};

template <>
struct Described<RiderStepRequest> {
    static constexpr const char *name = "RiderStepRequest";
    static constexpr auto fields = std::tuple{field("expected", &RiderStepRequest::expected),
                                              field("happenedAt", &RiderStepRequest::happenedAt)};
};

template <>
struct Described<RiderHandOverRequest> {
    static constexpr const char *name = "RiderHandOverRequest";
    static constexpr auto fields =
        std::tuple{field("expected", &RiderHandOverRequest::expected),
                   field("code", &RiderHandOverRequest::code, {4, 4}),
                   field("happenedAt", &RiderHandOverRequest::happenedAt),
                   field("photo", &RiderHandOverRequest::photo, {1, 80})};
};

template <>
struct Described<RiderReturnRequest> {
    static constexpr const char *name = "RiderReturnRequest";
    static constexpr auto fields = std::tuple{field("expected", &RiderReturnRequest::expected),
                                              field("reason", &RiderReturnRequest::reason),
                                              field("happenedAt", &RiderReturnRequest::happenedAt)};
};

template <>
struct Described<DeliveryView> {
    static constexpr const char *name = "Delivery";
    static constexpr auto fields =
        std::tuple{field("orderId", &DeliveryView::orderId),
                   field("version", &DeliveryView::version),
                   field("number", &DeliveryView::number),
                   field("state", &DeliveryView::state),
                   field("deliveryState", &DeliveryView::deliveryState),
                   field("shopName", &DeliveryView::shopName),
                   field("shopPicture", &DeliveryView::shopPicture),
                   field("shopAddress", &DeliveryView::shopAddress),
                   field("shopPhone", &DeliveryView::shopPhone),
                   field("shopPosition", &DeliveryView::shopPosition),
                   field("address", &DeliveryView::address),
                   field("customerName", &DeliveryView::customerName),
                   field("customerPhone", &DeliveryView::customerPhone),
                   field("recipient", &DeliveryView::recipient),
                   field("note", &DeliveryView::note),
                   field("pickUpCode", &DeliveryView::pickUpCode),
                   field("pay", &DeliveryView::pay),
                   field("collectAtDoor", &DeliveryView::collectAtDoor),
                   field("proofPhoto", &DeliveryView::proofPhoto),
                   field("times", &DeliveryView::times),
                   field("ending", &DeliveryView::ending),
                   field("allowedActions", &DeliveryView::allowedActions)};
};

template <>
struct Described<DeliveryList> {
    static constexpr const char *name = "DeliveryList";
    static constexpr auto fields = std::tuple{field("deliveries", &DeliveryList::deliveries),
                                              field("nextCursor", &DeliveryList::nextCursor)};
};

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::DutyRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::PositionRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::DutyView);
SOBAN_INSTANTIATE_CODEC(soban::contract::OfferList);
SOBAN_INSTANTIATE_CODEC(soban::contract::RiderStepRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::RiderHandOverRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::RiderReturnRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::DeliveryView);
SOBAN_INSTANTIATE_CODEC(soban::contract::DeliveryList);
SOBAN_INSTANTIATE_CODEC(soban::Offer);
