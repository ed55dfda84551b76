// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Instant.h"
#include "http/Answer.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace soban::sandbox {

/// An error as Toss Payments words it; the message is for people, in Korean.
struct ApiError {
    int status;
    QString code;
    QString message;
    bool operator==(const ApiError &) const = default;
};

/// The error of a code; 400 and the code itself for one that is not known here.
ApiError apiError(QStringView code);

/// A status and a JSON document, on their way out.
struct ApiAnswer {
    int status = 200;
    QByteArray body;
    bool operator==(const ApiAnswer &) const = default;

    static ApiAnswer of(const QJsonObject &document, int status = 200);
    static ApiAnswer of(const ApiError &error);
    http::Answer toHttp() const;
};

/// Toss's spelling of moments: ISO 8601 in Korean time, whole seconds.
QString tossTime(Instant moment);

/// The object that a body holds, if it is JSON at all.
std::optional<QJsonObject> parseJsonObject(const QByteArray &body);
/// The text of a name; empty where there is none.
QString textIn(const QJsonObject &object, const char *name);
/// A whole number of won from 1 to a billion; nothing for fractions, text and everything else.
std::optional<qint64> wonIn(const QJsonObject &object, QLatin1StringView name);

} // namespace soban::sandbox
