// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Routes.h"

#include "contract/Catalogue.h"
#include "contract/Customer.h"
#include "contract/Delivery.h"
#include "contract/Events.h"
#include "contract/Figures.h"
#include "contract/Identity.h"
#include "contract/Messaging.h"
#include "contract/Operator.h"
#include "contract/Ordering.h"
#include "contract/ShopOffice.h"

#include <QStringList>
#include <QUrl>

namespace soban::contract {

namespace {

using R = RouteId;
using A = Access;
constexpr auto GET = HttpMethod::Get;
constexpr auto POST = HttpMethod::Post;
constexpr auto PUT = HttpMethod::Put;
constexpr auto DELETE = HttpMethod::Delete;

constexpr Roles kNobody{};
constexpr Roles kCustomer{Role::Customer};
constexpr Roles kShop{Role::Shop};
constexpr Roles kRider{Role::Rider};
constexpr Roles kOperator{Role::Operator};
constexpr Roles kPeople{Role::Customer, Role::Shop, Role::Rider, Role::Operator};
constexpr Roles kParties{Role::Customer, Role::Shop, Role::Rider};

constexpr bool kKey = true;
constexpr bool kVersion = true;
constexpr bool kTagged = true;
/// 500 items with some options each.
constexpr int kMenuKiB = 1024;
constexpr int kPictureKiB = 4096;
constexpr const char *kPaged = "cursor,limit";
constexpr const char *kDays = "from,to";

template <typename T>
constexpr Route::SchemaMaker of = &schemaOf<T>;

// clang-format off
const std::array kRoutes{
    // Identity
    Route{R::Register, POST, "/api/v1/accounts", "Open an account", A::Anyone, kNobody, 201,
          of<RegisterRequest>, of<SessionView>, false, false, ""},
    Route{R::SignIn, POST, "/api/v1/sessions", "Sign in", A::Anyone, kNobody, 201,
          of<SignInRequest>, of<SessionView>, false, false, ""},
    Route{R::Refresh, POST, "/api/v1/sessions/refresh", "Rotate the tokens", A::Anyone, kNobody,
          200, of<RefreshRequest>, of<SessionView>, false, false, ""},
    Route{R::SignOut, DELETE, "/api/v1/sessions/current", "Sign out", A::SignedIn, kPeople, 204,
          nullptr, nullptr, false, false, ""},
    Route{R::GetAccount, GET, "/api/v1/account", "Who am I", A::SignedIn, kPeople, 200, nullptr,
          of<AccountView>, false, false, ""},

    // Catalogue
    Route{R::ListShops, GET, "/api/v1/shops", "Shops near an address, nearest first", A::Anyone,
          kNobody, 200, nullptr, of<ShopList>, false, false,
          "latitude,longitude,kind,search,cursor,limit"},
    Route{R::GetShop, GET, "/api/v1/shops/{shopId}", "A shop with its menu", A::Anyone, kNobody,
          200, nullptr, of<ShopView>, false, false, "", kTagged},
    Route{R::ListShopReviews, GET, "/api/v1/shops/{shopId}/reviews", "Reviews of a shop",
          A::Anyone, kNobody, 200, nullptr, of<ReviewList>, false, false, kPaged},
    Route{R::GetPicture, GET, "/api/v1/pictures/{name}", "A picture of the catalogue", A::Anyone,
          kNobody, 200, nullptr, nullptr, false, false, "", kTagged},
    Route{R::UploadPicture, POST, "/api/v1/pictures",
          "Upload a PNG or JPEG; it is made smaller and gets a name", A::SignedIn, kParties, 201,
          nullptr, of<PictureView>, kKey, false, "", false, kPictureKiB,
          RawBody::Picture},

    // The customer's cards and orders
    Route{R::Quote, POST, "/api/v1/quotes", "Price a cart", A::Anyone, kNobody, 200,
          of<QuoteRequest>, of<QuoteView>, false, false, ""},
    Route{R::StartCardRegistration, POST, "/api/v1/card-registrations",
          "Begin to register a card on the provider's page", A::SignedIn, kCustomer, 201, nullptr,
          of<CardRegistrationView>, kKey, false, ""},
    Route{R::FinishCardRegistration, GET, "/api/v1/card-registrations/return",
          "Where the provider's page sends the browser back to", A::Anyone, kNobody, 200, nullptr,
          nullptr, false, false, "customerKey,authKey"},
    Route{R::HintPayment, POST, "/api/v1/payment-hints",
          "Where the card provider tells that a payment has changed; it is asked about then",
          A::Anyone, kNobody, 200, nullptr, nullptr, false, false, "", false, 64,
          RawBody::Foreign},
    Route{R::ListCards, GET, "/api/v1/cards", "Saved cards", A::SignedIn, kCustomer, 200, nullptr,
          of<CardList>, false, false, ""},
    Route{R::PlaceOrder, POST, "/api/v1/orders", "Place an order", A::SignedIn, kCustomer, 201,
          of<PlaceOrderRequest>, of<OrderView>, kKey, false, ""},
    Route{R::ListOrders, GET, "/api/v1/orders", "The customer's orders, newest first", A::SignedIn,
          kCustomer, 200, nullptr, of<OrderList>, false, false, kPaged},
    Route{R::GetOrder, GET, "/api/v1/orders/{orderId}", "One order", A::SignedIn, kCustomer, 200,
          nullptr, of<OrderView>, false, false, "", kTagged},
    Route{R::ListPayments, GET, "/api/v1/orders/{orderId}/payments", "Payments of an order",
          A::SignedIn, kCustomer, 200, nullptr, of<PaymentList>, false, false, ""},
    Route{R::PayOrder, POST, "/api/v1/orders/{orderId}/payments",
          "Pay again, after a payment was declined", A::SignedIn, kCustomer, 201, of<PayRequest>,
          of<OrderView>, kKey, kVersion, ""},
    Route{R::ChangeOrder, POST, "/api/v1/orders/{orderId}/changes",
          "Change before the preparation begins; a dearer change is made once it is paid for",
          A::SignedIn, kCustomer, 201, of<ChangeRequest>, of<OrderView>, kKey, kVersion, ""},
    Route{R::ConfirmOrder, POST, "/api/v1/orders/{orderId}/confirm", "Confirm the receipt",
          A::SignedIn, kCustomer, 200, nullptr, of<OrderView>, kKey, kVersion, ""},
    Route{R::CancelOrder, POST, "/api/v1/orders/{orderId}/cancel",
          "Cancel before the preparation begins", A::SignedIn, kCustomer, 200, of<EndRequest>,
          of<OrderView>, kKey, kVersion, ""},
    Route{R::WriteReview, POST, "/api/v1/orders/{orderId}/review", "Review a delivered order",
          A::SignedIn, kCustomer, 201, of<WriteReviewRequest>, of<ReviewView>, kKey, false, ""},
    Route{R::ListMessages, GET, "/api/v1/messages", "The customer's messages, newest first",
          A::SignedIn, kCustomer, 200, nullptr, of<MessageList>, false, false, kPaged},
    Route{R::GetRiderPosition, GET, "/api/v1/orders/{orderId}/rider-position",
          "Where the rider is who is on the way for the order", A::SignedIn, kCustomer, 200,
          nullptr, of<RiderPositionView>, false, false, ""},
    Route{R::ListFavourites, GET, "/api/v1/favourites", "The customer's favourite shops",
          A::SignedIn, kCustomer, 200, nullptr, of<ShopList>, false, false, "latitude,longitude"},
    Route{R::AddFavourite, PUT, "/api/v1/favourites/{shopId}", "Make a shop a favourite",
          A::SignedIn, kCustomer, 204, nullptr, nullptr, false, false, ""},
    Route{R::RemoveFavourite, DELETE, "/api/v1/favourites/{shopId}", "Make it one no more",
          A::SignedIn, kCustomer, 204, nullptr, nullptr, false, false, ""},
    Route{R::GetAddresses, GET, "/api/v1/addresses", "Saved addresses, the usual one first",
          A::SignedIn, kCustomer, 200, nullptr, of<AddressBook>, false, false, ""},
    Route{R::SaveAddresses, PUT, "/api/v1/addresses", "Put others in place of the saved addresses",
          A::SignedIn, kCustomer, 200, of<AddressBook>, of<AddressBook>, false, false, ""},

    // Messages to the customer's phone
    Route{R::GetMessagePreference, GET, "/api/v1/message-preference",
          "By which way and in which language messages come", A::SignedIn, kCustomer, 200, nullptr,
          of<MessagePreference>, false, false, ""},
    Route{R::SaveMessagePreference, PUT, "/api/v1/message-preference", "Choose another",
          A::SignedIn, kCustomer, 200, of<MessagePreference>, of<MessagePreference>, false, false,
          ""},
    Route{R::ListOrderMessages, GET, "/api/v1/orders/{orderId}/messages",
          "What was sent to the customer's phone about an order", A::SignedIn, kCustomer, 200,
          nullptr, of<PhoneMessageList>, false, false, ""},
    Route{R::ReportMessage, GET, "/api/v1/message-reports/{reportKey}",
          "Where a message gateway reports what became of a message", A::Anyone, kNobody, 200,
          nullptr, nullptr, false, false, "type"},

    // The shop's tickets
    Route{R::ListTickets, GET, "/api/v1/tickets", "The shop's tickets, newest first", A::SignedIn,
          kShop, 200, nullptr, of<TicketList>, false, false, kPaged},
    Route{R::GetTicket, GET, "/api/v1/tickets/{orderId}", "One ticket", A::SignedIn, kShop, 200,
          nullptr, of<TicketView>, false, false, "", kTagged},
    Route{R::AcceptTicket, POST, "/api/v1/tickets/{orderId}/accept", "Accept an order",
          A::SignedIn, kShop, 200, of<AcceptRequest>, of<TicketView>, kKey, kVersion, ""},
    Route{R::RefuseTicket, POST, "/api/v1/tickets/{orderId}/refuse", "Refuse an order",
          A::SignedIn, kShop, 200, of<EndRequest>, of<TicketView>, kKey, kVersion, ""},
    Route{R::ExtendTicket, POST, "/api/v1/tickets/{orderId}/extend",
          "Promise a later time for the preparation", A::SignedIn, kShop, 200, of<ExtendRequest>,
          of<TicketView>, kKey, kVersion, ""},
    Route{R::CancelTicket, POST, "/api/v1/tickets/{orderId}/cancel",
          "Cancel once the preparation has begun", A::SignedIn, kShop, 200, of<EndRequest>,
          of<TicketView>, kKey, kVersion, ""},
    Route{R::ReturnTicket, POST, "/api/v1/tickets/{orderId}/return",
          "Bring back what nobody took", A::SignedIn, kShop, 200, of<EndRequest>, of<TicketView>,
          kKey, kVersion, ""},
    Route{R::StartTicket, POST, "/api/v1/tickets/{orderId}/start", "Begin the preparation",
          A::SignedIn, kShop, 200, nullptr, of<TicketView>, kKey, kVersion, ""},
    Route{R::FinishTicket, POST, "/api/v1/tickets/{orderId}/finish", "End the preparation",
          A::SignedIn, kShop, 200, nullptr, of<TicketView>, kKey, kVersion, ""},
    Route{R::TakeOverTicket, POST, "/api/v1/tickets/{orderId}/take-over",
          "Deliver it ourselves, as no rider came", A::SignedIn, kShop, 200, nullptr,
          of<TicketView>, kKey, kVersion, ""},
    Route{R::PickUpTicket, POST, "/api/v1/tickets/{orderId}/pick-up", "Begin the own delivery",
          A::SignedIn, kShop, 200, nullptr, of<TicketView>, kKey, kVersion, ""},
    Route{R::HandOverTicket, POST, "/api/v1/tickets/{orderId}/hand-over", "End the own delivery",
          A::SignedIn, kShop, 200, of<HandOverRequest>, of<TicketView>, kKey, kVersion, ""},
    Route{R::CollectTicket, POST, "/api/v1/tickets/{orderId}/collect",
          "Hand over to a customer who collects", A::SignedIn, kShop, 200, of<CollectRequest>,
          of<TicketView>, kKey, kVersion, ""},
    Route{R::AnswerReview, POST, "/api/v1/tickets/{orderId}/review-answer", "Answer a review",
          A::SignedIn, kShop, 200, of<AnswerReviewRequest>, of<ReviewView>, kKey, false, ""},

    // The shop's own affairs
    Route{R::GetOwnShop, GET, "/api/v1/shop", "The own shop's settings", A::SignedIn, kShop, 200,
          nullptr, of<ShopSettingsView>, false, false, "", kTagged},
    Route{R::EditShop, PUT, "/api/v1/shop", "Change the settings", A::SignedIn, kShop, 200,
          of<ShopSettingsRequest>, of<ShopSettingsView>, kKey, kVersion, ""},
    Route{R::SetShopMode, PUT, "/api/v1/shop/mode", "Be normal, busy or paused", A::SignedIn,
          kShop, 200, of<ShopModeSetting>, of<ShopSettingsView>, false, false, ""},
    Route{R::GetOwnMenu, GET, "/api/v1/shop/menu", "The own menu with all that is on it",
          A::SignedIn, kShop, 200, nullptr, of<OwnMenuView>, false, false, "", kTagged},
    Route{R::EditMenu, PUT, "/api/v1/shop/menu", "Put another menu in place of the present one",
          A::SignedIn, kShop, 200, of<MenuDraft>, of<OwnMenuView>, kKey, kVersion, "",
          false, kMenuKiB},
    Route{R::SetAvailability, PUT, "/api/v1/shop/items/{itemId}/availability",
          "Say whether an item has run out, and count it", A::SignedIn, kShop, 200,
          of<AvailabilityRequest>, of<OwnItemView>, false, false, ""},
    Route{R::GetFigures, GET, "/api/v1/shop/figures", "What some days brought", A::SignedIn, kShop,
          200, nullptr, of<ShopFigures>, false, false, kDays},
    Route{R::ExportOrders, GET, "/api/v1/shop/order-export", "The orders of some days as CSV",
          A::SignedIn, kShop, 200, nullptr, nullptr, false, false, kDays},

    // The rider's day
    Route{R::GetDuty, GET, "/api/v1/rider/duty", "On duty or not, and where", A::SignedIn, kRider,
          200, nullptr, of<DutyView>, false, false, ""},
    Route{R::SetDuty, PUT, "/api/v1/rider/duty", "Go on or off duty", A::SignedIn, kRider, 200,
          of<DutyRequest>, of<DutyView>, false, false, ""},
    Route{R::ReportPosition, PUT, "/api/v1/rider/position", "Report the position", A::SignedIn,
          kRider, 200, of<PositionRequest>, of<DutyView>, false, false, ""},
    Route{R::ListOffers, GET, "/api/v1/offers", "Ready deliveries near the rider", A::SignedIn,
          kRider, 200, nullptr, of<OfferList>, false, false, ""},
    Route{R::ClaimDelivery, POST, "/api/v1/deliveries/{orderId}/claim", "Take an offer",
          A::SignedIn, kRider, 200, of<RiderStepRequest>, of<DeliveryView>, kKey, false, ""},
    Route{R::GiveBackDelivery, POST, "/api/v1/deliveries/{orderId}/give-back",
          "Give a claimed delivery back", A::SignedIn, kRider, 204, of<RiderStepRequest>, nullptr,
          kKey, false, ""},
    Route{R::PickUpDelivery, POST, "/api/v1/deliveries/{orderId}/pick-up", "Report the pick-up",
          A::SignedIn, kRider, 200, of<RiderStepRequest>, of<DeliveryView>, kKey, false, ""},
    Route{R::HandOverDelivery, POST, "/api/v1/deliveries/{orderId}/hand-over",
          "Report the hand-over", A::SignedIn, kRider, 200, of<RiderHandOverRequest>,
          of<DeliveryView>, kKey, false, ""},
    Route{R::ReturnDelivery, POST, "/api/v1/deliveries/{orderId}/return",
          "Bring back what nobody took", A::SignedIn, kRider, 200, of<RiderReturnRequest>,
          of<DeliveryView>, kKey, false, ""},
    Route{R::ListDeliveries, GET, "/api/v1/deliveries", "The rider's deliveries, newest first",
          A::SignedIn, kRider, 200, nullptr, of<DeliveryList>, false, false, kPaged},
    Route{R::GetDelivery, GET, "/api/v1/deliveries/{orderId}", "One delivery", A::SignedIn, kRider,
          200, nullptr, of<DeliveryView>, false, false, "", kTagged},
    Route{R::GetEarnings, GET, "/api/v1/rider/earnings", "What some days brought", A::SignedIn,
          kRider, 200, nullptr, of<EarningsView>, false, false, kDays},

    // Events
    Route{R::PollEvents, GET, "/api/v1/events", "Events since a sequence, by long poll",
          A::SignedIn, kParties, 200, nullptr, of<EventPage>, false, false, "since,waitMs,limit"},
    Route{R::StreamEvents, GET, "/api/v1/events/stream",
          "Events since a sequence, by WebSocket; each message is an Event or a StreamNote",
          A::SignedIn, kParties, 101, nullptr, of<EventEnvelope>, false, false, "since"},

    // The operator
    Route{R::AuditOrders, GET, "/api/v1/operator/orders", "All orders with their balance",
          A::SignedIn, kOperator, 200, nullptr, of<OrderAuditList>, false, false, kPaged},
    Route{R::AuditOrder, GET, "/api/v1/operator/orders/{orderId}", "One order with its balance",
          A::SignedIn, kOperator, 200, nullptr, of<OrderAudit>, false, false, ""},
    Route{R::EndOrder, POST, "/api/v1/operator/orders/{orderId}/cancel",
          "Cancel for the platform", A::SignedIn, kOperator, 204, of<OperatorEndRequest>, nullptr,
          kKey, kVersion, ""},
    Route{R::SettleOrder, POST, "/api/v1/operator/orders/{orderId}/settlement",
          "Decide anew what an order costs that is over", A::SignedIn, kOperator, 204,
          of<SettleRequest>, nullptr, kKey, kVersion, ""},
    Route{R::AuditMessages, GET, "/api/v1/operator/messages",
          "Messages to phones, all or those of a state", A::SignedIn, kOperator, 200, nullptr,
          of<PhoneMessageAuditList>, false, false, "cursor,limit,state"},
    Route{R::AuditOrderMessages, GET, "/api/v1/operator/orders/{orderId}/messages",
          "Messages to phones about an order", A::SignedIn, kOperator, 200, nullptr,
          of<PhoneMessageAuditList>, false, false, ""},
    Route{R::OperatorAccounts, GET, "/api/v1/operator/accounts", "All accounts", A::SignedIn,
          kOperator, 200, nullptr, of<OperatorAccountList>, false, false, "cursor,limit,role"},
    Route{R::DisableAccount, POST, "/api/v1/operator/accounts/{accountId}/disable",
          "Lock an account and end its sessions", A::SignedIn, kOperator, 204, nullptr, nullptr,
          kKey, false, ""},
    Route{R::EnableAccount, POST, "/api/v1/operator/accounts/{accountId}/enable",
          "Unlock an account", A::SignedIn, kOperator, 204, nullptr, nullptr, kKey, false, ""},

    // The service itself
    Route{R::OpenApi, GET, "/api/v1/openapi.json", "This description", A::Anyone, kNobody, 200,
          nullptr, nullptr, false, false, ""},
    Route{R::Live, GET, "/livez", "Is the process alive", A::Anyone, kNobody, 200, nullptr, nullptr,
          false, false, ""},
    Route{R::Ready, GET, "/readyz", "Can it serve", A::Anyone, kNobody, 200, nullptr, nullptr,
          false, false, ""},
    Route{R::Metrics, GET, "/metrics", "Figures for Prometheus", A::LocalOnly, kNobody, 200,
          nullptr, nullptr, false, false, ""},
};
// clang-format on

} // namespace

std::span<const Route> routes() {
    return kRoutes;
}

const Route &route(RouteId id) {
    const Route &found = kRoutes[static_cast<std::size_t>(id)];
    Q_ASSERT(found.id == id); // the rows stand in the order of the enumerators
    return found;
}

QString pathOf(RouteId id, const QStringList &parts) {
    QString path;
    qsizetype next = 0;
    const QString pattern = QString::fromLatin1(route(id).path);
    for (const QString &segment : pattern.split(u'/', Qt::SkipEmptyParts)) {
        path += u'/';
        if (segment.startsWith(u'{'))
            path += QString::fromLatin1(QUrl::toPercentEncoding(parts.value(next++)));
        else
            path += segment;
    }
    return path;
}

} // namespace soban::contract
