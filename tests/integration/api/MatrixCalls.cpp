// SPDX-License-Identifier: GPL-3.0-or-later
#include "MatrixCalls.h"

#include "ShopDrafts.h"
#include "contract/Customer.h"
#include "contract/Delivery.h"
#include "contract/Messaging.h"
#include "support/TownPlan.h"

#include <QUrlQuery>

namespace soban::testing {

using namespace contract;
using R = RouteId;

namespace {

const Steps kPrepared{
    {Action::Accept, Caller::Shop}, {Action::Start, Caller::Shop}, {Action::Finish, Caller::Shop}};
const Steps kClaimed = kPrepared + Steps{{Action::Claim, Caller::NearRider}};
const Steps kPickedUp = kClaimed + Steps{{Action::PickUp, Caller::NearRider}};
const Steps kDelivered = kPickedUp + Steps{{Action::HandOver, Caller::NearRider}};

struct Need {
    Fulfilment fulfilment;
    Steps steps;
    PaymentMethod method = PaymentMethod::OnDelivery;
};

/// The order that a route's call is about; nothing where it is about none.
std::optional<Need> needOf(R route) {
    using enum Fulfilment;
    switch (route) {
    case R::GetOrder:
    case R::ListPayments:
    case R::GetTicket:
    case R::AuditOrder:
    case R::AuditOrderMessages:
    case R::ListOrderMessages:
    case R::AcceptTicket:
    case R::RefuseTicket:
    case R::ChangeOrder:
    case R::CancelOrder:
        return Need{PlatformRider, {}};
    case R::ExtendTicket:
    case R::StartTicket:
        return Need{PlatformRider, kPrepared.first(1)};
    case R::CancelTicket:
    case R::FinishTicket:
    case R::EndOrder:
        return Need{PlatformRider, kPrepared.first(2)};
    case R::TakeOverTicket:
    case R::ClaimDelivery:
        return Need{PlatformRider, kPrepared};
    case R::GiveBackDelivery:
    case R::GetRiderPosition:
    case R::GetDelivery:
    case R::PickUpDelivery:
        return Need{PlatformRider, kClaimed};
    case R::ReturnTicket:
    case R::ReturnDelivery:
    case R::HandOverDelivery:
        return Need{PlatformRider, kPickedUp};
    case R::PickUpTicket:
        return Need{OwnDelivery, kPrepared};
    case R::HandOverTicket:
        return Need{OwnDelivery, kPrepared + Steps{{Action::PickUp, Caller::Shop}}};
    case R::CollectTicket:
        return Need{Collection, kPrepared};
    case R::ConfirmOrder:
    case R::WriteReview:
    case R::AnswerReview:
        return Need{PlatformRider, kDelivered};
    case R::SettleOrder:
        return Need{PlatformRider, kDelivered, PaymentMethod::Card};
    default:
        return std::nullopt;
    }
}

bool isLifecycleAction(R route) {
    const auto wired = wiredActions();
    return std::any_of(wired.begin(), wired.end(),
                       [route](const WiredAction &action) { return action.route == route; });
}

GeoPoint placeOf(Caller rider) {
    return rider == Caller::FarRider ? farAway() : homeOfCustomers();
}

} // namespace

bool MatrixCalls::prepare(R route) {
    if (route == R::PayOrder) {
        m_standing = standUnpaid(m_town);
        return m_standing.has_value();
    }
    if (const auto need = needOf(route)) {
        m_standing = stand(m_town, need->fulfilment, need->steps, need->method);
        if (!m_standing)
            return false;
    }
    if (route == R::AnswerReview)
        return prepareReview();
    if (route == R::FinishCardRegistration) {
        const auto begun = m_town.call(m_town.request(R::StartCardRegistration, Caller::Customer));
        const auto view = begun.as<CardRegistrationView>();
        const QUrlQuery query(QUrl(view ? view->url : QString()));
        m_cardReturn = "?authKey=test_auth_normal&customerKey=" +
                       query.queryItemValue(QStringLiteral("customerKey")).toLatin1();
        return view.has_value();
    }
    return true;
}

bool MatrixCalls::prepareReview() {
    return m_town.call(callOf(R::WriteReview, Caller::Customer)).status == 201;
}

QStringList MatrixCalls::partsOf(R route) const {
    const QByteArray path(contract::route(route).path);
    if (path.contains("{shopId}"))
        return {m_town.kitchen().card.id.toText()};
    if (path.contains("{accountId}"))
        return {m_town.account(Caller::OffDutyRider).toText()};
    if (path.contains("{itemId}"))
        return {TestTown::item(m_town.kitchen(), 0).id.toText()};
    if (path.contains("{reportKey}"))
        return {QString(43, u'a')};
    if (path.contains("{name}"))
        return {QStringLiteral("americano")};
    if (path.contains("{orderId}"))
        return {m_standing->id.toText()};
    return {};
}

QByteArray MatrixCalls::bodyOf(R route, Caller caller) {
    switch (route) {
    case R::Register:
        return encode(
            RegisterRequest{Role::Customer, QStringLiteral("join-") + TestTown::loginOf(caller),
                            QString::fromLatin1(TestTown::kPassword), QStringLiteral("New"),
                            QStringLiteral("010-0000-0009"), Language::English});
    case R::SignIn:
        return encode(SignInRequest{TestTown::loginOf(Caller::Customer),
                                    QString::fromLatin1(TestTown::kPassword)});
    case R::Refresh: {
        const auto session = m_town.signIn(Caller::NewCustomer);
        return encode(RefreshRequest{session ? session->refreshToken : QString()});
    }
    case R::Quote: {
        const auto cart = m_town.cart(Fulfilment::PlatformRider, PaymentMethod::OnDelivery);
        return encode(QuoteRequest{cart.shopId, cart.fulfilment, cart.lines});
    }
    case R::PlaceOrder:
        return encode(m_town.cart(Fulfilment::PlatformRider, PaymentMethod::Card));
    case R::WriteReview:
        return encode(WriteReviewRequest{5, QStringLiteral("Good")});
    case R::AnswerReview:
        return encode(AnswerReviewRequest{QStringLiteral("Thank you")});
    case R::UploadPicture: // one pixel
        return QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"
                                      "YPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
    case R::SaveAddresses:
        return encode(AddressBook{{{QString(), {QStringLiteral("Home"), homeOfCustomers()}}}});
    case R::SaveMessagePreference:
        return encode(MessagePreference{MessageWay::KakaoTalk, Language::English});
    case R::SettleOrder:
        return encode(SettleRequest{Party::Shop, 1'000, QStringLiteral("The soup was missing")});
    case R::SetShopMode:
        return encode(ShopModeSetting{ShopMode::Busy, 5, {}});
    case R::SetAvailability:
        return encode(AvailabilityRequest{});
    case R::SetDuty:
        return encode(DutyRequest{true, placeOf(caller)});
    case R::ReportPosition:
        return encode(PositionRequest{placeOf(caller)});
    default:
        return {};
    }
}

ApiCall MatrixCalls::withQuery(ApiCall call, const QByteArray &query) const {
    call.target += query;
    return call;
}

ApiCall MatrixCalls::editShop(Caller caller) {
    ApiCall call = m_town.request(R::EditShop, caller);
    const auto shop = m_town.call(m_town.request(R::GetOwnShop, caller)).as<ShopSettingsView>();
    if (shop)
        call.body = encode(editOf(*shop));
    return call.atVersion(shop ? shop->version : 1);
}

ApiCall MatrixCalls::editMenu(Caller caller) {
    ApiCall call = m_town.request(R::EditMenu, caller);
    const auto menu = m_town.call(m_town.request(R::GetOwnMenu, caller)).as<OwnMenuView>();
    if (menu)
        call.body = encode(draftOf(*menu));
    return call.atVersion(menu ? menu->version : 1);
}

ApiCall MatrixCalls::callOf(R route, Caller caller) {
    if (isLifecycleAction(route))
        return actionCall(m_town, wiredAction(route), caller, *m_standing);
    if (route == R::EditShop)
        return editShop(caller);
    if (route == R::EditMenu)
        return editMenu(caller);
    ApiCall call = m_town.request(route, caller, partsOf(route), bodyOf(route, caller));
    switch (route) {
    case R::GetFigures:
    case R::ExportOrders:
    case R::GetEarnings:
        return withQuery(call, "?from=2026-11-01&to=2026-11-30");
    case R::ListFavourites:
    case R::ListShops:
        return withQuery(call, "?latitude=37.8796&longitude=127.7282");
    case R::SettleOrder:
        return call.atVersion(m_standing->version);
    case R::ReportMessage:
        return withQuery(call, "?type=1");
    case R::FinishCardRegistration:
        return withQuery(call, m_cardReturn);
    case R::SignOut:
        // Not the session that all other calls need.
        if (caller != Caller::Nobody) {
            const auto session = m_town.signIn(caller);
            call.token = session ? session->accessToken.toLatin1() : QByteArray("none");
        }
        return call;
    case R::StreamEvents:
        call.headers = {{"Connection", "Upgrade"},
                        {"Upgrade", "websocket"},
                        {"Sec-WebSocket-Version", "13"},
                        {"Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="}};
        return call;
    default:
        return call;
    }
}

} // namespace soban::testing
