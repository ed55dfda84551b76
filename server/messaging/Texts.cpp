// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/Texts.h"

#include "contract/Json.h"
#include "domain/Instant.h"

#include <QFile>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace soban::messaging {

namespace {

const QRegularExpression &slot() {
    static const QRegularExpression kSlot(QStringLiteral("\\{(\\w+)\\}"));
    return kSlot;
}

} // namespace

QStringList variablesOf(Topic topic) {
    const QStringList order{QStringLiteral("shop"), QStringLiteral("number")};
    switch (topic) {
    case Topic::Accepted:
    case Topic::Extended:
        return order + QStringList{QStringLiteral("time")};
    case Topic::Refused:
    case Topic::Cancelled:
    case Topic::Returned:
        return order + QStringList{QStringLiteral("reason")};
    case Topic::Refunded:
        return order + QStringList{QStringLiteral("amount")};
    case Topic::Thanks:
        return {QStringLiteral("shop"), QStringLiteral("words")};
    default:
        return order;
    }
}

QString fill(const QString &text, const Variables &variables) {
    QString filled;
    qsizetype done = 0;
    // In one go: what people wrote may have braces in it, too.
    for (auto match = slot().globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        filled += QStringView(text).sliced(done, found.capturedStart() - done);
        filled += variables.value(found.captured(1));
        done = found.capturedEnd();
    }
    return filled + QStringView(text).sliced(done);
}

QStringList namesIn(const QString &text) {
    QStringList names;
    for (auto match = slot().globalMatch(text); match.hasNext();)
        names.append(match.next().captured(1));
    return names;
}

Texts::Texts() : m_korean(read(Language::Korean)), m_english(read(Language::English)) {}

Texts::File Texts::read(Language language) {
    const QString name = QStringLiteral(":/soban/messages/%1.json").arg(QString(toText(language)));
    QFile file(name);
    const auto document = file.open(QIODevice::ReadOnly)
                              ? contract::parseJson(file.readAll())
                              : contract::JsonError{contract::JsonFault::Syntax, {}};
    // They are part of the program: whoever broke one sees it at the first start.
    if (!document || !document->object())
        qFatal("the messages in %s cannot be read", qPrintable(name));
    File texts;
    for (const auto &[key, value] : *document->object()) {
        if (const QString *text = value.string())
            texts.insert(key, *text);
    }
    return texts;
}

QString Texts::raw(const QString &name, Language language) const {
    return (language == Language::Korean ? m_korean : m_english).value(name);
}

QStringList Texts::names(Language language) const {
    return (language == Language::Korean ? m_korean : m_english).keys();
}

QString Texts::message(Topic topic, Language language, const Variables &variables) const {
    return fill(raw(toText(topic), language), variables);
}

QString Texts::reason(EndReason reason, Language language) const {
    return raw(QStringLiteral("reason.") + toText(reason), language);
}

QString Texts::amount(const Money &money, Language language) const {
    const int digits = money.currency().minorDigits();
    const double whole = double(money.minor()) / std::pow(10, digits);
    const QString number = QLocale(QLocale::English).toString(whole, 'f', digits);
    const QString text = raw(QStringLiteral("amount.") + money.currency().code(), language);
    if (text.isEmpty())
        return number + u' ' + money.currency().code();
    return fill(text, {{QStringLiteral("amount"), number}});
}

QString Texts::time(std::optional<Instant> moment, Instant now, const QTimeZone &zone,
                    Language language) const {
    if (!moment)
        return raw(QStringLiteral("time.unknown"), language);
    const QDateTime local = moment->toUtc().toTimeZone(zone);
    const bool isToday = local.date() == now.toUtc().toTimeZone(zone).date();
    return local.toString(isToday ? QStringLiteral("HH:mm") : QStringLiteral("M/d HH:mm"));
}

} // namespace soban::messaging
