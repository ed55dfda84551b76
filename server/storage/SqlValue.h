// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"
#include "domain/Id.h"
#include "domain/Instant.h"
#include "domain/Money.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

#include <optional>
#include <span>

namespace soban::storage {

/// Values on their way into a statement, each made by `toSql`.
using SqlValues = std::span<const QVariant>;

/// One SQL value on its way into a statement.
inline QVariant toSql(qint64 value) {
    return QVariant(static_cast<qlonglong>(value));
}
inline QVariant toSql(int value) {
    return toSql(qint64(value));
}
inline QVariant toSql(bool value) {
    return toSql(qint64(value));
}
inline QVariant toSql(double value) {
    return QVariant(value);
}
inline QVariant toSql(const QString &value) {
    // A null QString would become NULL; an empty text is a text.
    return QVariant(value.isNull() ? QStringLiteral("") : value);
}
/// Bytes that are no text.
struct Blob {
    QByteArray bytes;
};
inline QVariant toSql(const Blob &blob) {
    return QVariant(blob.bytes);
}
/// A long text, as it goes out to people. An engine that can keeps its bytes as they are, because
/// UTF-16 on its way would cost more than writing it; so SQL does not look into it or compare it.
struct Document {
    QByteArray utf8;
};
inline QVariant toSql(const Document &document) {
    return QVariant::fromValue(document);
}
/// One of a few known words, which nobody changes or takes away.
struct Word {
    QLatin1StringView text;
};
inline QVariant toSql(const QByteArray &utf8) {
    return toSql(QString::fromUtf8(utf8));
}
inline QVariant toSql(Instant value) {
    return toSql(value.ms());
}
inline QVariant toSql(const Money &value) {
    return toSql(value.minor());
}
template <typename Kind>
QVariant toSql(Id<Kind> value) {
    return toSql(value.number());
}
template <TextualEnum E>
QVariant toSql(E value) {
    return QVariant::fromValue(Word{toText(value)});
}
template <typename V>
QVariant toSql(const std::optional<V> &value) {
    return value ? toSql(*value) : QVariant();
}

} // namespace soban::storage
