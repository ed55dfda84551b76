// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QString>

#include <optional>

namespace soban::http {

/// What a Listener needs for TLS, or why there is none (English, for the log).
struct TlsOutcome {
    std::optional<QSslConfiguration> configuration;
    QString error;
};

/// Reads a certificate with what leads up to its root (PEM, its own first) and its private key
/// (PEM, RSA or elliptic curve, without a password). TLS 1.2 is the least that is spoken; clients
/// are asked for no certificate.
TlsOutcome loadTls(const QString &certificateFile, const QString &keyFile);

} // namespace soban::http
