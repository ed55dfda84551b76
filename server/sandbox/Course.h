// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Handler.h"
#include "sandbox/ApiAnswer.h"
#include "sandbox/FaultPlan.h"

#include <chrono>
#include <list>

namespace soban::sandbox {

/// How one request is to go, the fault taken into account.
struct Course {
    enum class Ending { Answer, Error500, ProviderError, Drop, Silence };

    bool works = true;
    bool declines = false;
    std::chrono::milliseconds beforeWork{0};
    std::chrono::milliseconds afterWork{0};
    Ending ending = Ending::Answer;
};

Course courseOf(const std::optional<FaultRule> &fault);

/// Ends requests as their course says: with the answer, another one, a hang-up or not at all.
class Endings {
public:
    /// What is said in place of the answer, in the provider's own words.
    struct Words {
        ApiAnswer error500;
        ApiAnswer providerError;
    };

    explicit Endings(Words words) : m_words(std::move(words)) {}

    void end(Course::Ending ending, const http::Request &request, const http::Reply &reply,
             const ApiAnswer &answer);

private:
    void keepSilent(const http::Reply &reply);

    const Words m_words;
    std::list<http::Reply> m_silent; ///< never answered; kept until their clients give up
};

} // namespace soban::sandbox
