// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Script.h"

#include <cstdio>

namespace soban::demo {

void Narrator::title(const QString &text) const {
    const char *form = m_isPlain ? "\n%s\n" : "\n\033[1m%s\033[0m\n";
    std::printf(form, qPrintable(text));
}

void Narrator::tell(const Player &who, const QString &what, double ms) {
    ++m_steps;
    const QString line = QStringLiteral("%1  %2 %3").arg(m_steps, 3).arg(who.name(), -12).arg(what, -66);
    std::printf("%s %7.1f ms\n", qUtf8Printable(line), ms);
    std::fflush(stdout);
}

void Narrator::tellFailure(const Player &who, const QString &what, const QString &why) {
    ++m_steps;
    ++m_failed;
    std::printf("%3d  %s %s: %s%s%s\n", m_steps, qUtf8Printable(who.name()), qUtf8Printable(what),
                m_isPlain ? "FAILED: " : "\033[31mFAILED: ", qUtf8Printable(why),
                m_isPlain ? "" : "\033[0m");
    std::fflush(stdout);
}

void Script::done(const Player &who, const QString &what, const std::optional<QString> &fault) {
    if (!fault) {
        m_narrator.tell(who, what, nowMs() - m_beganMs);
        return;
    }
    m_narrator.tellFailure(who, what, *fault);
    m_isGoing = false;
}

void Script::hears(Player &who, const QString &what, const Player::Test &test) {
    if (!m_isGoing)
        return;
    if (const auto atMs = who.waitFor(test)) {
        m_narrator.tell(who, what, *atMs - m_beganMs);
        return;
    }
    m_narrator.tellFailure(who, what, QStringLiteral("nothing came"));
    m_isGoing = false;
}

void Script::check(const Player &who, const QString &what, bool isTrue, const QString &otherwise) {
    if (m_isGoing)
        done(who, what, isTrue ? std::nullopt : std::optional(otherwise));
}

} // namespace soban::demo
