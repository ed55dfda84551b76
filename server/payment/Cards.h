// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "events/EventSink.h"
#include "events/IdSource.h"
#include "payment/PaymentBook.h"

namespace soban::payment {

/// Registration of saved cards: begun here, done by the customer on the provider's page, completed
/// when the browser comes back. Belongs to the open transaction.
class Cards {
public:
    Cards(CardBook &book, EventSink &events, IdSource &ids, const Clock &clock);

    /// The customer key under which the provider shall know the card: unguessable, used once.
    QString begin(AccountId customer);
    bool isBegun(const QString &customerKey) const;
    void complete(const QString &customerKey, const IssuedCard &issued);

private:
    CardBook &m_book;
    EventSink &m_events;
    IdSource &m_ids;
    const Clock &m_clock;
};

} // namespace soban::payment
