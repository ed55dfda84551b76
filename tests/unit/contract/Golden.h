// SPDX-License-Identifier: GPL-3.0-or-later
// Golden files: one document per message, laid out for people, checked byte for byte.
// SOBAN_UPDATE_GOLDEN=1 writes them anew; read the difference before keeping it.
#pragma once

#include "contract/Codec.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace soban::contract {

/// The same JSON with a line per member and element, members in their order.
QByteArray laidOut(const QByteArray &json);
QString goldenPath(const QString &name);
QStringList goldenNames();
/// The golden file of that name against what the code wrote; an explanation, or empty if alike.
QString compareWithGolden(const QString &name, const QByteArray &written);
QByteArray readGolden(const QString &name);

/// The name under which a message is described.
template <typename T>
QString messageName() {
    SchemaBook book;
    const JsonValue reference = schemaOf<T>(book);
    return reference.find(u"$ref")->string()->section(u'/', -1);
}

} // namespace soban::contract
