// SPDX-License-Identifier: GPL-3.0-or-later
// One value of each message, with every optional field present and no two neighbours alike, so that
// a field that is forgotten or swapped shows in the golden files.
#pragma once

#include "contract/Catalogue.h"
#include "contract/Customer.h"
#include "contract/Delivery.h"
#include "contract/Events.h"
#include "contract/Figures.h"
#include "contract/Identity.h"
#include "contract/Messaging.h"
#include "contract/Operator.h"
#include "contract/Ordering.h"
#include "contract/Problem.h"
#include "contract/ShopOffice.h"
#include "contract/Town.h"

namespace soban::contract::samples {

// Identity
RegisterRequest registerRequest();
SignInRequest signInRequest();
RefreshRequest refreshRequest();
AccountView account();
SessionView session();
CardRegistrationView cardRegistration();
CardList cardList();
MessageList messageList();

// Catalogue
ShopList shopList();
ShopView shop();
PictureView picture();
ReviewView review();
ReviewList reviewList();

// Ordering
QuoteRequest quoteRequest();
QuoteView quote();
PlaceOrderRequest placeOrderRequest();
OrderView order();
OrderList orderList();
PaymentList paymentList();
WriteReviewRequest writeReviewRequest();
TicketView ticket();
TicketList ticketList();
AcceptRequest acceptRequest();
AnswerReviewRequest answerReviewRequest();
PayRequest payRequest();
ChangeRequest changeRequest();
Settlement settlement();
PendingChange pendingChange();
BeforeChange beforeChange();
ExtendRequest extendRequest();
EndRequest endRequest();
HandOverRequest handOverRequest();
CollectRequest collectRequest();

// Delivery
DutyRequest dutyRequest();
PositionRequest positionRequest();
DutyView duty();
OfferList offerList();
RiderStepRequest riderStepRequest();
RiderHandOverRequest riderHandOverRequest();
RiderReturnRequest riderReturnRequest();
DeliveryView delivery();
DeliveryList deliveryList();

// The shop's own affairs
ShopModeSetting shopModeSetting();
ShopSettingsView shopSettings();
ShopSettingsRequest shopSettingsRequest();
OwnItemView ownItem();
OwnMenuView ownMenu();
MenuDraft menuDraft();
AvailabilityRequest availabilityRequest();
ShopFigures shopFigures();
EarningsView earnings();

// What customers keep
AddressBook addressBook();
RiderPositionView riderPosition();

// Messages to phones
MessagePreference messagePreference();
PhoneMessageList phoneMessageList();
PhoneMessageAuditList phoneMessageAuditList();

// Operator
OperatorEndRequest operatorEndRequest();
SettleRequest settleRequest();
OrderAudit orderAudit();
OrderAuditList orderAuditList();
OperatorAccountList operatorAccountList();

// Events, errors, town
OrderMoved orderMoved();
Offer offer();
OfferWithdrawn offerWithdrawn();
PaymentMoved paymentMoved();
RefundMoved refundMoved();
CardRegistered cardRegistered();
ReviewMoved reviewMoved();
MessagePosted messagePosted();
ShopChanged shopChanged();
EventEnvelope event();
EventPage eventPage();
StreamNote streamNote();
Problem problem();
Town town();

} // namespace soban::contract::samples
