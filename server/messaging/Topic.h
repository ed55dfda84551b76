// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"

#include <QMap>
#include <QString>
#include <QStringList>

namespace soban::messaging {

/// What a message tells of; the name of its text in every language.
enum class Topic {
    Placed,
    Accepted,
    Extended,
    Changed,
    Refused,
    Expired,
    Cancelled,
    Preparing,
    Ready,
    ReadyToCollect,
    PickedUp,
    Delivered,
    Returned,
    PaymentFailed,
    Refunded,
    Thanks,
    ReviewRequest,
};

/// What is put into a text, by the name that stands there in braces; ready to be read.
using Variables = QMap<QString, QString>;

/// The names that the texts of a topic use, in every language.
QStringList variablesOf(Topic topic);

} // namespace soban::messaging

template <>
struct soban::EnumText<soban::messaging::Topic> {
    using T = soban::messaging::Topic;
    static constexpr std::array entries{std::pair{T::Placed, "placed"},
                                        std::pair{T::Accepted, "accepted"},
                                        std::pair{T::Extended, "extended"},
                                        std::pair{T::Changed, "changed"},
                                        std::pair{T::Refused, "refused"},
                                        std::pair{T::Expired, "expired"},
                                        std::pair{T::Cancelled, "cancelled"},
                                        std::pair{T::Preparing, "preparing"},
                                        std::pair{T::Ready, "ready"},
                                        std::pair{T::ReadyToCollect, "readyToCollect"},
                                        std::pair{T::PickedUp, "pickedUp"},
                                        std::pair{T::Delivered, "delivered"},
                                        std::pair{T::Returned, "returned"},
                                        std::pair{T::PaymentFailed, "paymentFailed"},
                                        std::pair{T::Refunded, "refunded"},
                                        std::pair{T::Thanks, "thanks"},
                                        std::pair{T::ReviewRequest, "reviewRequest"}};
};
