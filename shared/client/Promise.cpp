// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Promise.h"

#include "contract/Catalogue.h"
#include "contract/Delivery.h"
#include "contract/Identity.h"
#include "contract/Ordering.h"
#include "contract/ShopOffice.h"

namespace soban::client {

namespace {

using contract::DecodeError;
using contract::RouteId;

template <typename Document>
std::optional<DecodeError> notA(const QByteArray &body) {
    const auto read = contract::decode<Document>(body, contract::Unknown::Overlooked);
    return read ? std::nullopt : std::optional(read.error());
}

/// The documents that commands are answered with; a test holds this against those with a key.
std::optional<DecodeError> notTheDocument(RouteId route, const QByteArray &body) {
    switch (route) {
    case RouteId::StartCardRegistration:
        return notA<contract::CardRegistrationView>(body);
    case RouteId::UploadPicture:
        return notA<contract::PictureView>(body);
    case RouteId::EditShop:
        return notA<contract::ShopSettingsView>(body);
    case RouteId::EditMenu:
        return notA<contract::OwnMenuView>(body);
    case RouteId::SetAvailability:
        return notA<contract::OwnItemView>(body);
    case RouteId::PlaceOrder:
    case RouteId::PayOrder:
    case RouteId::ChangeOrder:
    case RouteId::ConfirmOrder:
    case RouteId::CancelOrder:
        return notA<contract::OrderView>(body);
    case RouteId::WriteReview:
    case RouteId::AnswerReview:
        return notA<contract::ReviewView>(body);
    case RouteId::AcceptTicket:
    case RouteId::RefuseTicket:
    case RouteId::ExtendTicket:
    case RouteId::CancelTicket:
    case RouteId::ReturnTicket:
    case RouteId::StartTicket:
    case RouteId::FinishTicket:
    case RouteId::TakeOverTicket:
    case RouteId::PickUpTicket:
    case RouteId::HandOverTicket:
    case RouteId::CollectTicket:
        return notA<contract::TicketView>(body);
    case RouteId::ClaimDelivery:
    case RouteId::PickUpDelivery:
    case RouteId::HandOverDelivery:
    case RouteId::ReturnDelivery:
        return notA<contract::DeliveryView>(body);
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<ApiError> brokenPromise(RouteId route, const Answered &answered) {
    const int promised = contract::route(route).success;
    if (answered.status != promised) {
        return ApiError{
            ApiError::Kind::Unknown,
            answered.status,
            {},
            {},
            QStringLiteral("HTTP %1 where %2 was promised").arg(answered.status).arg(promised)};
    }
    if (const auto error = notTheDocument(route, answered.body))
        return notUnderstood(answered, *error);
    return std::nullopt;
}

} // namespace soban::client
