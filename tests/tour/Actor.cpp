// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/Actor.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

namespace soban::tour {

using hand::Deed;
using hand::Reply;
using hand::Request;
using hand::Target;
using hand::Words;

Words say(const char *context, const char *words, const QStringList &arguments) {
    return {QStringLiteral("soban::") + QString::fromLatin1(context), QString::fromUtf8(words),
            arguments};
}

Words just(const QString &words) {
    return {{}, words, {}};
}

Target button(const Words &words) {
    return {QStringLiteral("button"), words};
}

Target field(const Words &words) {
    return {QStringLiteral("field"), words};
}

Target text(const Words &words) {
    return {QStringLiteral("text"), words};
}

Target thing(const char *kind, const Words &words, const Words &part) {
    return {QString::fromLatin1(kind), words, {}, part};
}

Target row(const Words &list, const QList<Words> &pieces, const Words &part) {
    return {QStringLiteral("list"), list, pieces, part};
}

std::optional<qint64> numberIn(const QString &text) {
    static const QRegularExpression kNumber(QStringLiteral("[0-9][0-9,]*"));
    const auto match = kNumber.match(text);
    return match.hasMatch() ? std::optional(match.captured().remove(u',').toLongLong())
                            : std::nullopt;
}

QString codeIn(const QString &text) {
    constexpr int kDigits = 4;
    QString code;
    for (const QChar letter : text) {
        if (letter.isDigit() && code.size() < kDigits)
            code += letter;
    }
    return code;
}

std::optional<Reply> Actor::ask(const Request &request) const {
    if (!m_script.isGoing())
        return std::nullopt;
    const QString expected = QStringLiteral("%1 %2%3").arg(
        QString(toText(request.deed)), request.target.toText(),
        request.text.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(request.text));
    return take(m_program.ask(request), expected);
}

std::optional<Reply> Actor::take(const Reply &reply, const QString &expected) const {
    if (reply.isDone)
        return reply;
    m_script.fail(&m_program, m_program.name() + QStringLiteral(": ") + expected, reply.why);
    return std::nullopt;
}

QString Actor::see(const Target &target, std::chrono::milliseconds limit) const {
    const auto reply = ask({0, Deed::See, target, {}, int(limit.count())});
    return reply ? reply->texts.join(u'\n') : QString();
}

bool Actor::has(const Target &target) const {
    constexpr int kAtOnceMs = 50;
    return m_script.isGoing() && m_program.ask({0, Deed::See, target, {}, kAtOnceMs}).isDone;
}

Target Actor::whichOf(const QList<Target> &targets) const {
    const QDeadlineTimer limit(kPatience);
    while (m_script.isGoing() && !limit.hasExpired()) {
        for (const Target &target : targets) {
            if (has(target))
                return target;
        }
    }
    see(targets.first(), std::chrono::milliseconds(1)); // tells what is there instead
    return {};
}

void Actor::miss(const Target &target, std::chrono::milliseconds limit) const {
    ask({0, Deed::Miss, target, {}, int(limit.count())});
}

void Actor::walkTo(Target target) const {
    target.part = {};
    ask({0, Deed::Reach, target, {}, int(kPatience.count())});
}

void Actor::press(const Target &target) const {
    if (m_script.isByKeyboard()) {
        walkTo(target);
        const QString part = target.part.text;
        const QString key = part.startsWith(u'+')                  ? QStringLiteral("+")
                            : part.startsWith(u'−')                ? QStringLiteral("-")
                            : part.size() == 1                     ? part
                            : part == QLatin1StringView("Decline") ? QStringLiteral("Delete")
                            : target.row.isEmpty()                 ? QStringLiteral("Space")
                                                                   : QStringLiteral("Return");
        keys(key);
        return;
    }
    ask({0, Deed::Press, target, {}, int(kPatience.count())});
}

void Actor::pressDigits(const QString &digits) const {
    for (const QChar digit : digits) {
        if (m_script.isByKeyboard())
            keys(QString(digit));
        else
            press(button(just(QString(digit))));
    }
}

void Actor::type(const Target &target, const QString &text) const {
    if (m_script.isByKeyboard())
        walkTo(target);
    ask({0, Deed::Type, target, text, int(kPatience.count())});
}

void Actor::keys(const QString &keys) const {
    ask({0, Deed::Keys, {}, keys, int(kPatience.count())});
}

QUrl Actor::browse() const {
    const auto reply = ask({0, Deed::Browse});
    return reply ? QUrl(reply->texts.value(0)) : QUrl();
}

void Actor::hear(const QString &sound) const {
    ask({0, Deed::Listen, {}, sound, int(kPatience.count())});
}

QStringList Actor::sounds() const {
    const auto reply = ask({0, Deed::Measure});
    return reply ? reply->measures.sounds : QStringList();
}

qint64 Actor::watch(const Target &target, std::chrono::milliseconds limit) const {
    return m_script.isGoing() ? m_program.begin({0, Deed::See, target, {}, int(limit.count())}) : 0;
}

std::optional<qint64> Actor::saw(qint64 watch, const Target &target) const {
    if (watch == 0)
        return std::nullopt;
    const auto reply = take(m_program.end(watch), QStringLiteral("see ") + target.toText());
    return reply ? std::optional(reply->atMs) : std::nullopt;
}

} // namespace soban::tour
