// SPDX-License-Identifier: GPL-3.0-or-later
#include "Golden.h"

#include "contract/Events.h"
#include "contract/Routes.h"
#include "contract/Town.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace soban;
using namespace soban::contract;

namespace {

QJsonObject document() {
    return QJsonDocument::fromJson(openApiDocument()).object();
}

/// The schemas of every message, also of those that no route carries.
QJsonObject allSchemas() {
    SchemaBook book;
    for (const Route &route : routes()) {
        for (const auto maker : {route.request, route.response}) {
            if (maker)
                maker(book);
        }
    }
    schemaOf<Town>(book);
    schemaOf<StreamNote>(book);
    return QJsonDocument::fromJson(book.schemas().toJson()).object();
}

QStringList referencesIn(const QJsonValue &value) {
    QStringList found;
    if (value.isArray()) {
        for (const auto &element : value.toArray())
            found += referencesIn(element);
    }
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == u"$ref")
            found.append(it.value().toString());
        found += referencesIn(it.value());
    }
    return found;
}

/// Holds documents against JSON Schemas, as far as Soban uses them, and remembers which properties
/// it has met.
class SchemaWalk {
public:
    explicit SchemaWalk(QJsonObject schemas) : m_schemas(std::move(schemas)) {}

    /// What does not fit, or nothing.
    QString check(const QString &name, const QJsonValue &value) {
        const QJsonObject schema = m_schemas[name].toObject();
        const QJsonObject properties = schema[u"properties"].toObject();
        const QJsonObject object = value.toObject();
        for (const auto &required : schema[u"required"].toArray()) {
            if (!object.contains(required.toString()))
                return name + u'.' + required.toString() + QStringLiteral(" is missing");
        }
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString path = name + u'.' + it.key();
            if (!properties.contains(it.key()))
                return path + QStringLiteral(" is unknown");
            m_seen.insert(path);
            const QString fault = checkValue(properties[it.key()].toObject(), it.value());
            if (!fault.isEmpty())
                return path + QStringLiteral(": ") + fault;
        }
        return {};
    }

    QStringList unseen() const {
        QStringList paths;
        for (auto it = m_schemas.begin(); it != m_schemas.end(); ++it) {
            for (const QString &property : it.value()[u"properties"].toObject().keys()) {
                const QString path = it.key() + u'.' + property;
                if (!m_seen.contains(path))
                    paths.append(path);
            }
        }
        return paths;
    }

private:
    QString checkValue(const QJsonObject &schema, const QJsonValue &value) {
        if (schema.contains(u"$ref"))
            return check(schema[u"$ref"].toString().section(u'/', -1), value);
        const QString type = schema[u"type"].toString();
        if (type == u"array")
            return checkArray(schema, value);
        if (type == u"string")
            return checkText(schema, value);
        if (type == u"integer" || type == u"number") {
            const double number = value.toDouble();
            const bool fits = value.isDouble() && number >= schema[u"minimum"].toDouble(-1e18) &&
                              number <= schema[u"maximum"].toDouble(1e18);
            return fits ? QString() : QStringLiteral("is no such number");
        }
        if (type == u"boolean")
            return value.isBool() ? QString() : QStringLiteral("is not true or false");
        return type.isEmpty() ? QString() : QString(QStringLiteral("unknown type ") + type);
    }
    QString checkArray(const QJsonObject &schema, const QJsonValue &value) {
        const QJsonArray array = value.toArray();
        if (!value.isArray() || array.size() < schema[u"minItems"].toInt() ||
            array.size() > schema[u"maxItems"].toInt()) {
            return QStringLiteral("is no such list");
        }
        for (const auto &element : array) {
            const QString fault = checkValue(schema[u"items"].toObject(), element);
            if (!fault.isEmpty())
                return fault;
        }
        return {};
    }
    static QString checkText(const QJsonObject &schema, const QJsonValue &value) {
        const QString text = value.toString();
        const QRegularExpression pattern(schema[u"pattern"].toString());
        const bool fits = value.isString() && text.size() >= schema[u"minLength"].toInt() &&
                          text.size() <= schema[u"maxLength"].toInt(10'000) &&
                          pattern.match(text).hasMatch() &&
                          (!schema.contains(u"enum") || schema[u"enum"].toArray().contains(value));
        return fits ? QString() : QString(text + QStringLiteral(" is no such text"));
    }

    QJsonObject m_schemas;
    QSet<QString> m_seen;
};

} // namespace

class TstOpenApi : public QObject {
    Q_OBJECT

private slots:
    void fileMatchesTheCode();
    void isOpenApi31();
    void describesEveryRoute_data();
    void describesEveryRoute();
    void describesNothingElse();
    void everyReferenceResolves();
    void goldenFilesFollowTheSchemas();
};

