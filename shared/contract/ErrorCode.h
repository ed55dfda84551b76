// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"

namespace soban::contract {

/// Why a request was refused: stable, for programs; each has one HTTP status.
enum class ErrorCode {
    MalformedJson,
    UnknownField,
    MissingField,
    DuplicateField,
    WrongType,
    OutOfRange,
    InvalidValue,
    InvalidText,
    BadRequest,
    KeyMissing,
    VersionMissing,
    Unauthenticated,
    InvalidCredentials,
    PaymentDeclined,
    Forbidden,
    NotFound,
    MethodNotAllowed,
    StillRunning,
    StaleVersion,
    NotAllowedNow,
    AlreadyClaimed,
    LoginTaken,
    AlreadyReviewed,
    PriceChanged,
    ShopClosed,
    SoldOut,
    PaymentUnavailable,
    Gone,
    PayloadTooLarge,
    UnsupportedPicture,
    KeyReused,
    UnknownItem,
    OptionsViolated,
    BelowMinimum,
    OutOfArea,
    FulfilmentNotOffered,
    CardMissing,
    WrongCode,
    CodeLocked,
    UpgradeRequired,
    TooManyRequests,
    Internal,
    OutcomeUnknown, ///< of a command: it may have been stored, or not
    Unavailable,
};

/// The HTTP status that goes with a code.
int httpStatus(ErrorCode code);
/// A sentence in English for people who read the wire; the apps say it in the user's language.
QLatin1StringView title(ErrorCode code);

} // namespace soban::contract

template <>
struct soban::EnumText<soban::contract::ErrorCode> {
    using C = soban::contract::ErrorCode;
    static constexpr std::array entries{
        std::pair{C::MalformedJson, "malformed_json"},
        std::pair{C::UnknownField, "unknown_field"},
        std::pair{C::MissingField, "missing_field"},
        std::pair{C::DuplicateField, "duplicate_field"},
        std::pair{C::WrongType, "wrong_type"},
        std::pair{C::OutOfRange, "out_of_range"},
        std::pair{C::InvalidValue, "invalid_value"},
        std::pair{C::InvalidText, "invalid_text"},
        std::pair{C::BadRequest, "bad_request"},
        std::pair{C::KeyMissing, "key_missing"},
        std::pair{C::VersionMissing, "version_missing"},
        std::pair{C::Unauthenticated, "unauthenticated"},
        std::pair{C::InvalidCredentials, "invalid_credentials"},
        std::pair{C::PaymentDeclined, "payment_declined"},
        std::pair{C::Forbidden, "forbidden"},
        std::pair{C::NotFound, "not_found"},
        std::pair{C::MethodNotAllowed, "method_not_allowed"},
        std::pair{C::StillRunning, "still_running"},
        std::pair{C::StaleVersion, "stale_version"},
        std::pair{C::NotAllowedNow, "not_allowed_now"},
        std::pair{C::AlreadyClaimed, "already_claimed"},
        std::pair{C::LoginTaken, "login_taken"},
        std::pair{C::AlreadyReviewed, "already_reviewed"},
        std::pair{C::PriceChanged, "price_changed"},
        std::pair{C::ShopClosed, "shop_closed"},
        std::pair{C::SoldOut, "sold_out"},
        std::pair{C::PaymentUnavailable, "payment_unavailable"},
        std::pair{C::Gone, "resync"},
        std::pair{C::PayloadTooLarge, "payload_too_large"},
        std::pair{C::UnsupportedPicture, "unsupported_picture"},
        std::pair{C::KeyReused, "key_reused"},
        std::pair{C::UnknownItem, "unknown_item"},
        std::pair{C::OptionsViolated, "options_violated"},
        std::pair{C::BelowMinimum, "below_minimum"},
        std::pair{C::OutOfArea, "out_of_area"},
        std::pair{C::FulfilmentNotOffered, "fulfilment_not_offered"},
        std::pair{C::CardMissing, "card_missing"},
        std::pair{C::WrongCode, "wrong_code"},
        std::pair{C::CodeLocked, "code_locked"},
        std::pair{C::UpgradeRequired, "upgrade_required"},
        std::pair{C::TooManyRequests, "too_many_requests"},
        std::pair{C::Internal, "internal"},
        std::pair{C::OutcomeUnknown, "outcome_unknown"},
        std::pair{C::Unavailable, "unavailable"}};
};
