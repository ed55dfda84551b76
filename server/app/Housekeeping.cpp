// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Housekeeping.h"

#include <memory>

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
    auto forgotten = std::make_shared<int>(0);
    const auto work = [this, forgotten] {
        *forgotten = m_answers.forgetBefore(m_clock.now() - kKeepAnswers, kAnswersPerTransaction);
    };
    const auto done = [this, forgotten](bool durable) {
        const bool isMore = durable && *forgotten == kAnswersPerTransaction;
        QMetaObject::invokeMethod(
            this, [this, isMore] { m_next.start(isMore ? kBetweenParts : kBetweenRounds); });
    };
    if (!m_writes.submit(work, done))
        m_next.start(kBetweenRounds);
}

} // namespace soban::app
