// SPDX-License-Identifier: GPL-3.0-or-later
#include "RouteMatrix.h"

#include "contract/Customer.h"
#include "contract/Delivery.h"
#include "contract/Figures.h"
#include "contract/Messaging.h"
#include "contract/ShopOffice.h"

namespace soban::testing {

using namespace contract;

namespace {

using R = RouteId;

constexpr Expected yes = std::nullopt;
constexpr Expected n401 = ErrorCode::Unauthenticated;
constexpr Expected n403 = ErrorCode::Forbidden;
constexpr Expected n404 = ErrorCode::NotFound;
constexpr Expected late = ErrorCode::AlreadyClaimed;

// clang-format off
//                        nobody customer other shop  other near  far   other operator
constexpr Cells everybody{yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes};
constexpr Cells signedIn{n401,  yes,  yes,  yes,  yes,  yes,  yes,  yes,  yes};
constexpr Cells parties{n401,   yes,  yes,  yes,  yes,  yes,  yes,  yes,  n403};
constexpr Cells customers{n401, yes,  yes,  n403, n403, n403, n403, n403, n403};
constexpr Cells theirOrder{n401, yes, n404, n403, n403, n403, n403, n403, n403};
constexpr Cells shops{n401,     n403, n403, yes,  yes,  n403, n403, n403, n403};
constexpr Cells theirTicket{n401, n403, n403, yes, n404, n403, n403, n403, n403};
constexpr Cells riders{n401,    n403, n403, n403, n403, yes,  yes,  yes,  n403};
constexpr Cells theOffer{n401,  n403, n403, n403, n403, yes,  n404, late, n403};
constexpr Cells theirRide{n401, n403, n403, n403, n403, yes,  n404, n404, n403};
constexpr Cells operators{n401, n403, n403, n403, n403, n403, n403, n403, yes};
// clang-format on

template <typename T>
bool readsAs(const ApiAnswer &answer) {
    return answer.as<T>().has_value();
}
template <typename T>
constexpr Content json{"application/json", &readsAs<T>};

constexpr Content empty{nullptr, [](const ApiAnswer &answer) { return answer.body.isEmpty(); }};
constexpr Content openApi{"application/json",
                          [](const ApiAnswer &answer) { return answer.body == openApiDocument(); }};
constexpr Content page{"text/html; charset=utf-8", [](const ApiAnswer &answer) {
                           return answer.body.startsWith("<!doctype html>");
                       }};
constexpr Content picture{"image/svg+xml",
                          [](const ApiAnswer &answer) { return answer.body.contains("<svg"); }};
constexpr Content table{"text/csv; charset=utf-8", [](const ApiAnswer &answer) {
                            return answer.body.startsWith("\xef\xbb\xbfnumber,");
                        }};
constexpr Content words{"text/plain; charset=utf-8",
                        [](const ApiAnswer &answer) { return answer.body.endsWith('\n'); }};
constexpr Content figures{"text/plain; version=0.0.4; charset=utf-8", [](const ApiAnswer &answer) {
                              return answer.body.contains("\nsoban_ready 1\n");
                          }};

const std::array kMatrix{
    MatrixRow{R::Register, everybody, json<SessionView>},
    MatrixRow{R::SignIn, everybody, json<SessionView>},
    MatrixRow{R::Refresh, everybody, json<SessionView>},
    MatrixRow{R::SignOut, signedIn, empty},
    MatrixRow{R::GetAccount, signedIn, json<AccountView>},

    MatrixRow{R::ListShops, everybody, json<ShopList>},
    MatrixRow{R::GetShop, everybody, json<ShopView>},
    MatrixRow{R::ListShopReviews, everybody, json<ReviewList>},
    MatrixRow{R::GetPicture, everybody, picture},
    MatrixRow{R::UploadPicture, parties, json<PictureView>},

    MatrixRow{R::Quote, everybody, json<QuoteView>},
    MatrixRow{R::StartCardRegistration, customers, json<CardRegistrationView>},
    MatrixRow{R::FinishCardRegistration, everybody, page},
    MatrixRow{R::HintPayment, everybody, words},
    MatrixRow{R::ListCards, customers, json<CardList>},
    MatrixRow{R::PlaceOrder, customers, json<OrderView>},
    MatrixRow{R::ListOrders, customers, json<OrderList>},
    MatrixRow{R::GetOrder, theirOrder, json<OrderView>},
    MatrixRow{R::ListPayments, theirOrder, json<PaymentList>},
    MatrixRow{R::PayOrder, theirOrder, json<OrderView>},
    MatrixRow{R::ChangeOrder, theirOrder, json<OrderView>},
    MatrixRow{R::ConfirmOrder, theirOrder, json<OrderView>},
    MatrixRow{R::CancelOrder, theirOrder, json<OrderView>},
    MatrixRow{R::WriteReview, theirOrder, json<ReviewView>},
    MatrixRow{R::ListMessages, customers, json<MessageList>},
    MatrixRow{R::GetRiderPosition, theirOrder, json<RiderPositionView>},
    MatrixRow{R::ListFavourites, customers, json<ShopList>},
    MatrixRow{R::AddFavourite, customers, empty},
    MatrixRow{R::RemoveFavourite, customers, empty},
    MatrixRow{R::GetAddresses, customers, json<AddressBook>},
    MatrixRow{R::SaveAddresses, customers, json<AddressBook>},
    MatrixRow{R::GetMessagePreference, customers, json<MessagePreference>},
    MatrixRow{R::SaveMessagePreference, customers, json<MessagePreference>},
    MatrixRow{R::ListOrderMessages, theirOrder, json<PhoneMessageList>},
    MatrixRow{R::ReportMessage, everybody, words},

    MatrixRow{R::ListTickets, shops, json<TicketList>},
    MatrixRow{R::GetTicket, theirTicket, json<TicketView>},
    MatrixRow{R::AcceptTicket, theirTicket, json<TicketView>},
    MatrixRow{R::RefuseTicket, theirTicket, json<TicketView>},
    MatrixRow{R::ExtendTicket, theirTicket, json<TicketView>},
    MatrixRow{R::CancelTicket, theirTicket, json<TicketView>},
    MatrixRow{R::ReturnTicket, theirTicket, json<TicketView>},
    MatrixRow{R::StartTicket, theirTicket, json<TicketView>},
    MatrixRow{R::FinishTicket, theirTicket, json<TicketView>},
    MatrixRow{R::TakeOverTicket, theirTicket, json<TicketView>},
    MatrixRow{R::PickUpTicket, theirTicket, json<TicketView>},
    MatrixRow{R::HandOverTicket, theirTicket, json<TicketView>},
    MatrixRow{R::CollectTicket, theirTicket, json<TicketView>},
    MatrixRow{R::AnswerReview, theirTicket, json<ReviewView>},

    MatrixRow{R::GetOwnShop, shops, json<ShopSettingsView>},
    MatrixRow{R::EditShop, shops, json<ShopSettingsView>},
    MatrixRow{R::SetShopMode, shops, json<ShopSettingsView>},
    MatrixRow{R::GetOwnMenu, shops, json<OwnMenuView>},
    MatrixRow{R::EditMenu, shops, json<OwnMenuView>},
    MatrixRow{R::SetAvailability, theirTicket, json<OwnItemView>},
    MatrixRow{R::GetFigures, shops, json<ShopFigures>},
    MatrixRow{R::ExportOrders, shops, table},

    MatrixRow{R::GetDuty, riders, json<DutyView>},
    MatrixRow{R::SetDuty, riders, json<DutyView>},
    MatrixRow{R::ReportPosition, riders, json<DutyView>},
    MatrixRow{R::ListOffers, riders, json<OfferList>},
    MatrixRow{R::ClaimDelivery, theOffer, json<DeliveryView>},
    MatrixRow{R::GiveBackDelivery, theirRide, empty},
    MatrixRow{R::PickUpDelivery, theirRide, json<DeliveryView>},
    MatrixRow{R::HandOverDelivery, theirRide, json<DeliveryView>},
    MatrixRow{R::ReturnDelivery, theirRide, json<DeliveryView>},
    MatrixRow{R::ListDeliveries, riders, json<DeliveryList>},
    MatrixRow{R::GetDelivery, theirRide, json<DeliveryView>},
    MatrixRow{R::GetEarnings, riders, json<EarningsView>},

    MatrixRow{R::PollEvents, parties, json<EventPage>},
    MatrixRow{R::StreamEvents, parties, empty},

    MatrixRow{R::AuditOrders, operators, json<OrderAuditList>},
    MatrixRow{R::AuditOrder, operators, json<OrderAudit>},
    MatrixRow{R::EndOrder, operators, empty},
    MatrixRow{R::SettleOrder, operators, empty},
    MatrixRow{R::AuditMessages, operators, json<PhoneMessageAuditList>},
    MatrixRow{R::AuditOrderMessages, operators, json<PhoneMessageAuditList>},
    MatrixRow{R::OperatorAccounts, operators, json<OperatorAccountList>},
    MatrixRow{R::DisableAccount, operators, empty},
    MatrixRow{R::EnableAccount, operators, empty},

    MatrixRow{R::OpenApi, everybody, openApi},
    MatrixRow{R::Live, everybody, words},
    MatrixRow{R::Ready, everybody, words},
    MatrixRow{R::Metrics, everybody, figures},
};

} // namespace

std::span<const MatrixRow> routeMatrix() {
    return kMatrix;
}

const MatrixRow *rowOf(RouteId route) {
    for (const MatrixRow &row : kMatrix) {
        if (row.route == route)
            return &row;
    }
    return nullptr;
}

} // namespace soban::testing
