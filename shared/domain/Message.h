// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"

namespace soban {

/// By which way customers hear how their orders go on, besides the app.
enum class MessageWay { None, Sms, KakaoTalk };

/// How far a message to a customer's phone has come.
enum class MessageState {
    Pending,   ///< nobody has it yet
    Sending,   ///< it is being handed to a gateway
    Accepted,  ///< a gateway has it
    Delivered, ///< the phone has it
    Failed,    ///< it will not get there
    Unknown,   ///< nobody can tell whether a gateway has it; it is not sent again
    Expired,   ///< it could not be sent while it was of use
};

template <>
struct EnumText<MessageWay> {
    static constexpr std::array entries{std::pair{MessageWay::None, "none"},
                                        std::pair{MessageWay::Sms, "sms"},
                                        std::pair{MessageWay::KakaoTalk, "kakaoTalk"}};
};
template <>
struct EnumText<MessageState> {
    static constexpr std::array entries{std::pair{MessageState::Pending, "pending"},
                                        std::pair{MessageState::Sending, "sending"},
                                        std::pair{MessageState::Accepted, "accepted"},
                                        std::pair{MessageState::Delivered, "delivered"},
                                        std::pair{MessageState::Failed, "failed"},
                                        std::pair{MessageState::Unknown, "unknown"},
                                        std::pair{MessageState::Expired, "expired"}};
};

} // namespace soban
