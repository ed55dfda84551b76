// SPDX-License-Identifier: GPL-3.0-or-later
#include "SourceTree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

namespace soban::testing {

namespace {

/// shared, server and tests have rooms of their own below them.
QString roomOf(const QString &path) {
    const QStringList parts = path.split(u'/');
    static const QStringList kHouses{QStringLiteral("shared"), QStringLiteral("server"),
                                     QStringLiteral("tests")};
    return kHouses.contains(parts.first()) && parts.size() > 2 ? QString(parts[0] + u'/' + parts[1])
                                                               : parts.first();
}

} // namespace

QStringList SourceFile::quotedIncludes() const {
    static const QRegularExpression kInclude(QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""));
    QStringList includes;
    for (const QString &line : lines) {
        const auto match = kInclude.match(line);
        if (match.hasMatch())
            includes.append(match.captured(1));
    }
    return includes;
}

QStringList SourceFile::code() const {
    static const QRegularExpression kText(QStringLiteral("\"([^\"\\\\]|\\\\.)*\""));
    static const QRegularExpression kComment(QStringLiteral("//.*$"));
    QStringList code;
    for (QString line : lines) {
        if (!line.contains(QStringLiteral("#include")))
            line.replace(kText, QStringLiteral("\"\""));
        code.append(line.replace(kComment, QString()));
    }
    return code;
}

QList<SourceFile> sourcesBelow(const QStringList &folders) {
    const QDir root(QStringLiteral(SOBAN_SOURCE_DIR));
    QList<SourceFile> files;
    for (const QString &folder : folders) {
        QDirIterator found(root.filePath(folder), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext()) {
            const QString path = root.relativeFilePath(found.next());
            QFile file(root.filePath(path));
            if (!file.open(QIODevice::ReadOnly))
                qFatal("cannot read %s", qPrintable(path));
            files.append({path, roomOf(path), QString::fromUtf8(file.readAll()).split(u'\n')});
        }
    }
    return files;
}

QList<FunctionSpan> functionsOf(const SourceFile &file) {
    QList<FunctionSpan> functions;
    int start = -1;
    for (int i = 0; i < file.lines.size(); ++i) {
        const QString &line = file.lines[i];
        const bool opens = !line.isEmpty() && !line[0].isSpace() && line.endsWith(u'{') &&
                           !line.startsWith(QStringLiteral("namespace")) &&
                           !line.startsWith(QStringLiteral("extern"));
        if (opens && line.contains(u'('))
            start = i;
        if (line == u"}" && start >= 0) {
            functions.append({start + 1, i - start + 1});
            start = -1;
        }
    }
    return functions;
}

} // namespace soban::testing
