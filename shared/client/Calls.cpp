// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/Calls.h"

namespace soban::client {

namespace {

using contract::RouteId;

/// Encoded here, as QUrlQuery leaves a plus sign alone, which servers read as a space.
void addItem(QUrlQuery &query, const char *name, const QString &value) {
    query.addQueryItem(QString::fromLatin1(name),
                       QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

void addPage(QUrlQuery &query, const Page &page) {
    if (page.cursor)
        addItem(query, "cursor", *page.cursor);
    if (page.limit > 0)
        addItem(query, "limit", QString::number(page.limit));
}

ApiCall paged(RouteId route, const Page &page, const QStringList &pathParts = {}) {
    ApiCall call{route, pathParts};
    addPage(call.query, page);
    return call;
}

template <typename Kind>
ApiCall about(RouteId route, Id<Kind> id) {
    return {route, {id.toText()}};
}

template <typename Request>
ApiCall with(RouteId route, const Request &request) {
    ApiCall call{route};
    call.body = contract::encode(request);
    return call;
}

/// A command about an order that exists.
template <typename Answer>
Command<Answer> step(RouteId route, OrderId order, std::optional<int> version = {}) {
    Command<Answer> command{{about(route, order)}, order};
    command.what.version = version;
    return command;
}

template <typename Answer, typename Request>
Command<Answer> step(RouteId route, OrderId order, std::optional<int> version,
                     const Request &request) {
    Command<Answer> command = step<Answer>(route, order, version);
    command.what.body = contract::encode(request);
    return command;
}

/// A command about something else than an order that replaces the version that was seen.
template <typename Answer, typename Request>
Command<Answer> edit(RouteId route, int version, const Request &request) {
    Command<Answer> command{{with(route, request)}, {}};
    command.what.version = version;
    return command;
}

QString degrees(double value) {
    constexpr int kDecimals = 7; // a centimetre
    return QString::number(value, 'f', kDecimals);
}

void addPlace(QUrlQuery &query, const GeoPoint &near) {
    addItem(query, "latitude", degrees(near.latitude()));
    addItem(query, "longitude", degrees(near.longitude()));
}

ApiCall ofDays(RouteId route, QDate from, QDate to) {
    ApiCall call{route};
    addItem(call.query, "from", from.toString(Qt::ISODate));
    addItem(call.query, "to", to.toString(Qt::ISODate));
    return call;
}

} // namespace

namespace calls {

using namespace contract;

Call<AccountView> account() {
    return {{RouteId::GetAccount}};
}

Call<ShopList> shops(const ShopSearch &search) {
    ApiCall call{RouteId::ListShops};
    addPlace(call.query, search.near);
    if (search.kind)
        addItem(call.query, "kind", toText(*search.kind));
    if (!search.words.isEmpty())
        addItem(call.query, "search", search.words);
    addPage(call.query, search.page);
    return {call};
}

Call<ShopView> shop(ShopId shop) {
    return {about(RouteId::GetShop, shop)};
}

Call<ReviewList> reviews(ShopId shop, const Page &page) {
    return {paged(RouteId::ListShopReviews, page, {shop.toText()})};
}

Call<Download> picture(const QString &name) {
    return {{RouteId::GetPicture, {name}}};
}

Command<PictureView> uploadPicture(const QByteArray &file) {
    Command<PictureView> command{{{RouteId::UploadPicture}}, {}};
    command.what.body = file;
    return command;
}

Call<QuoteView> quote(const QuoteRequest &request) {
    return {with(RouteId::Quote, request)};
}

Command<CardRegistrationView> startCardRegistration() {
    return {{{RouteId::StartCardRegistration}}, {}};
}

Call<CardList> cards() {
    return {{RouteId::ListCards}};
}

Command<OrderView> placeOrder(const PlaceOrderRequest &request) {
    return {{with(RouteId::PlaceOrder, request)}, {}};
}

Call<OrderList> orders(const Page &page) {
    return {paged(RouteId::ListOrders, page)};
}

Call<OrderView> order(OrderId order) {
    return {about(RouteId::GetOrder, order)};
}

Call<PaymentList> payments(OrderId order) {
    return {about(RouteId::ListPayments, order)};
}

Command<OrderView> payOrder(OrderId order, int version, const PayRequest &request) {
    return step<OrderView>(RouteId::PayOrder, order, version, request);
}

Command<OrderView> changeOrder(OrderId order, int version, const ChangeRequest &request) {
    return step<OrderView>(RouteId::ChangeOrder, order, version, request);
}

Command<OrderView> confirmOrder(OrderId order, int version) {
    return step<OrderView>(RouteId::ConfirmOrder, order, version);
}

Command<OrderView> cancelOrder(OrderId order, int version, const EndRequest &request) {
    return step<OrderView>(RouteId::CancelOrder, order, version, request);
}

Command<ReviewView> writeReview(OrderId order, const WriteReviewRequest &request) {
    return step<ReviewView>(RouteId::WriteReview, order, {}, request);
}

Call<MessageList> messages(const Page &page) {
    return {paged(RouteId::ListMessages, page)};
}

Call<RiderPositionView> riderPosition(OrderId order) {
    return {about(RouteId::GetRiderPosition, order)};
}

Call<ShopList> favourites(const GeoPoint &near) {
    ApiCall call{RouteId::ListFavourites};
    addPlace(call.query, near);
    return {call};
}

Call<Nothing> addFavourite(ShopId shop) {
    return {about(RouteId::AddFavourite, shop)};
}

Call<Nothing> removeFavourite(ShopId shop) {
    return {about(RouteId::RemoveFavourite, shop)};
}

Call<AddressBook> addresses() {
    return {{RouteId::GetAddresses}};
}

Call<AddressBook> saveAddresses(const AddressBook &addresses) {
    return {with(RouteId::SaveAddresses, addresses)};
}

Call<MessagePreference> messagePreference() {
    return {{RouteId::GetMessagePreference}};
}

Call<MessagePreference> saveMessagePreference(const MessagePreference &preference) {
    return {with(RouteId::SaveMessagePreference, preference)};
}

Call<PhoneMessageList> orderMessages(OrderId order) {
    return {about(RouteId::ListOrderMessages, order)};
}

Call<TicketList> tickets(const Page &page) {
    return {paged(RouteId::ListTickets, page)};
}

Call<TicketView> ticket(OrderId order) {
    return {about(RouteId::GetTicket, order)};
}

Command<TicketView> acceptTicket(OrderId order, int version, const AcceptRequest &request) {
    return step<TicketView>(RouteId::AcceptTicket, order, version, request);
}

Command<TicketView> refuseTicket(OrderId order, int version, const EndRequest &request) {
    return step<TicketView>(RouteId::RefuseTicket, order, version, request);
}

Command<TicketView> extendTicket(OrderId order, int version, const ExtendRequest &request) {
    return step<TicketView>(RouteId::ExtendTicket, order, version, request);
}

Command<TicketView> cancelTicket(OrderId order, int version, const EndRequest &request) {
    return step<TicketView>(RouteId::CancelTicket, order, version, request);
}

Command<TicketView> returnTicket(OrderId order, int version, const EndRequest &request) {
    return step<TicketView>(RouteId::ReturnTicket, order, version, request);
}

Command<TicketView> startTicket(OrderId order, int version) {
    return step<TicketView>(RouteId::StartTicket, order, version);
}

Command<TicketView> finishTicket(OrderId order, int version) {
    return step<TicketView>(RouteId::FinishTicket, order, version);
}

Command<TicketView> takeOverTicket(OrderId order, int version) {
    return step<TicketView>(RouteId::TakeOverTicket, order, version);
}

Command<TicketView> pickUpTicket(OrderId order, int version) {
    return step<TicketView>(RouteId::PickUpTicket, order, version);
}

Command<TicketView> handOverTicket(OrderId order, int version, const HandOverRequest &request) {
    return step<TicketView>(RouteId::HandOverTicket, order, version, request);
}

Command<TicketView> collectTicket(OrderId order, int version, const CollectRequest &request) {
    return step<TicketView>(RouteId::CollectTicket, order, version, request);
}

Command<ReviewView> answerReview(OrderId order, const AnswerReviewRequest &request) {
    return step<ReviewView>(RouteId::AnswerReview, order, {}, request);
}

Call<ShopSettingsView> ownShop() {
    return {{RouteId::GetOwnShop}};
}

Command<ShopSettingsView> editShop(int version, const ShopSettingsRequest &request) {
    return edit<ShopSettingsView>(RouteId::EditShop, version, request);
}

Call<ShopSettingsView> setShopMode(const ShopModeSetting &setting) {
    return {with(RouteId::SetShopMode, setting)};
}

Call<OwnMenuView> ownMenu() {
    return {{RouteId::GetOwnMenu}};
}

Command<OwnMenuView> editMenu(int version, const MenuDraft &draft) {
    return edit<OwnMenuView>(RouteId::EditMenu, version, draft);
}

Call<OwnItemView> setAvailability(MenuItemId item, const AvailabilityRequest &request) {
    ApiCall call = about(RouteId::SetAvailability, item);
    call.body = contract::encode(request);
    return {call};
}

Call<ShopFigures> figures(QDate from, QDate to) {
    return {ofDays(RouteId::GetFigures, from, to)};
}

Call<Download> exportOrders(QDate from, QDate to) {
    return {ofDays(RouteId::ExportOrders, from, to)};
}

Call<DutyView> duty() {
    return {{RouteId::GetDuty}};
}

Call<DutyView> setDuty(const DutyRequest &request) {
    return {with(RouteId::SetDuty, request)};
}

Call<DutyView> reportPosition(const PositionRequest &request) {
    return {with(RouteId::ReportPosition, request)};
}

Call<OfferList> offers() {
    return {{RouteId::ListOffers}};
}

Command<DeliveryView> claimDelivery(OrderId order, const RiderStepRequest &request) {
    return step<DeliveryView>(RouteId::ClaimDelivery, order, {}, request);
}

Command<Nothing> giveBackDelivery(OrderId order, const RiderStepRequest &request) {
    return step<Nothing>(RouteId::GiveBackDelivery, order, {}, request);
}

Command<DeliveryView> pickUpDelivery(OrderId order, const RiderStepRequest &request) {
    return step<DeliveryView>(RouteId::PickUpDelivery, order, {}, request);
}

Command<DeliveryView> handOverDelivery(OrderId order, const RiderHandOverRequest &request) {
    return step<DeliveryView>(RouteId::HandOverDelivery, order, {}, request);
}

Command<DeliveryView> returnDelivery(OrderId order, const RiderReturnRequest &request) {
    return step<DeliveryView>(RouteId::ReturnDelivery, order, {}, request);
}

Call<DeliveryList> deliveries(const Page &page) {
    return {paged(RouteId::ListDeliveries, page)};
}

Call<DeliveryView> delivery(OrderId order) {
    return {about(RouteId::GetDelivery, order)};
}

Call<EarningsView> earnings(QDate from, QDate to) {
    return {ofDays(RouteId::GetEarnings, from, to)};
}

Call<OrderAuditList> auditOrders(const Page &page) {
    return {paged(RouteId::AuditOrders, page)};
}

Call<OrderAudit> auditOrder(OrderId order) {
    return {about(RouteId::AuditOrder, order)};
}

Command<Nothing> endOrder(OrderId order, int version, const OperatorEndRequest &request) {
    return step<Nothing>(RouteId::EndOrder, order, version, request);
}

Command<Nothing> settleOrder(OrderId order, int version, const SettleRequest &request) {
    return step<Nothing>(RouteId::SettleOrder, order, version, request);
}

Call<PhoneMessageAuditList> auditMessages(std::optional<MessageState> state, const Page &page) {
    ApiCall call = paged(RouteId::AuditMessages, page);
    if (state)
        addItem(call.query, "state", toText(*state));
    return {call};
}

Call<PhoneMessageAuditList> auditOrderMessages(OrderId order) {
    return {about(RouteId::AuditOrderMessages, order)};
}

Call<OperatorAccountList> operatorAccounts(std::optional<Role> role, const Page &page) {
    ApiCall call = paged(RouteId::OperatorAccounts, page);
    if (role)
        addItem(call.query, "role", toText(*role));
    return {call};
}

Command<Nothing> disableAccount(AccountId account) {
    return {{about(RouteId::DisableAccount, account)}, {}};
}

Command<Nothing> enableAccount(AccountId account) {
    return {{about(RouteId::EnableAccount, account)}, {}};
}

Call<Download> openApi() {
    return {{RouteId::OpenApi}};
}

Call<Download> live() {
    return {{RouteId::Live}};
}

Call<Download> ready() {
    return {{RouteId::Ready}};
}

Call<Download> metrics() {
    return {{RouteId::Metrics}};
}

} // namespace calls

} // namespace soban::client
