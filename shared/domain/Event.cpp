// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Event.h"

#include <algorithm>

namespace soban {

std::optional<Sequence> Sequence::fromText(QStringView text) {
    const bool digits =
        std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (text.size() != kDigits || !digits)
        return std::nullopt;
    bool fits = false;
    const qint64 value = text.toLongLong(&fits);
    return fits ? fromNumber(value) : std::nullopt;
}

AsciiText<Sequence::kDigits> Sequence::ascii() const {
    AsciiText<kDigits> text;
    return text.appendDigits(m_value, kDigits);
}

EventType eventOf(const Transition &transition) {
    switch (transition.action) {
    case Action::ConfirmPayment:
        return EventType::OrderPlaced;
    case Action::DeclinePayment:
    case Action::PayAgain:
    case Action::DropChange:
    case Action::WidenOffer:
    case Action::Settle:
        return EventType::OrderUpdated;
    case Action::FailPayment:
        return EventType::OrderPaymentFailed;
    case Action::Cancel:
        return EventType::OrderCancelled;
    case Action::Change:
    case Action::ApplyChange:
        return EventType::OrderChanged;
    case Action::Accept:
        return EventType::OrderAccepted;
    case Action::Refuse:
        return EventType::OrderRefused;
    case Action::Expire:
        return EventType::OrderExpired;
    case Action::Extend:
        return EventType::OrderExtended;
    case Action::Start:
        return EventType::OrderPreparing;
    case Action::Finish:
        return EventType::OrderReady;
    case Action::TakeOver:
        return EventType::DeliveryTakenOver;
    case Action::Claim:
        return EventType::DeliveryClaimed;
    case Action::GiveBack:
        return EventType::DeliveryGivenBack;
    case Action::PickUp:
        return EventType::OrderPickedUp;
    case Action::HandOver:
        return EventType::OrderDelivered;
    case Action::ReturnGoods:
        return EventType::OrderReturned;
    case Action::Collect:
    case Action::Confirm:
    case Action::AutoComplete:
        return EventType::OrderCompleted;
    }
    Q_UNREACHABLE();
    return EventType::OrderChanged;
}

} // namespace soban
