// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/HttpTransport.h"
#include "contract/Problem.h"

namespace soban::client {

/// Why a call has not succeeded, and what is known about its effect.
struct ApiError {
    enum class Kind {
        Refused, ///< the server said no; nothing was done
        NotSent, ///< the server has not seen it
        Unknown, ///< it may have been done
    };

    Kind kind;
    int status = 0; ///< of HTTP; 0 without an answer
    std::optional<contract::Problem> problem = {};
    std::optional<std::chrono::milliseconds> retryAfter = {};
    QString detail = {}; ///< for logs, in English

    bool is(contract::ErrorCode code) const { return problem && problem->code == code; }
    /// The access token is not, or no longer, good.
    bool isUnauthenticated() const;
    /// The same request may succeed later by itself: no answer, an overload or a breakdown, or the
    /// first copy is still being worked on.
    bool isPassing() const;

    static ApiError notSignedIn();
};

/// Tells good answers (2xx) from all else.
Result<Answered, ApiError> judge(const Outcome &outcome);

/// A good answer whose body is not what the contract says.
ApiError notUnderstood(const Answered &answered, const contract::DecodeError &error);

} // namespace soban::client
