// SPDX-License-Identifier: GPL-3.0-or-later
// The API as functions: what to send for what one wants. Sessions (sign-in and its kin) are the
// matter of `Session`, events that of `EventStream`.
#pragma once

#include "client/ApiCall.h"
#include "contract/Catalogue.h"
#include "contract/Customer.h"
#include "contract/Delivery.h"
#include "contract/Figures.h"
#include "contract/Identity.h"
#include "contract/Messaging.h"
#include "contract/Operator.h"
#include "contract/Ordering.h"
#include "contract/ShopOffice.h"

namespace soban::client {

/// A part of a list: from where the last part ended (`nextCursor`), and how much of it.
struct Page {
    std::optional<QString> cursor = {};
    int limit = 0; ///< 0: as the server likes
};

struct ShopSearch {
    GeoPoint near;
    std::optional<ShopKind> kind = {};
    QString words = {};
    Page page = {};
};

namespace calls {

Call<contract::AccountView> account();

// The catalogue
Call<contract::ShopList> shops(const ShopSearch &search);
Call<contract::ShopView> shop(ShopId shop);
Call<contract::ReviewList> reviews(ShopId shop, const Page &page = {});
Call<Download> picture(const QString &name);
/// `file`: a PNG or JPEG, at most 4 MiB.
Command<contract::PictureView> uploadPicture(const QByteArray &file);

// The customer
Call<contract::QuoteView> quote(const contract::QuoteRequest &request);
Command<contract::CardRegistrationView> startCardRegistration();
Call<contract::CardList> cards();
Command<contract::OrderView> placeOrder(const contract::PlaceOrderRequest &request);
Call<contract::OrderList> orders(const Page &page = {});
Call<contract::OrderView> order(OrderId order);
Call<contract::PaymentList> payments(OrderId order);
Command<contract::OrderView> payOrder(OrderId order, int version,
                                      const contract::PayRequest &request);
Command<contract::OrderView> changeOrder(OrderId order, int version,
                                         const contract::ChangeRequest &request);
Command<contract::OrderView> confirmOrder(OrderId order, int version);
Command<contract::OrderView> cancelOrder(OrderId order, int version,
                                         const contract::EndRequest &request);
Command<contract::ReviewView> writeReview(OrderId order,
                                          const contract::WriteReviewRequest &request);
Call<contract::MessageList> messages(const Page &page = {});
/// Refused with not_allowed_now before a rider claims the order, and after the hand-over.
Call<contract::RiderPositionView> riderPosition(OrderId order);
/// Distances are from `near`.
Call<contract::ShopList> favourites(const GeoPoint &near);
Call<contract::Nothing> addFavourite(ShopId shop);
Call<contract::Nothing> removeFavourite(ShopId shop);
Call<contract::AddressBook> addresses();
Call<contract::AddressBook> saveAddresses(const contract::AddressBook &addresses);
Call<contract::MessagePreference> messagePreference();
Call<contract::MessagePreference>
saveMessagePreference(const contract::MessagePreference &preference);
/// What was sent to the customer's phone.
Call<contract::PhoneMessageList> orderMessages(OrderId order);

// The shop
Call<contract::TicketList> tickets(const Page &page = {});
Call<contract::TicketView> ticket(OrderId order);
Command<contract::TicketView> acceptTicket(OrderId order, int version,
                                           const contract::AcceptRequest &request);
Command<contract::TicketView> refuseTicket(OrderId order, int version,
                                           const contract::EndRequest &request);
Command<contract::TicketView> extendTicket(OrderId order, int version,
                                           const contract::ExtendRequest &request);
Command<contract::TicketView> cancelTicket(OrderId order, int version,
                                           const contract::EndRequest &request);
Command<contract::TicketView> returnTicket(OrderId order, int version,
                                           const contract::EndRequest &request);
Command<contract::TicketView> startTicket(OrderId order, int version);
Command<contract::TicketView> finishTicket(OrderId order, int version);
Command<contract::TicketView> takeOverTicket(OrderId order, int version);
Command<contract::TicketView> pickUpTicket(OrderId order, int version);
Command<contract::TicketView> handOverTicket(OrderId order, int version,
                                             const contract::HandOverRequest &request);
Command<contract::TicketView> collectTicket(OrderId order, int version,
                                            const contract::CollectRequest &request);
Command<contract::ReviewView> answerReview(OrderId order,
                                           const contract::AnswerReviewRequest &request);

// The shop's own affairs
Call<contract::ShopSettingsView> ownShop();
Command<contract::ShopSettingsView> editShop(int version,
                                             const contract::ShopSettingsRequest &request);
Call<contract::ShopSettingsView> setShopMode(const contract::ShopModeSetting &setting);
Call<contract::OwnMenuView> ownMenu();
Command<contract::OwnMenuView> editMenu(int version, const contract::MenuDraft &draft);
Call<contract::OwnItemView> setAvailability(MenuItemId item,
                                            const contract::AvailabilityRequest &request);
/// Of at most 92 days, both ends included.
Call<contract::ShopFigures> figures(QDate from, QDate to);
/// The same days' orders as a CSV file.
Call<Download> exportOrders(QDate from, QDate to);

// The rider
Call<contract::DutyView> duty();
Call<contract::DutyView> setDuty(const contract::DutyRequest &request);
Call<contract::DutyView> reportPosition(const contract::PositionRequest &request);
Call<contract::OfferList> offers();
Command<contract::DeliveryView> claimDelivery(OrderId order,
                                              const contract::RiderStepRequest &request);
Command<contract::Nothing> giveBackDelivery(OrderId order,
                                            const contract::RiderStepRequest &request);
Command<contract::DeliveryView> pickUpDelivery(OrderId order,
                                               const contract::RiderStepRequest &request);
Command<contract::DeliveryView> handOverDelivery(OrderId order,
                                                 const contract::RiderHandOverRequest &request);
Command<contract::DeliveryView> returnDelivery(OrderId order,
                                               const contract::RiderReturnRequest &request);
Call<contract::DeliveryList> deliveries(const Page &page = {});
Call<contract::DeliveryView> delivery(OrderId order);
/// Of at most 92 days, both ends included.
Call<contract::EarningsView> earnings(QDate from, QDate to);

// The operator
Call<contract::OrderAuditList> auditOrders(const Page &page = {});
Call<contract::OrderAudit> auditOrder(OrderId order);
Command<contract::Nothing> endOrder(OrderId order, int version,
                                    const contract::OperatorEndRequest &request);
Command<contract::Nothing> settleOrder(OrderId order, int version,
                                       const contract::SettleRequest &request);
Call<contract::PhoneMessageAuditList> auditMessages(std::optional<MessageState> state = {},
                                                    const Page &page = {});
Call<contract::PhoneMessageAuditList> auditOrderMessages(OrderId order);
Call<contract::OperatorAccountList> operatorAccounts(std::optional<Role> role = {},
                                                     const Page &page = {});
Command<contract::Nothing> disableAccount(AccountId account);
Command<contract::Nothing> enableAccount(AccountId account);

// The service
Call<Download> openApi();
Call<Download> live();
Call<Download> ready();
Call<Download> metrics();

} // namespace calls

} // namespace soban::client
