// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/Options.h"

#include <QTemporaryFile>
#include <QTest>

using namespace soban;
using namespace soban::sandbox;

class TstOptions : public QObject {
    Q_OBJECT

private slots:
    void readsAll();
    void prefersTheSecretOfTheFile();
    void refuses_data();
    void refuses();
    void helps();
};

void TstOptions::readsAll() {
    QString help;
    const auto options = Options::read({"soban-sandbox",
                                        "--port",
                                        "8123",
                                        "--ledger",
                                        "/tmp/l",
                                        "--clock-wall-anchor",
                                        "1000",
                                        "--clock-shown-anchor",
                                        "2000",
                                        "--clock-speed",
                                        "60.5",
                                        "--webhook-url",
                                        "http://127.0.0.1:8080/hooks/toss",
                                        "--webhook-pause",
                                        "250",
                                        "--return-host",
                                        "a.example",
                                        "--return-host",
                                        "b.example",
                                        "--fault-seed",
                                        "9"},
                                       "sk", help);
    QVERIFY(options.ok());
    QCOMPARE(options->port, quint16(8123));
    QCOMPARE(options->secretKey, QByteArray("sk"));
    QCOMPARE(options->ledgerPath, QStringLiteral("/tmp/l"));
    QCOMPARE(options->clock->wall.ms(), 1000);
    QCOMPARE(options->clock->shown.ms(), 2000);
    QCOMPARE(options->clock->speed, 60.5);
    QCOMPARE(options->webhookUrl.path(), QStringLiteral("/hooks/toss"));
    QCOMPARE(options->webhookPause, std::optional(std::chrono::milliseconds(250)));
    QCOMPARE(options->returnHosts, QStringList({"a.example", "b.example"}));
    QCOMPARE(options->faultSeed, quint64(9));
}

void TstOptions::prefersTheSecretOfTheFile() {
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("sk_file\n");
    file.flush();
    QString help;
    const auto options = Options::read({"soban-sandbox", "--secret-key-file", file.fileName()},
                                       "sk_environment", help);
    QVERIFY(options.ok());
    QCOMPARE(options->secretKey, QByteArray("sk_file"));
}

void TstOptions::refuses_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("no secret") << QStringList() << QByteArray();
    QTest::newRow("missing secret file")
        << QStringList{"--secret-key-file", "/nowhere"} << QByteArray("sk");
    QTest::newRow("unknown option") << QStringList{"--prot", "1"} << QByteArray("sk");
    QTest::newRow("port too large") << QStringList{"--port", "65536"} << QByteArray("sk");
    QTest::newRow("port no number") << QStringList{"--port", "http"} << QByteArray("sk");
    QTest::newRow("half a clock") << QStringList{"--clock-speed", "60"} << QByteArray("sk");
    QTest::newRow("standing clock")
        << QStringList{"--clock-speed",        "0", "--clock-wall-anchor", "1",
                       "--clock-shown-anchor", "1"}
        << QByteArray("sk");
    QTest::newRow("webhook to a file")
        << QStringList{"--webhook-url", "file:///etc"} << QByteArray("sk");
    QTest::newRow("stray word") << QStringList{"now"} << QByteArray("sk");
}

void TstOptions::refuses() {
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, secret);
    QString help;
    const auto options = Options::read(QStringList{"soban-sandbox"} + arguments, secret, help);
    QVERIFY(!options.ok());
    QVERIFY(!options.error().isEmpty());
    QVERIFY(help.isEmpty());
}

void TstOptions::helps() {
    QString help;
    QVERIFY(!Options::read({"soban-sandbox", "--help"}, {}, help).ok());
    QVERIFY(help.contains(QStringLiteral("--secret-key-file")));
}

QTEST_GUILESS_MAIN(TstOptions)
#include "TstOptions.moc"
