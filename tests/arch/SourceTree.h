// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace soban::testing {

struct SourceFile {
    QString path; ///< relative to the project's root
    QString room; ///< "server/http", "shared/domain", "client-shop", …
    QStringList lines;

    /// What is included in quotes, "room/Header.h", with the room's short name.
    QStringList quotedIncludes() const;
    /// Lines with comments and the contents of string literals blanked out.
    QStringList code() const;
};

/// All C++ sources below some folders of the project.
QList<SourceFile> sourcesBelow(const QStringList &folders);

/// A function's place and length.
struct FunctionSpan {
    int firstLine;
    int lines;
};

/// Functions that begin in the first column and end with a brace there, which is how this project's
/// style sets them.
QList<FunctionSpan> functionsOf(const SourceFile &file);

} // namespace soban::testing
