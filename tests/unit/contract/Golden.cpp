// SPDX-License-Identifier: GPL-3.0-or-later
#include "Golden.h"

#include <QDir>
#include <QFile>

namespace soban::contract {

QByteArray laidOut(const QByteArray &json) {
    QByteArray out;
    int depth = 0;
    bool inText = false;
    const auto newLine = [&] { out.append('\n').append(QByteArray(2 * depth, ' ')); };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inText) {
            out.append(c);
            if (c == '\\')
                out.append(json[++i]);
            inText = c != '"';
            continue;
        }
        inText = c == '"';
        const auto opens = [&](qsizetype at) { return json[at] == '{' || json[at] == '['; };
        const auto closes = [&](qsizetype at) { return json[at] == '}' || json[at] == ']'; };
        if (closes(i)) {
            --depth;
            if (i > 0 && !opens(i - 1))
                newLine();
        }
        out.append(c);
        if (opens(i))
            ++depth;
        if (c == ',' || (opens(i) && i + 1 < json.size() && !closes(i + 1)))
            newLine();
        else if (c == ':')
            out.append(' ');
    }
    return out.append('\n');
}

namespace {

QString goldenFolder() {
    return QStringLiteral(SOBAN_SOURCE_DIR "/tests/unit/contract/golden/");
}

} // namespace

QString goldenPath(const QString &name) {
    return goldenFolder() + name + QStringLiteral(".json");
}

QStringList goldenNames() {
    QStringList names = QDir(goldenFolder()).entryList({QStringLiteral("*.json")}, QDir::Files);
    for (QString &name : names)
        name.chop(5);
    return names;
}

QByteArray readGolden(const QString &name) {
    QFile file(goldenPath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString compareWithGolden(const QString &name, const QByteArray &written) {
    const QByteArray actual = laidOut(written);
    if (qEnvironmentVariableIsSet("SOBAN_UPDATE_GOLDEN")) {
        QFile file(goldenPath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(actual) != actual.size())
            return QStringLiteral("cannot write ") + file.fileName();
    }
    const QByteArray golden = readGolden(name);
    if (golden == actual)
        return {};
    return goldenPath(name) + QStringLiteral(" is not what the code writes:\n") +
           QString::fromUtf8(actual);
}

} // namespace soban::contract
