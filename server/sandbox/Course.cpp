// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Course.h"

#include "sandbox/HangUp.h"

namespace soban::sandbox {

Course courseOf(const std::optional<FaultRule> &fault) {
    Course course;
    if (!fault)
        return course;
    const std::chrono::milliseconds delay(fault->delayMs);
    switch (fault->kind) {
    case FaultKind::LateWork:
        course.beforeWork = delay;
        return course;
    case FaultKind::Never:
        course.ending = Course::Ending::Silence;
        break;
    case FaultKind::Silent:
        course.works = false;
        course.ending = Course::Ending::Silence;
        break;
    case FaultKind::ErrorAfterWork:
        course.ending = Course::Ending::Error500;
        break;
    case FaultKind::ErrorBeforeWork:
        course.works = false;
        course.ending = Course::Ending::Error500;
        break;
    case FaultKind::DropAfterWork:
        course.ending = Course::Ending::Drop;
        break;
    case FaultKind::DropBeforeWork:
        course.works = false;
        course.ending = Course::Ending::Drop;
        break;
    case FaultKind::ProviderError:
        course.ending = Course::Ending::ProviderError;
        break;
    case FaultKind::Declined:
        course.declines = true;
        break;
    default:
        break;
    }
    course.afterWork = delay;
    return course;
}

void Endings::end(Course::Ending ending, const http::Request &request, const http::Reply &reply,
                  const ApiAnswer &answer) {
    switch (ending) {
    case Course::Ending::Answer:
        reply.send(answer.toHttp());
        break;
    case Course::Ending::Error500:
        reply.send(m_words.error500.toHttp());
        break;
    case Course::Ending::ProviderError:
        reply.send(m_words.providerError.toHttp());
        break;
    case Course::Ending::Drop:
        hangUp(request.peerAddress(), request.peerPort());
        keepSilent(reply);
        break;
    case Course::Ending::Silence:
        keepSilent(reply);
        break;
    }
}

void Endings::keepSilent(const http::Reply &reply) {
    m_silent.remove_if([](const http::Reply &held) { return held.isAbandoned(); });
    m_silent.push_back(reply);
}

} // namespace soban::sandbox
