// SPDX-License-Identifier: GPL-3.0-or-later
#include "TownHands.h"

#include "contract/Ordering.h"
#include "contract/ShopOffice.h"

#include <QUuid>

namespace soban::testing {

using contract::RouteId;

QByteArray TownHands::signIn(const QString &login, const QString &password) {
    ApiCall request =
        call(RouteId::SignIn, {}, {}, contract::encode(contract::SignInRequest{login, password}));
    const auto session = m_api.call(request).as<contract::SessionView>();
    return session ? session->accessToken.toLatin1() : QByteArray();
}

ApiCall TownHands::call(RouteId id, const QByteArray &token, const QString &part,
                        const QByteArray &body) {
    const contract::Route &route = contract::route(id);
    ApiCall call;
    call.method = QString(toText(route.method)).toLatin1();
    call.target =
        contract::pathOf(id, part.isEmpty() ? QStringList() : QStringList{part}).toLatin1();
    call.body = body;
    call.token = token;
    if (route.takesKey)
        call.key = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    return call;
}

bool TownHands::did(const ApiCall &call) {
    const ApiAnswer answer = m_api.call(call);
    const bool isDone = answer.status >= 200 && answer.status < 300;
    if (!isDone)
        qWarning("%s: %s", call.target.constData(), answer.summary().constData());
    return isDone;
}

bool TownHands::beShop(const QString &login, const QString &password) {
    m_shop = signIn(login, password);
    return !m_shop.isEmpty();
}

bool TownHands::beRider(const QString &login, const QString &password, const GeoPoint &place) {
    m_rider = signIn(login, password);
    return !m_rider.isEmpty() && did(call(RouteId::SetDuty, m_rider, {},
                                          contract::encode(contract::DutyRequest{true, place})));
}

bool TownHands::shopStep(RouteId route, OrderId order, const QByteArray &body) {
    const auto ticket =
        m_api.call(call(RouteId::GetTicket, m_shop, order.toText(), {})).as<contract::TicketView>();
    if (!ticket)
        return false;
    ApiCall step = call(route, m_shop, order.toText(), body);
    step.atVersion(ticket->version);
    return did(step);
}

bool TownHands::turnTo(ShopMode mode, int extraMinutes) {
    const auto extra = mode == ShopMode::Busy ? std::optional(extraMinutes) : std::nullopt;
    return did(call(RouteId::SetShopMode, m_shop, {},
                    contract::encode(contract::ShopModeSetting{mode, extra, {}})));
}

bool TownHands::sellOut(MenuItemId item, bool isSoldOut) {
    const auto soldOut = isSoldOut ? std::optional(SoldOut{}) : std::nullopt;
    return did(call(RouteId::SetAvailability, m_shop, item.toText(),
                    contract::encode(contract::AvailabilityRequest{soldOut, {}})));
}

bool TownHands::accept(OrderId order, int minutes) {
    return shopStep(RouteId::AcceptTicket, order,
                    contract::encode(contract::AcceptRequest{minutes}));
}

bool TownHands::refuse(OrderId order, const contract::EndRequest &request) {
    return shopStep(RouteId::RefuseTicket, order, contract::encode(request));
}

bool TownHands::start(OrderId order) {
    return shopStep(RouteId::StartTicket, order);
}

bool TownHands::finish(OrderId order) {
    return shopStep(RouteId::FinishTicket, order);
}

bool TownHands::cancel(OrderId order, const contract::EndRequest &request) {
    return shopStep(RouteId::CancelTicket, order, contract::encode(request));
}

bool TownHands::answerReview(OrderId order, const QString &words) {
    return did(call(RouteId::AnswerReview, m_shop, order.toText(),
                    contract::encode(contract::AnswerReviewRequest{words})));
}

bool TownHands::claim(OrderId order) {
    return did(call(RouteId::ClaimDelivery, m_rider, order.toText(),
                    contract::encode(contract::RiderStepRequest{DeliveryState::Open, {}})));
}

bool TownHands::pickUp(OrderId order) {
    return did(call(RouteId::PickUpDelivery, m_rider, order.toText(),
                    contract::encode(contract::RiderStepRequest{DeliveryState::Claimed, {}})));
}

bool TownHands::standAt(const GeoPoint &place) {
    return did(call(RouteId::ReportPosition, m_rider, {},
                    contract::encode(contract::PositionRequest{place})));
}

bool TownHands::handOver(OrderId order, const QString &code) {
    return did(
        call(RouteId::HandOverDelivery, m_rider, order.toText(),
             contract::encode(contract::RiderHandOverRequest{DeliveryState::PickedUp, code, {}})));
}

bool TownHands::bringBack(OrderId order, EndReason reason) {
    return did(
        call(RouteId::ReturnDelivery, m_rider, order.toText(),
             contract::encode(contract::RiderReturnRequest{DeliveryState::PickedUp, reason, {}})));
}

} // namespace soban::testing
