// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/ErrorCode.h"
#include "contract/Json.h"
#include "domain/Result.h"

namespace soban::contract {

/// What was wrong with an incoming document, and where: `lines[0].quantity`.
struct DecodeError {
    ErrorCode code;
    QString field;
    QString detail;
};

/// What becomes of a field that the contract does not know. The server refuses it, so that no
/// caller believes to have said something that nobody read; a client overlooks it, because the
/// server may be newer than the client.
enum class Unknown { Refused, Overlooked };

/// Reads a document of type T, strictly: every field present once, of its type and within its
/// bounds. Instantiated in the contract's own sources for each described type.
template <typename T>
Result<T, DecodeError> decode(QByteArrayView json, Unknown unknown = Unknown::Refused);

template <typename T>
Result<T, DecodeError> decodeValue(const JsonValue &value, Unknown unknown = Unknown::Refused);

/// Writes a document; fields without a value are left out.
template <typename T>
QByteArray encode(const T &document);

/// The JSON Schema (2020-12) of a described type; schemas of the types within go to `components`.
class SchemaBook;
template <typename T>
JsonValue schemaOf(SchemaBook &components);

/// Named schemas, each once, in the order in which they were first needed.
class SchemaBook {
public:
    bool contains(const QString &name) const { return m_schemas.find(name) != nullptr; }
    void reserve(const QString &name) { m_schemas.set(name, JsonValue()); }
    void fill(const QString &name, JsonValue schema);
    const JsonValue &schemas() const { return m_schemas; }

private:
    JsonValue m_schemas = JsonValue(JsonValue::Object());
};

} // namespace soban::contract
