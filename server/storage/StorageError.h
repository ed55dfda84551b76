// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <stdexcept>

namespace soban::storage {

/// A statement failed. Thrown within this room only; the writer and the readers turn it into a
/// value at the room's edge.
class StorageError : public std::runtime_error {
public:
    enum class Kind {
        Constraint,     ///< what was to be stored breaks a rule of the schema
        Conflict,       ///< another transaction was in the way: the whole of this one may run again
        ConnectionLost, ///< nobody answers on this connection, now or any more
        Other,          ///< a full disk, an unknown table, a corrupt value
    };

    /// `code`: the engine's own name for it, if it comes from there.
    StorageError(Kind kind, const QString &what, const QString &code = {})
        : std::runtime_error(what.toStdString()), m_kind(kind), m_code(code) {}
    Kind kind() const { return m_kind; }
    QString code() const { return m_code; }

private:
    Kind m_kind;
    QString m_code;
};

} // namespace soban::storage