void TstOpenApi::fileMatchesTheCode() {
    QFile file(QStringLiteral(SOBAN_SOURCE_DIR "/docs/openapi.json"));
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
    QVERIFY2(file.readAll().trimmed() == openApiDocument(),
             "docs/openapi.json is out of date; write it anew with: "
             "soban-server openapi > docs/openapi.json");
}

void TstOpenApi::isOpenApi31() {
    QJsonParseError error;
    const auto parsed = QJsonDocument::fromJson(openApiDocument(), &error);
    QCOMPARE(error.error, QJsonParseError::NoError);
    QVERIFY(parsed[u"openapi"].toString().startsWith(u"3.1."));
    QVERIFY(!parsed[u"info"][u"title"].toString().isEmpty());
    QVERIFY(!parsed[u"info"][u"version"].toString().isEmpty());
    QCOMPARE(parsed[u"components"][u"securitySchemes"][u"bearer"][u"scheme"].toString(),
             QStringLiteral("bearer"));
}

void TstOpenApi::describesEveryRoute_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(routes().size()); ++i) {
        const Route &route = routes()[std::size_t(i)];
        QTest::addRow("%s %s", toText(route.method).data(), route.path) << i;
    }
}

void TstOpenApi::describesEveryRoute() {
    QFETCH(int, index);
    const Route &route = routes()[std::size_t(index)];
    const QString path = QString::fromLatin1(route.path);
    const QJsonObject operation =
        document()[u"paths"][path][QString(toText(route.method)).toLower()].toObject();
    QVERIFY(!operation.isEmpty());
    QCOMPARE(operation[u"summary"].toString(), QString::fromLatin1(route.summary));
    QCOMPARE(operation.contains(u"security"), route.access == Access::SignedIn);
    QCOMPARE(operation.contains(u"requestBody"),
             route.request != nullptr || route.raw != RawBody::None);

    QStringList parameters;
    for (const auto &parameter : operation[u"parameters"].toArray()) {
        parameters.append(parameter[u"in"].toString() + u' ' + parameter[u"name"].toString());
        const bool isOptional = parameter[u"in"].toString() == u"query" ||
                                parameter[u"name"].toString() == u"If-None-Match";
        QCOMPARE(parameter[u"required"].toBool(), !isOptional);
    }
    QStringList expected;
    for (const QString &segment : path.split(u'/')) {
        if (segment.startsWith(u'{'))
            expected.append(QStringLiteral("path ") + segment.mid(1).chopped(1));
    }
    for (const QString &name :
         QString::fromLatin1(route.queryNames).split(u',', Qt::SkipEmptyParts))
        expected.append(QStringLiteral("query ") + name);
    if (route.takesKey)
        expected.append(QStringLiteral("header Idempotency-Key"));
    if (route.takesVersion)
        expected.append(QStringLiteral("header If-Match"));
    if (route.isTagged)
        expected.append(QStringLiteral("header If-None-Match"));
    QCOMPARE(parameters, expected);

    const QJsonObject responses = operation[u"responses"].toObject();
    QCOMPARE(responses.contains(u"304"), route.isTagged);
    QCOMPARE(responses.size(), qsizetype(route.isTagged ? 3 : 2));
    const QJsonObject good = responses[QString::number(route.success)].toObject();
    QVERIFY(!good.isEmpty());
    QCOMPARE(good.contains(u"content"), route.response != nullptr);
    QCOMPARE(referencesIn(responses[u"default"]),
             QStringList(QStringLiteral("#/components/schemas/Problem")));
}

void TstOpenApi::describesNothingElse() {
    std::size_t operations = 0;
    const QJsonObject paths = document()[u"paths"].toObject();
    for (const auto &path : paths)
        operations += std::size_t(path.toObject().size());
    QCOMPARE(operations, routes().size());
}

void TstOpenApi::everyReferenceResolves() {
    const QJsonObject whole = document();
    const QJsonObject schemas = whole[u"components"][u"schemas"].toObject();
    const QStringList references = referencesIn(whole);
    QVERIFY(references.size() > qsizetype(routes().size()));
    for (const QString &reference : references) {
        const QString head = QStringLiteral("#/components/schemas/");
        QVERIFY2(reference.startsWith(head), qPrintable(reference));
        QVERIFY2(!schemas[reference.mid(head.size())].toObject().isEmpty(), qPrintable(reference));
    }
}

/// Outsiders write clients from the schemas: what the server sends must be what they say. It also
/// shows that every field of every message, however deep, stands in a golden file.
void TstOpenApi::goldenFilesFollowTheSchemas() {
    const QJsonObject schemas = allSchemas();
    SchemaWalk walk(schemas);
    for (const QString &name : goldenNames()) {
        if (!schemas.contains(name))
            continue;
        const auto golden = QJsonDocument::fromJson(readGolden(name));
        QVERIFY2(golden.isObject(), qPrintable(name));
        const QString fault = walk.check(name, golden.object());
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
    QCOMPARE(walk.unseen(), QStringList());
}

QTEST_GUILESS_MAIN(TstOpenApi)
#include "TstOpenApi.moc"
