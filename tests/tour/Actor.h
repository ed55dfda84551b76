// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/Script.h"

namespace soban::tour {

/// Words of the source, by the class that says them: `say("customer::CartPanel", "Continue · %1")`.
hand::Words say(const char *context, const char *words, const QStringList &arguments = {});
/// Just these, whatever the language.
hand::Words just(const QString &words);

hand::Target button(const hand::Words &words);
hand::Target field(const hand::Words &words);
hand::Target text(const hand::Words &words);
hand::Target thing(const char *kind, const hand::Words &words, const hand::Words &part = {});
/// The row of a list that holds all of these words; a part of it.
hand::Target row(const hand::Words &list, const QList<hand::Words> &pieces,
                 const hand::Words &part = {});

/// The first number in a text, such as the amount in "Order for ₩12,000".
std::optional<qint64> numberIn(const QString &text);
/// The first four digits in a text, whatever stands between them.
QString codeIn(const QString &text);

/// Somebody in front of a program: looks, presses and types until something does not work.
class Actor {
public:
    Actor(Program &program, Script &script) : m_program(program), m_script(script) {}

    Program &program() const { return m_program; }
    const QString &name() const { return m_program.name(); }
    void step(const QString &what, const QString &slug, const std::function<void()> &deeds) const {
        m_script.step(name(), what, slug, deeds);
    }

    /// What is to be read there, once it is there; empty texts when the script is at its end.
    QString see(const hand::Target &target, std::chrono::milliseconds limit = kPatience) const;
    /// Whether it is there just now.
    bool has(const hand::Target &target) const;
    /// The first of them that is to be seen; empty when the script is at its end.
    hand::Target whichOf(const QList<hand::Target> &targets) const;
    void miss(const hand::Target &target, std::chrono::milliseconds limit = kPatience) const;
    void press(const hand::Target &target) const;
    /// Keys of a pad on the screen, which need not be walked to when there is a keyboard.
    void pressDigits(const QString &digits) const;
    void type(const hand::Target &target, const QString &text) const;
    void keys(const QString &keys) const;
    /// The page that the app asks the desktop to open.
    QUrl browse() const;
    /// "rings new_order": over and over; "plays offer": once; nothing: no sound rings.
    void hear(const QString &sound) const;
    /// Sounds that were heard since the program was started.
    QStringList sounds() const;

    /// Looks out for something while others act; `saw` waits for it. When it was there, in ms since
    /// 1970.
    qint64 watch(const hand::Target &target, std::chrono::milliseconds limit = kPatience) const;
    std::optional<qint64> saw(qint64 watch, const hand::Target &target) const;

    static constexpr std::chrono::milliseconds kPatience{15'000};

private:
    /// With Tab and the arrows to where it is; the parts of a thing have keys of their own.
    void walkTo(hand::Target target) const;
    std::optional<hand::Reply> ask(const hand::Request &request) const;
    std::optional<hand::Reply> take(const hand::Reply &reply, const QString &expected) const;

    Program &m_program;
    Script &m_script;
};

} // namespace soban::tour
