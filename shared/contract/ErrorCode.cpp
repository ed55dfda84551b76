// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/ErrorCode.h"

namespace soban::contract {

namespace {

struct Row {
    ErrorCode code;
    int status;
    const char *title;
};

using C = ErrorCode;

constexpr std::array kRows{
    Row{C::MalformedJson, 400, "The body is not JSON."},
    Row{C::UnknownField, 400, "The request has a field that is not known here."},
    Row{C::MissingField, 400, "A field is missing."},
    Row{C::DuplicateField, 400, "A field stands there twice."},
    Row{C::WrongType, 400, "A field has the wrong type."},
    Row{C::OutOfRange, 400, "A value is too large, too small, too long or too short."},
    Row{C::InvalidValue, 400, "A value has not the form that it must have."},
    Row{C::InvalidText, 400, "A text holds characters that no text may hold."},
    Row{C::BadRequest, 400, "The request cannot be understood."},
    Row{C::KeyMissing, 400, "The request needs an Idempotency-Key of 8 to 100 visible characters."},
    Row{C::VersionMissing, 428, "The request needs If-Match with the version that was seen."},
    Row{C::Unauthenticated, 401, "Sign in first."},
    Row{C::InvalidCredentials, 401, "The login or the password is wrong."},
    Row{C::PaymentDeclined, 402, "The payment was declined."},
    Row{C::Forbidden, 403, "This account may not do that."},
    Row{C::NotFound, 404, "There is no such thing here."},
    Row{C::MethodNotAllowed, 405, "The method does not fit this address."},
    Row{C::StillRunning, 409, "The same request is still being worked on. Ask again in a moment."},
    Row{C::StaleVersion, 409, "It has changed meanwhile."},
    Row{C::NotAllowedNow, 409, "The order is past the state in which this is possible."},
    Row{C::AlreadyClaimed, 409, "Another rider was faster."},
    Row{C::LoginTaken, 409, "This login is taken."},
    Row{C::AlreadyReviewed, 409, "This order has its review already."},
    Row{C::PriceChanged, 409, "The total is not what the cart showed."},
    Row{C::ShopClosed, 409, "The shop takes no orders at the moment."},
    Row{C::SoldOut, 409, "An item has run out."},
    Row{C::PaymentUnavailable, 409, "No card can be charged at the moment."},
    Row{C::Gone, 410, "The events since then are no longer kept. Load afresh."},
    Row{C::PayloadTooLarge, 413, "The request is too large."},
    Row{C::UnsupportedPicture, 415, "This is no PNG or JPEG picture, or it is damaged."},
    Row{C::KeyReused, 422, "This Idempotency-Key was used for another request."},
    Row{C::UnknownItem, 422, "The item is not on the shop's menu."},
    Row{C::OptionsViolated, 422, "The options do not fit the item."},
    Row{C::BelowMinimum, 422, "The order is below the shop's minimum."},
    Row{C::OutOfArea, 422, "The address is outside the shop's delivery area."},
    Row{C::FulfilmentNotOffered, 422, "The shop does not offer this way of delivery."},
    Row{C::CardMissing, 422, "There is no such saved card."},
    Row{C::WrongCode, 422, "The code is wrong."},
    Row{C::CodeLocked, 423, "The code was wrong too often."},
    Row{C::UpgradeRequired, 426, "This address speaks WebSocket only."},
    Row{C::TooManyRequests, 429, "Too many requests. Wait a moment."},
    Row{C::Internal, 500, "Something went wrong on our side."},
    Row{C::OutcomeUnknown, 503,
        "Nobody can say yet whether this was done. Ask again with the same key."},
    Row{C::Unavailable, 503, "The service is not available at the moment. Nothing was changed."},
};

const Row &rowOf(ErrorCode code) {
    for (const Row &row : kRows) {
        if (row.code == code)
            return row;
    }
    Q_UNREACHABLE();
    return kRows.front();
}

} // namespace

int httpStatus(ErrorCode code) {
    return rowOf(code).status;
}

QLatin1StringView title(ErrorCode code) {
    return QLatin1StringView(rowOf(code).title);
}

} // namespace soban::contract
