// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Problem.h"
#include "contract/Routes.h"

#include <QStringList>

namespace soban::contract {

namespace {

JsonValue object(std::initializer_list<JsonValue::Member> members) {
    return JsonValue(JsonValue::Object(members));
}

JsonValue jsonContent(const char *mediaType, JsonValue schema) {
    return object({{QString::fromLatin1(mediaType),
                    object({{QStringLiteral("schema"), std::move(schema)}})}});
}

JsonValue parameter(const char *place, const QString &name, bool required) {
    return object({{QStringLiteral("name"), name},
                   {QStringLiteral("in"), place},
                   {QStringLiteral("required"), required},
                   {QStringLiteral("schema"), object({{QStringLiteral("type"), "string"}})}});
}

JsonValue parametersOf(const Route &route) {
    JsonValue::Array parameters;
    for (const QString &segment : QString::fromLatin1(route.path).split(u'/')) {
        if (segment.startsWith(u'{'))
            parameters.push_back(parameter("path", segment.mid(1, segment.size() - 2), true));
    }
    for (const QString &name :
         QString::fromLatin1(route.queryNames).split(u',', Qt::SkipEmptyParts))
        parameters.push_back(parameter("query", name, false));
    if (route.takesKey)
        parameters.push_back(parameter("header", QStringLiteral("Idempotency-Key"), true));
    if (route.takesVersion)
        parameters.push_back(parameter("header", QStringLiteral("If-Match"), true));
    if (route.isTagged)
        parameters.push_back(parameter("header", QStringLiteral("If-None-Match"), false));
    return parameters;
}

QString rolesText(Roles roles) {
    QStringList names;
    for (Role role : allOf<Role>()) {
        if (roles.contains(role))
            names.append(QString(toText(role)));
    }
    return names.join(QStringLiteral(", "));
}

JsonValue responsesOf(const Route &route, SchemaBook &components) {
    JsonValue good = object({{QStringLiteral("description"), "As asked"}});
    if (route.response)
        good.set(QStringLiteral("content"),
                 jsonContent("application/json", route.response(components)));
    JsonValue problem = object({{QStringLiteral("description"), "Refused; `code` says why"}});
    problem.set(QStringLiteral("content"),
                jsonContent("application/problem+json", schemaOf<Problem>(components)));
    JsonValue responses = object({{QString::number(route.success), std::move(good)}});
    if (route.isTagged)
        responses.set(QStringLiteral("304"),
                      object({{QStringLiteral("description"), "As the caller has it already"}}));
    responses.set(QStringLiteral("default"), std::move(problem));
    return responses;
}

JsonValue operationOf(const Route &route, SchemaBook &components) {
    JsonValue operation = object({{QStringLiteral("summary"), route.summary}});
    if (route.access == Access::SignedIn) {
        operation.set(QStringLiteral("description"),
                      QString(QStringLiteral("For: ") + rolesText(route.roles)));
        operation.set(QStringLiteral("security"),
                      JsonValue::Array{object({{QStringLiteral("bearer"), JsonValue::Array{}}})});
    } else if (route.access == Access::LocalOnly) {
        operation.set(QStringLiteral("description"), "From the machine itself only");
    }
    operation.set(QStringLiteral("parameters"), parametersOf(route));
    if (route.request) {
        operation.set(QStringLiteral("requestBody"),
                      object({{QStringLiteral("required"), true},
                              {QStringLiteral("content"),
                               jsonContent("application/json", route.request(components))}}));
    }
    if (route.raw == RawBody::Foreign) {
        operation.set(QStringLiteral("requestBody"),
                      object({{QStringLiteral("content"), jsonContent("*/*", object({}))}}));
    }
    if (route.raw == RawBody::Picture) {
        const JsonValue file = object(
            {{QStringLiteral("type"), "string"}, {QStringLiteral("contentEncoding"), "binary"}});
        JsonValue content = jsonContent("image/png", file);
        content.set(QStringLiteral("image/jpeg"), object({{QStringLiteral("schema"), file}}));
        operation.set(QStringLiteral("requestBody"),
                      object({{QStringLiteral("required"), true},
                              {QStringLiteral("content"), std::move(content)}}));
    }
    operation.set(QStringLiteral("responses"), responsesOf(route, components));
    return operation;
}

} // namespace

QByteArray openApiDocument() {
    SchemaBook components;
    JsonValue paths = object({});
    for (const Route &route : routes()) {
        const QString path = QString::fromLatin1(route.path);
        if (!paths.find(path))
            paths.set(path, object({}));
        for (auto &member : *paths.object()) {
            if (member.name == path) {
                member.value.set(QString(toText(route.method)).toLower(),
                                 operationOf(route, components));
            }
        }
    }
    const JsonValue bearer =
        object({{QStringLiteral("type"), "http"}, {QStringLiteral("scheme"), "bearer"}});
    return object({{QStringLiteral("openapi"), "3.1.0"},
                   {QStringLiteral("info"),
                    object({{QStringLiteral("title"), "Soban"}, {QStringLiteral("version"), "1"}})},
                   {QStringLiteral("paths"), std::move(paths)},
                   {QStringLiteral("components"),
                    object({{QStringLiteral("schemas"), components.schemas()},
                            {QStringLiteral("securitySchemes"),
                             object({{QStringLiteral("bearer"), bearer}})}})}})
        .toJson();
}

} // namespace soban::contract
