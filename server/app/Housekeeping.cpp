// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Housekeeping.h"

#include "events/OwnWork.h"

namespace soban::app {

namespace {

using namespace std::chrono_literals;

constexpr int kAnswersPerTransaction = 500;
constexpr std::chrono::milliseconds kBetweenParts = 200ms;
constexpr std::chrono::milliseconds kBetweenRounds = 1h;

} // namespace

Housekeeping::Housekeeping(WriteQueue &writes, IdempotencyBook &answers, const Clock &clock,
                           QObject *parent)
    : QObject(parent), m_writes(writes), m_answers(answers), m_clock(clock), m_next(this) {
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Housekeeping::tidy);
}

void Housekeeping::tidy() {
    const auto work = [this] {
        return m_answers.forgetBefore(m_clock.now() - kKeepAnswers, kAnswersPerTransaction);
    };
    askFor(this, m_writes, work, [this](std::optional<int> forgotten) {
        const bool isMore = forgotten == kAnswersPerTransaction;
        m_next.start(isMore ? kBetweenParts : kBetweenRounds);
    });
}

} // namespace soban::app
