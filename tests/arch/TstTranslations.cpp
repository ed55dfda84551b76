// SPDX-License-Identifier: GPL-3.0-or-later
// Every word that the apps say is said in every language.
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

class TstTranslations : public QObject {
    Q_OBJECT

private slots:
    void everyWordIsTranslated_data() {
        QTest::addColumn<QString>("file");
        const QDir source(QStringLiteral(SOBAN_SOURCE_DIR));
        const QStringList folders{QStringLiteral("shared"), QStringLiteral("client-customer"),
                                  QStringLiteral("client-shop"), QStringLiteral("client-rider")};
        for (const QString &folder : folders) {
            QDirIterator files(source.filePath(folder), {QStringLiteral("*.ts")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                QTest::newRow(qUtf8Printable(source.relativeFilePath(path))) << path;
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
        const QString text = QString::fromUtf8(words.readAll());
        // What somebody remarked on the words stands between the two.
        static const QRegularExpression kLacking(
            QStringLiteral("<source>([^<]*)</source>\\s*(?:<(\\w*comment)>[^<]*</\\2>\\s*)*"
                           "(?:<translation type=|<translation ?/>|<translation></tr)"));
        QStringList lacking;
        auto found = kLacking.globalMatch(text);
        while (found.hasNext())
            lacking.append(found.next().captured(1));
        QVERIFY2(lacking.isEmpty(), qUtf8Printable(lacking.join(u'\n')));
        QVERIFY(text.contains(QStringLiteral("<message")));
        // Without their namespaces the words would never be found.
        static const QRegularExpression kBare(QStringLiteral("<name>(?!soban::)"));
        QVERIFY(!text.contains(kBare));
    }
};

QTEST_GUILESS_MAIN(TstTranslations)
#include "TstTranslations.moc"
