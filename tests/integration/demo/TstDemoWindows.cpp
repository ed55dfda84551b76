// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Windows.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class TstDemoWindows : public QObject {
    Q_OBJECT

private slots:
    void appsGoByTheTownsClocks();
};

void TstDemoWindows::appsGoByTheTownsClocks() {
    qputenv("TZ", "UTC");
    const QTemporaryDir programs, folder;
    const QStringList names{QStringLiteral("soban-customer"), QStringLiteral("soban-shop"),
                            QStringLiteral("soban-rider")};
    for (const QString &name : names) { // they write down by which clocks they go
        QFile program(programs.filePath(name));
        QVERIFY(program.open(QFile::WriteOnly));
        program.write("#!/bin/sh\nprintf %s \"$TZ\" > \"$XDG_DATA_HOME/$(basename \"$0\")\"\n");
        program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    soban::demo::Windows windows(programs.path(), folder.path(),
                                 QUrl(QStringLiteral("http://127.0.0.1:1")),
                                 QStringLiteral("Asia/Seoul"));
    QVERIFY(!windows.open(QRect(0, 0, 1200, 800)));
    for (const QString &name : names) {
        const auto written = [&] {
            QFile file(folder.filePath(name));
            return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
        };
        QTRY_COMPARE(written(), QByteArray("Asia/Seoul"));
    }
}

QTEST_GUILESS_MAIN(TstDemoWindows)
#include "TstDemoWindows.moc"
