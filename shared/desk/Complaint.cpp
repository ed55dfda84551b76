// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Complaint.h"

#include <QCoreApplication>

namespace soban::desk {

namespace {

using client::ApiError;
using contract::ErrorCode;

/// What happened, and what to do.
struct Saying {
    QString what;
    QString advice;
};

/// The sentences, by where the fault lies.
class Sayings {
    Q_DECLARE_TR_FUNCTIONS(soban::desk::Complaint)

public:
    static Saying of(ErrorCode code);
    static Saying ofNoAnswer(ApiError::Kind kind);
    static Saying ofStatus(int status);
    static QString kept(const ApiError &error);
    static QString waitFor(std::chrono::milliseconds span);

private:
    static std::optional<Saying> ofAccount(ErrorCode code);
    static std::optional<Saying> ofOrdering(ErrorCode code);
    static std::optional<Saying> ofSteps(ErrorCode code);
    static Saying ofWire(ErrorCode code);
    static Saying misunderstanding();
};

Saying Sayings::of(ErrorCode code) {
    if (auto saying = ofAccount(code))
        return *saying;
    if (auto saying = ofOrdering(code))
        return *saying;
    if (auto saying = ofSteps(code))
        return *saying;
    return ofWire(code);
}

std::optional<Saying> Sayings::ofAccount(ErrorCode code) {
    switch (code) {
    case ErrorCode::Unauthenticated:
        return Saying{tr("You are no longer signed in."), tr("Sign in again and carry on.")};
    case ErrorCode::InvalidCredentials:
        return Saying{tr("The login or the password is not right."), tr("Type both once more.")};
    case ErrorCode::Forbidden:
        return Saying{tr("This account may not do that."),
                      tr("Sign in with the account that it belongs to.")};
    case ErrorCode::LoginTaken:
        return Saying{tr("This login is taken already."),
                      tr("Choose another one, or sign in if it is yours.")};
    case ErrorCode::TooManyRequests:
        return Saying{tr("That was too often in a short time."), tr("Wait a moment.")};
    default:
        return std::nullopt;
    }
}

std::optional<Saying> Sayings::ofOrdering(ErrorCode code) {
    switch (code) {
    case ErrorCode::PaymentDeclined:
        return Saying{tr("The card was declined."), tr("Use another card, or pay on delivery.")};
    case ErrorCode::PaymentUnavailable:
        return Saying{tr("Card payment does not work at the moment."),
                      tr("Pay on delivery, or try again in a few minutes.")};
    case ErrorCode::PriceChanged:
        return Saying{tr("The price has changed."), tr("Look at the new total and order again.")};
    case ErrorCode::ShopClosed:
        return Saying{tr("The shop takes no orders right now."),
                      tr("Come back later, or choose another shop.")};
    case ErrorCode::SoldOut:
        return Saying{tr("An item has just sold out."), tr("Take it out of the cart.")};
    case ErrorCode::UnknownItem:
        return Saying{tr("An item is no longer on the menu."), tr("Take it out of the cart.")};
    case ErrorCode::OptionsViolated:
        return Saying{tr("The options of an item no longer fit."), tr("Choose them once more.")};
    case ErrorCode::BelowMinimum:
        return Saying{tr("The order is below the shop's minimum."), tr("Add something to it.")};
    case ErrorCode::OutOfArea:
        return Saying{tr("The shop does not deliver to this address."),
                      tr("Collect it yourself, or choose a shop that is nearer.")};
    case ErrorCode::FulfilmentNotOffered:
        return Saying{tr("The shop does not offer this way of delivery."),
                      tr("Choose another way.")};
    case ErrorCode::CardMissing:
        return Saying{tr("The saved card is gone."), tr("Choose another card, or save it anew.")};
    case ErrorCode::AlreadyReviewed:
        return Saying{tr("This order has its review already."), tr("There is nothing left to do.")};
    default:
        return std::nullopt;
    }
}

std::optional<Saying> Sayings::ofSteps(ErrorCode code) {
    switch (code) {
    case ErrorCode::StaleVersion:
        return Saying{tr("The order has changed meanwhile."),
                      tr("Look at it as it is now, then decide again.")};
    case ErrorCode::NotAllowedNow:
        return Saying{tr("The order has already gone on."), tr("Look at where it stands now.")};
    case ErrorCode::AlreadyClaimed:
        return Saying{tr("Another rider was faster."), tr("Choose another delivery.")};
    case ErrorCode::WrongCode:
        return Saying{tr("The code is not right."), tr("Ask for it again and type it once more.")};
    case ErrorCode::CodeLocked:
        return Saying{tr("The code was wrong too often."),
                      tr("Hand over with a photo, or call support.")};
    case ErrorCode::StillRunning:
        return Saying{tr("This is still being worked on."), tr("Wait a moment.")};
    case ErrorCode::NotFound:
        return Saying{tr("It is no longer there."), tr("Go back and load the page again.")};
    case ErrorCode::Gone:
        return Saying{tr("What is shown is out of date."), tr("Load the page again.")};
    default:
        return std::nullopt;
    }
}

Saying Sayings::misunderstanding() {
    return {tr("The app and the server did not understand each other."),
            tr("Update the app. If it stays like this, tell support the code.")};
}

Saying Sayings::ofWire(ErrorCode code) {
    switch (code) {
    case ErrorCode::OutOfRange:
    case ErrorCode::InvalidValue:
    case ErrorCode::InvalidText:
    case ErrorCode::MissingField:
        return {tr("Something that was entered is not right."), tr("Check it and try again.")};
    case ErrorCode::PayloadTooLarge:
        return {tr("That is too large to send."), tr("Make it shorter, or the picture smaller.")};
    case ErrorCode::Internal:
        return {tr("Something went wrong at the server."),
                tr("Try again in a moment. If it stays like this, tell support the code.")};
    case ErrorCode::OutcomeUnknown:
        return {tr("Nobody can say yet whether that was done."),
                tr("Look whether it is there before you try again.")};
    case ErrorCode::Unavailable:
        return {tr("The server is busy or being serviced."), tr("Try again in a moment.")};
    default:
        return misunderstanding();
    }
}

Saying Sayings::ofNoAnswer(ApiError::Kind kind) {
    if (kind == ApiError::Kind::NotSent)
        return {tr("The server cannot be reached."),
                tr("Check the internet connection and try again.")};
    return {tr("No answer came from the server."),
            tr("Look at how it stands before you do it again.")};
}

Saying Sayings::ofStatus(int status) {
    constexpr int kServerErrors = 500;
    return status >= kServerErrors ? of(ErrorCode::Internal) : misunderstanding();
}

QString Sayings::kept(const ApiError &error) {
    switch (error.kind) {
    case ApiError::Kind::Refused:
        if (error.is(ErrorCode::PaymentUnavailable))
            return tr("Nothing was charged.");
        // Something has changed, and not by whom this is told.
        return error.is(ErrorCode::StaleVersion) || error.is(ErrorCode::NotAllowedNow)
                   ? tr("Your step was not taken.")
                   : tr("Nothing was changed.");
    case ApiError::Kind::NotSent:
        return tr("Nothing was sent yet; what you entered is still here.");
    case ApiError::Kind::Unknown:
        return tr("It may have been done; what you entered is still here.");
    }
    return {};
}

QString Sayings::waitFor(std::chrono::milliseconds span) {
    const auto seconds = std::max<qint64>((span.count() + 999) / 1000, 1);
    constexpr qint64 kMinute = 60;
    return seconds <= 2 * kMinute
               ? tr("Try again in %1 s.").arg(seconds)
               : tr("Try again in %1 min.").arg((seconds + kMinute - 1) / kMinute);
}

QString codeOf(const ApiError &error) {
    if (error.problem)
        return toText(error.problem->code) + u'-' + QString::number(error.problem->status);
    if (error.status != 0)
        return QStringLiteral("http-%1").arg(error.status);
    return error.kind == ApiError::Kind::NotSent ? QStringLiteral("not_sent")
                                                 : QStringLiteral("no_answer");
}

} // namespace

QString Complaint::text() const {
    return what + u' ' + kept + u' ' + advice;
}

Complaint explain(const ApiError &error) {
    Saying saying = error.problem       ? Sayings::of(error.problem->code)
                    : error.status != 0 ? Sayings::ofStatus(error.status)
                                        : Sayings::ofNoAnswer(error.kind);
    if (error.retryAfter && error.isPassing())
        saying.advice = Sayings::waitFor(*error.retryAfter);
    return {saying.what, Sayings::kept(error), saying.advice, codeOf(error)};
}

} // namespace soban::desk
