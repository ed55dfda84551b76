// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "storage/Database.h"

namespace soban::storage {

// Values that are stored whole, as the contract encodes them.

Document linesToText(const QList<OrderLine> &lines);
/// Throws StorageError when the text is not what `linesToText` wrote.
QList<OrderLine> linesFromText(const QByteArray &text);

Document offerToText(const Offer &offer);
Offer offerFromText(const QByteArray &text);

Document endingToText(const Ending &ending);
Ending endingFromText(const QByteArray &text);

Document beforeChangeToText(const BeforeChange &change);
BeforeChange beforeChangeFromText(const QByteArray &text);

Document settlementToText(const Settlement &settlement);
Settlement settlementFromText(const QByteArray &text);

Document pendingChangeToText(const PendingChange &change);
PendingChange pendingChangeFromText(const QByteArray &text);

/// For whom an event is.
QString audienceToText(const QList<Addressee> &audience);
QList<Addressee> audienceFromText(const QString &text);

} // namespace soban::storage
