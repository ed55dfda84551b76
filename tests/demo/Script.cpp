// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Script.h"

#include <cstdio>

namespace soban::demo {

void Narrator::title(const QString &text) const {
    const char *form = m_isPlain ? "\n%s\n" : "\n\033[1m%s\033[0m\n";
    std::printf(form, qPrintable(text));
}

void Narrator::tell(const Player &who, const QString &what, const QString &timing) {
    ++m_steps;
    const QString line = QStringLiteral("%1  %2 %3 %4")
                             .arg(m_steps, 3)
                             .arg(who.name(), -12)
                             .arg(what, -66)
                             .arg(timing, 15);
    std::printf("%s\n", qUtf8Printable(line));
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
    if (fault)
        fail(who, what, *fault);
    else
        m_narrator.tell(who, what, QStringLiteral("%1 ms").arg(nowMs() - m_beganMs, 0, 'f', 1));
}

void Script::hears(Player &who, const QString &what, const Player::Test &test) {
    if (!m_isGoing)
        return;
    if (const auto atMs = who.waitFor(test))
        m_narrator.tell(who, what, QStringLiteral("after %1 ms").arg(*atMs - m_beganMs, 5, 'f', 1));
    else
        fail(who, what, QStringLiteral("nothing came"));
}

void Script::check(const Player &who, const QString &what, bool isTrue, const QString &otherwise) {
    if (!m_isGoing)
        return;
    if (isTrue)
        m_narrator.tell(who, what, {});
    else
        fail(who, what, otherwise);
}

void Script::fail(const Player &who, const QString &what, const QString &why) {
    m_narrator.tellFailure(who, what, why);
    m_isGoing = false;
}

} // namespace soban::demo
