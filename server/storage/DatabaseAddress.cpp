// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/DatabaseAddress.h"

#include <QSet>
#include <QUrl>
#include <QUrlQuery>

namespace soban::storage {

namespace {

const QSet<QString> kSchemes{QStringLiteral("postgres"), QStringLiteral("postgresql")};
const QSet<QString> kOptions{QStringLiteral("passfile"), QStringLiteral("sslmode"),
                             QStringLiteral("sslrootcert")};

/// QtSql parts options by semicolons and cannot be told otherwise.
bool canBePassedOn(const QString &value) {
    return !value.contains(u';');
}

} // namespace

std::optional<PostgresPlace> PostgresPlace::fromUrl(const QString &text) {
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || !kSchemes.contains(url.scheme()) || !url.password().isEmpty())
        return std::nullopt;
    PostgresPlace place{url.host(), url.port(0), url.userName(), url.path().mid(1), {}};
    const auto options = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : options) {
        if (!canBePassedOn(value))
            return std::nullopt;
        if (name == u"host")
            place.host = value;
        else if (kOptions.contains(name))
            place.options.insert(name, value);
        else
            return std::nullopt;
    }
    if (place.database.isEmpty() || place.database.contains(u'/'))
        return std::nullopt;
    return place;
}

} // namespace soban::storage
