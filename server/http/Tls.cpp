// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Tls.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

namespace soban::http {

namespace {

TlsOutcome failed(const QString &file, const char *reason) {
    return {std::nullopt, file + QStringLiteral(": ") + QString::fromLatin1(reason)};
}

std::optional<QByteArray> contentOf(const QString &name) {
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return file.readAll();
}

QSslKey keyOf(const QByteArray &pem) {
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

} // namespace

TlsOutcome loadTls(const QString &certificateFile, const QString &keyFile) {
    if (!QSslSocket::supportsSsl())
        return {std::nullopt, QStringLiteral("Qt finds no TLS library")};
    const auto certificatePem = contentOf(certificateFile);
    if (!certificatePem)
        return failed(certificateFile, "cannot be read");
    const auto keyPem = contentOf(keyFile);
    if (!keyPem)
        return failed(keyFile, "cannot be read");
    const QList<QSslCertificate> chain = QSslCertificate::fromData(*certificatePem, QSsl::Pem);
    if (chain.isEmpty())
        return failed(certificateFile, "holds no certificate");
    const QSslKey key = keyOf(*keyPem);
    if (key.isNull())
        return failed(keyFile, "holds no private key without a password");
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    configuration.setCaCertificates({}); // or each connection would load all of the system's
    return {configuration, {}};
}

} // namespace soban::http
