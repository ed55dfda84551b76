// SPDX-License-Identifier: GPL-3.0-or-later
#include "hand/Messages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace soban::hand {

namespace {

QByteArray line(const QJsonObject &object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<QJsonObject> objectIn(const QByteArray &line) {
    const QJsonDocument document = QJsonDocument::fromJson(line);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

QString textIn(const QJsonObject &object, const char *name) {
    return object.value(QLatin1StringView(name)).toString();
}

QStringList textsIn(const QJsonObject &object, const char *name) {
    QStringList texts;
    for (const auto text : object.value(QLatin1StringView(name)).toArray())
        texts.append(text.toString());
    return texts;
}

QJsonObject objectOf(const Words &words) {
    return {{QStringLiteral("context"), words.context},
            {QStringLiteral("text"), words.text},
            {QStringLiteral("arguments"), QJsonArray::fromStringList(words.arguments)}};
}

Words wordsOf(const QJsonValue &value) {
    const QJsonObject object = value.toObject();
    return {textIn(object, "context"), textIn(object, "text"), textsIn(object, "arguments")};
}

QJsonObject objectOf(const Target &target) {
    QJsonArray row;
    for (const Words &words : target.row)
        row.append(objectOf(words));
    return {{QStringLiteral("kind"), target.kind},
            {QStringLiteral("words"), objectOf(target.words)},
            {QStringLiteral("row"), row},
            {QStringLiteral("part"), objectOf(target.part)},
            {QStringLiteral("description"), objectOf(target.description)}};
}

Target targetOf(const QJsonObject &object) {
    Target target{textIn(object, "kind"),
                  wordsOf(object.value(QLatin1StringView("words"))),
                  {},
                  wordsOf(object.value(QLatin1StringView("part"))),
                  wordsOf(object.value(QLatin1StringView("description")))};
    for (const auto words : object.value(QLatin1StringView("row")).toArray())
        target.row.append(wordsOf(words));
    return target;
}

QJsonObject objectOf(const Measures &measures) {
    return {{QStringLiteral("firstPaintMs"), measures.firstPaintMs},
            {QStringLiteral("longestMs"), measures.longestMs},
            {QStringLiteral("longestWhat"), measures.longestWhat},
            {QStringLiteral("longOnes"), measures.longOnes},
            {QStringLiteral("sounds"), QJsonArray::fromStringList(measures.sounds)},
            {QStringLiteral("warnings"), QJsonArray::fromStringList(measures.warnings)},
            {QStringLiteral("shortened"), QJsonArray::fromStringList(measures.shortened)}};
}

Measures measuresOf(const QJsonObject &object) {
    return {object.value(QLatin1StringView("firstPaintMs")).toDouble(),
            object.value(QLatin1StringView("longestMs")).toDouble(),
            textIn(object, "longestWhat"),
            object.value(QLatin1StringView("longOnes")).toInt(),
            textsIn(object, "sounds"),
            textsIn(object, "warnings"),
            textsIn(object, "shortened")};
}

} // namespace

QString Words::toText() const {
    QString filled = text;
    for (const QString &argument : arguments)
        filled = filled.arg(argument);
    return u'“' + filled + u'”';
}

QString Target::toText() const {
    QString said = kind.isEmpty() ? QStringLiteral("thing") : kind;
    if (!words.isEmpty())
        said += u' ' + words.toText();
    for (const Words &piece : row)
        said += QStringLiteral(", row with ") + piece.toText();
    if (!part.isEmpty())
        said += QStringLiteral(", its ") + part.toText();
    if (!description.isEmpty())
        said += QStringLiteral(" that says ") + description.toText();
    return said;
}

QByteArray encode(const Request &request) {
    return line({{QStringLiteral("id"), request.id},
                 {QStringLiteral("deed"), soban::toText(request.deed)},
                 {QStringLiteral("target"), objectOf(request.target)},
                 {QStringLiteral("text"), request.text},
                 {QStringLiteral("limitMs"), request.limitMs}});
}

QByteArray encode(const Reply &reply) {
    return line({{QStringLiteral("id"), reply.id},
                 {QStringLiteral("isDone"), reply.isDone},
                 {QStringLiteral("why"), reply.why},
                 {QStringLiteral("texts"), QJsonArray::fromStringList(reply.texts)},
                 {QStringLiteral("atMs"), reply.atMs},
                 {QStringLiteral("measures"), objectOf(reply.measures)}});
}

std::optional<Request> readRequest(const QByteArray &line) {
    const auto object = objectIn(line);
    const auto deed = object ? enumFromText<Deed>(textIn(*object, "deed")) : std::nullopt;
    if (!deed)
        return std::nullopt;
    return Request{object->value(QLatin1StringView("id")).toInteger(), *deed,
                   targetOf(object->value(QLatin1StringView("target")).toObject()),
                   textIn(*object, "text"), object->value(QLatin1StringView("limitMs")).toInt()};
}

std::optional<Reply> readReply(const QByteArray &line) {
    const auto object = objectIn(line);
    if (!object || !object->contains(QLatin1StringView("isDone")))
        return std::nullopt;
    return Reply{object->value(QLatin1StringView("id")).toInteger(),
                 object->value(QLatin1StringView("isDone")).toBool(),
                 textIn(*object, "why"),
                 textsIn(*object, "texts"),
                 object->value(QLatin1StringView("atMs")).toInteger(),
                 measuresOf(object->value(QLatin1StringView("measures")).toObject())};
}

} // namespace soban::hand
