// SPDX-License-Identifier: GPL-3.0-or-later
// Every word that the apps say is said in every language.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class TstTranslations : public QObject {
    Q_OBJECT

private slots:
    void everyWordIsTranslated_data() {
        QTest::addColumn<QString>("file");
        const QDir root(QStringLiteral(SOBAN_SOURCE_DIR));
        const QStringList parents{QStringLiteral("shared/*"), QStringLiteral("client-*")};
        for (const QString &pattern : parents) {
            const QDir parent(root.filePath(pattern.section(u'/', 0, -2)));
            const QString name = pattern.section(u'/', -1);
            for (const QString &room : parent.entryList({name}, QDir::Dirs | QDir::NoDotAndDotDot)) {
                const QDir words(parent.filePath(room + QStringLiteral("/translations")));
                for (const QString &file : words.entryList({QStringLiteral("*.ts")}))
                    QTest::newRow(qPrintable(file)) << words.filePath(file);
            }
        }
    }
    /// As `./run words` would leave the file.
    void everyWordIsTranslated() {
        QFETCH(QString, file);
        QTemporaryDir place;
        const QString copy = place.filePath(QFileInfo(file).fileName());
        QVERIFY(QFile::copy(file, copy));
        const QString root = QStringLiteral(SOBAN_SOURCE_DIR);
        const QString room = QFileInfo(file).absoluteDir().filePath(QStringLiteral(".."));
        QProcess lupdate;
        lupdate.start(QStringLiteral(SOBAN_LUPDATE),
                      {QStringLiteral("-locations"), QStringLiteral("none"),
                       QStringLiteral("-no-obsolete"), QStringLiteral("-I"),
                       root + QStringLiteral("/shared"), QStringLiteral("-I"), root, room,
                       QStringLiteral("-ts"), copy});
        QVERIFY(lupdate.waitForFinished(60'000));
        QCOMPARE(lupdate.exitCode(), 0);
        QFile words(copy);
        QVERIFY(words.open(QIODevice::ReadOnly));
        const QByteArrayList messages = words.readAll().split('\n');
        QByteArray source;
        QByteArrayList missing;
        for (const QByteArray &line : messages) {
            if (line.contains("<source>"))
                source = line.trimmed();
            if (line.contains("type=\"unfinished\""))
                missing.append(source);
        }
        QVERIFY2(missing.isEmpty(), missing.join('\n').constData());
        QVERIFY(!source.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstTranslations)
#include "TstTranslations.moc"
