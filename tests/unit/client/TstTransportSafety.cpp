// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/HttpTransport.h"

#include <QProcess>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace soban::client;

class TstTransportSafety : public QObject {
    Q_OBJECT

private slots:
    void refusesACertificateThatNobodyVouchesFor() {
        const QString openssl = QStandardPaths::findExecutable(QStringLiteral("openssl"));
        if (openssl.isEmpty() || !QSslSocket::supportsSsl())
            QSKIP("needs the openssl program to make a certificate");
        QTemporaryDir directory;
        const QString key = directory.filePath(QStringLiteral("key.pem"));
        const QString certificate = directory.filePath(QStringLiteral("certificate.pem"));
        QProcess process;
        process.start(openssl, {"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2",
                                "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost",
                                "-keyout", key, "-out", certificate});
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
        QFile keyFile(key);
        QVERIFY(keyFile.open(QIODevice::ReadOnly));
        QSslConfiguration configuration;
        configuration.setLocalCertificate(QSslCertificate::fromPath(certificate).value(0));
        configuration.setPrivateKey(QSslKey(&keyFile, QSsl::Rsa));
        QSslServer server;
        server.setSslConfiguration(configuration);
        QVERIFY(server.listen(QHostAddress::LocalHost));

        HttpTransport transport;
        std::optional<Outcome> outcome;
        const QUrl url(QStringLiteral("https://localhost:%1").arg(server.serverPort()));
        transport.send({ServerAddress::of(url).value(), soban::contract::HttpMethod::Get,
                        QStringLiteral("/livez")},
                       this, [&outcome](const Outcome &o) { outcome = o; });
        QTRY_VERIFY(outcome);
        const auto *notSent = std::get_if<NotSent>(&*outcome);
        QVERIFY(notSent);
        QCOMPARE(notSent->why, NotSent::Why::TlsRefused);
    }
};

QTEST_GUILESS_MAIN(TstTransportSafety)
#include "TstTransportSafety.moc"
