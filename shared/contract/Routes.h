// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Codec.h"
#include "domain/Account.h"
#include "domain/Lifecycle.h"

#include <span>

namespace soban::contract {

/// Every address of the API. A route without a row here cannot be served.
enum class RouteId {
    Register,
    SignIn,
    Refresh,
    SignOut,
    GetAccount,
    ListShops,
    GetShop,
    ListShopReviews,
    GetPicture,
    UploadPicture,
    Quote,
    StartCardRegistration,
    FinishCardRegistration,
    HintPayment,
    ListCards,
    PlaceOrder,
    ListOrders,
    GetOrder,
    ListPayments,
    PayOrder,
    ChangeOrder,
    ConfirmOrder,
    CancelOrder,
    WriteReview,
    ListMessages,
    GetRiderPosition,
    ListFavourites,
    AddFavourite,
    RemoveFavourite,
    GetAddresses,
    SaveAddresses,
    GetMessagePreference,
    SaveMessagePreference,
    ListOrderMessages,
    ReportMessage,
    ListTickets,
    GetTicket,
    AcceptTicket,
    RefuseTicket,
    ExtendTicket,
    CancelTicket,
    ReturnTicket,
    StartTicket,
    FinishTicket,
    TakeOverTicket,
    PickUpTicket,
    HandOverTicket,
    CollectTicket,
    AnswerReview,
    GetOwnShop,
    EditShop,
    SetShopMode,
    GetOwnMenu,
    EditMenu,
    SetAvailability,
    GetFigures,
    ExportOrders,
    GetDuty,
    SetDuty,
    ReportPosition,
    ListOffers,
    ClaimDelivery,
    GiveBackDelivery,
    PickUpDelivery,
    HandOverDelivery,
    ReturnDelivery,
    ListDeliveries,
    GetDelivery,
    GetEarnings,
    PollEvents,
    StreamEvents,
    AuditOrders,
    AuditOrder,
    EndOrder,
    SettleOrder,
    AuditMessages,
    AuditOrderMessages,
    OperatorAccounts,
    DisableAccount,
    EnableAccount,
    OpenApi,
    Live,
    Ready,
    Metrics,
};

enum class HttpMethod { Get, Post, Put, Delete };

/// Who may call: `Anyone` needs no token; `LocalOnly` answers loopback only.
enum class Access { Anyone, SignedIn, LocalOnly };

/// A body that is no message of the contract, and is taken as it is.
enum class RawBody {
    None,
    Picture, ///< a PNG or JPEG file, by its content
    Foreign, ///< in the words of somebody outside
};

struct Route {
    using SchemaMaker = JsonValue (*)(SchemaBook &);

    RouteId id;
    HttpMethod method;
    const char *path; ///< with `{name}` for what varies
    const char *summary;
    Access access;
    Roles roles;            ///< of signed-in callers; others get 403
    int success;            ///< the status of a good answer
    SchemaMaker request;    ///< nullptr: takes no body
    SchemaMaker response;   ///< nullptr: answers no JSON of the contract
    bool takesKey;          ///< needs Idempotency-Key
    bool takesVersion;      ///< needs If-Match
    const char *queryNames; ///< comma-separated query parameters that it knows
    bool isTagged = false;  ///< answers with an ETag, and 304 to an If-None-Match that names it
    int maxBodyKiB = 64;    ///< of the request; beyond it 413
    RawBody raw = RawBody::None;
};

std::span<const Route> routes();
const Route &route(RouteId id);

/// Fills the `{name}` parts of a route's path, in their order, percent-encoded.
QString pathOf(RouteId id, const QStringList &parts = {});

/// The OpenAPI 3.1 description of all routes, as JSON.
QByteArray openApiDocument();

} // namespace soban::contract

template <>
struct soban::EnumText<soban::contract::HttpMethod> {
    using M = soban::contract::HttpMethod;
    static constexpr std::array entries{std::pair{M::Get, "GET"}, std::pair{M::Post, "POST"},
                                        std::pair{M::Put, "PUT"}, std::pair{M::Delete, "DELETE"}};
};
