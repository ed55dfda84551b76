// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/Calls.h"
#include "demo/Player.h"
#include "replay/Ask.h"

namespace soban::demo {

/// Tells each step as it happens, with its milliseconds, and counts.
class Narrator {
public:
    explicit Narrator(bool isPlain) : m_isPlain(isPlain) {}

    void title(const QString &text) const;
    /// `timing`: how long it took, or nothing.
    void tell(const Player &who, const QString &what, const QString &timing);
    void tellFailure(const Player &who, const QString &what, const QString &why);
    int steps() const { return m_steps; }
    int failed() const { return m_failed; }

private:
    const bool m_isPlain;
    int m_steps = 0;
    int m_failed = 0;
};

/// Where the players act and are watched. A step that fails ends the scene: `isGoing` turns false
/// and what follows does nothing.
class Script {
public:
    Script(Narrator &narrator, const replay::Interrupt &interrupt, const QElapsedTimer &clock)
        : m_narrator(narrator), m_interrupt(interrupt), m_clock(clock) {}

    bool isGoing() const { return m_isGoing; }

    /// A player reads something.
    template <typename Answer>
    std::optional<Answer> reads(Player &who, const QString &what,
                                const client::Call<Answer> &call) {
        if (!m_isGoing)
            return std::nullopt;
        begin();
        return told(who, what, replay::ask(m_interrupt, who.party().api(), call));
    }

    /// A player does something; the answer is awaited.
    template <typename Answer>
    std::optional<Answer> does(Player &who, const QString &what,
                               const client::Command<Answer> &command) {
        if (!m_isGoing)
            return std::nullopt;
        begin();
        return told(who, what, give(who, command));
    }

    /// A player tries something that has to be refused with a code.
    template <typename Answer>
    void fails(Player &who, const QString &what, const client::Command<Answer> &command,
               contract::ErrorCode code) {
        if (!m_isGoing)
            return;
        begin();
        const auto answer = give(who, command);
        check(who, what, !answer && answer.error() == code,
              answer ? QStringLiteral("was not refused") : QStringLiteral("was refused otherwise"));
    }

    /// A player hears an event that follows from the last act.
    void hears(Player &who, const QString &what, const Player::Test &test);
    /// Something that has to be true.
    void check(const Player &who, const QString &what, bool isTrue, const QString &otherwise);
    /// Begins an act that the caller carries out itself; `done` ends it.
    void begin() { m_beganMs = nowMs(); }
    void done(const Player &who, const QString &what, const std::optional<QString> &fault);

    const replay::Interrupt &interrupt() const { return m_interrupt; }

private:
    void fail(const Player &who, const QString &what, const QString &why);
    double nowMs() const { return double(m_clock.nsecsElapsed()) / 1e6; }

    template <typename Answer>
    Result<Answer, contract::ErrorCode> give(Player &who, const client::Command<Answer> &command) {
        std::optional<Result<Answer, client::ApiError>> got;
        replay::Gate gate(m_interrupt);
        QObject context;
        who.party().commands().template submit<Answer>(
            command, &context, [&](const Result<Answer, client::ApiError> &answer) {
                got = answer;
                gate.open();
            });
        gate.wait(std::chrono::minutes(1));
        if (got && *got)
            return **got;
        const auto problem = got ? got->error().problem : std::nullopt;
        return problem ? problem->code : contract::ErrorCode::Unavailable;
    }

    static QString words(const QString &error) { return error; }
    static QString words(contract::ErrorCode code) { return QString(toText(code)); }

    template <typename Answer, typename Error>
    std::optional<Answer> told(Player &who, const QString &what,
                               const Result<Answer, Error> &answer) {
        if (!answer) {
            done(who, what, words(answer.error()));
            return std::nullopt;
        }
        done(who, what, std::nullopt);
        return *answer;
    }

    Narrator &m_narrator;
    const replay::Interrupt &m_interrupt;
    const QElapsedTimer &m_clock;
    double m_beganMs = 0;
    bool m_isGoing = true;
};

} // namespace soban::demo
