// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/Cards.h"

#include <QRandomGenerator>

#include <array>

namespace soban::payment {

namespace {

QString unguessableKey() {
    std::array<quint32, 8> bits{};
    QRandomGenerator::system()->fillRange(bits.data(), qsizetype(bits.size()));
    const QByteArray bytes(reinterpret_cast<const char *>(bits.data()), sizeof bits);
    return QString::fromLatin1(
        bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

Cards::Cards(CardBook &book, EventSink &events, IdSource &ids, const Clock &clock)
    : m_book(book), m_events(events), m_ids(ids), m_clock(clock) {}

QString Cards::begin(AccountId customer) {
    const StoredCard card{m_ids.next<CardId>(), customer, unguessableKey(), {}};
    m_book.insert(card, m_clock.now());
    return card.customerKey;
}

bool Cards::isBegun(const QString &customerKey) const {
    return m_book.findByCustomerKey(customerKey).has_value();
}

void Cards::complete(const QString &customerKey, const IssuedCard &issued) {
    const auto card = m_book.findByCustomerKey(customerKey);
    // The browser may load the return page twice; the card is the same.
    if (!card || card->billingKey)
        return;
    m_book.complete(card->id, issued);
    m_events.announce({EventType::CardRegistered,
                       {},
                       {card->customer},
                       CardRegistered{card->id, issued.brand, issued.maskedNumber}});
}

} // namespace soban::payment
