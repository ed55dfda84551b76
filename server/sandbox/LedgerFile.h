// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Result.h"
#include "sandbox/IdempotencyBook.h"
#include "sandbox/Ledger.h"

#include <QFile>

namespace soban::sandbox {

/// Keeps a ledger across restarts: one JSON document per line, only ever appended to. A record of a
/// payment is its whole state, so that the last one counts.
class LedgerFile {
public:
    /// Reads what the file holds into both and opens it for more; creates it when it is missing.
    /// A last line that was cut short by a crash is left out. The error is for the log.
    Result<Done, QString> open(const QString &path, Ledger &ledger, IdempotencyBook &book);

    void append(const LedgerPayment &payment);
    void append(const Authorization &authorization);
    void append(const BillingCard &card);
    void append(const IdempotencyBook::Record &record);

private:
    void writeLine(const char *kind, const QJsonObject &record);

    QFile m_file;
};

} // namespace soban::sandbox
