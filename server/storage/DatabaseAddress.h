// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>

#include <optional>
#include <variant>

namespace soban::storage {

struct SqliteFile {
    QString path; ///< ":memory:" for one that nobody else sees

    bool operator==(const SqliteFile &) const = default;
};

/// A database of a PostgreSQL server. What is empty is left to the PostgreSQL library: its
/// environment variables and its defaults.
struct PostgresPlace {
    QString host; ///< a name, an address, or the folder of the server's socket
    int port = 0; ///< 0: the usual one
    QString user;
    QString database;
    QMap<QString, QString> options = {}; ///< passfile, sslmode, sslrootcert

    /// Reads `postgres://user@host:port/database?option=value`; the host may be an option as well
    /// (`?host=/run/postgresql`), for a folder cannot stand in an address. Nothing for what is no
    /// such address, has an unknown option, or carries a password: those stand in a file that the
    /// option `passfile` names, in the form that PostgreSQL gives to `.pgpass`.
    static std::optional<PostgresPlace> fromUrl(const QString &url);

    bool operator==(const PostgresPlace &) const = default;
};

/// Where the data are, and by that the engine that keeps them.
using DatabaseAddress = std::variant<SqliteFile, PostgresPlace>;

} // namespace soban::storage
