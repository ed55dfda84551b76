// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/StoredValues.h"

#include "contract/Codec.h"
#include "contract/Delivery.h"
#include "contract/Ordering.h"

namespace soban::storage {

namespace {

template <typename T>
T decoded(const QByteArray &text) {
    auto value = contract::decode<T>(text);
    if (!value) {
        throw StorageError(StorageError::Kind::Other,
                           QStringLiteral("a stored value is damaged at ") + value.error().field);
    }
    return std::move(value).value();
}

} // namespace

Document linesToText(const QList<OrderLine> &lines) {
    return {contract::encode(lines)};
}

QList<OrderLine> linesFromText(const QByteArray &text) {
    return decoded<QList<OrderLine>>(text);
}

Document offerToText(const Offer &offer) {
    return {contract::encode(offer)};
}

Offer offerFromText(const QByteArray &text) {
    return decoded<Offer>(text);
}

Document endingToText(const Ending &ending) {
    return {contract::encode(ending)};
}

Ending endingFromText(const QByteArray &text) {
    return decoded<Ending>(text);
}

Document settlementToText(const Settlement &settlement) {
    return {contract::encode(settlement)};
}

Settlement settlementFromText(const QByteArray &text) {
    return decoded<Settlement>(text);
}

Document beforeChangeToText(const BeforeChange &change) {
    return {contract::encode(change)};
}

BeforeChange beforeChangeFromText(const QByteArray &text) {
    return decoded<BeforeChange>(text);
}

Document pendingChangeToText(const PendingChange &change) {
    return {contract::encode(change)};
}

PendingChange pendingChangeFromText(const QByteArray &text) {
    return decoded<PendingChange>(text);
}

QString audienceToText(const QList<Addressee> &audience) {
    QString text;
    for (const Addressee &addressee : audience)
        text += (text.isEmpty() ? u"" : u" ") + QString::number(addressee.key());
    return text;
}

QList<Addressee> audienceFromText(const QString &text) {
    QList<Addressee> audience;
    for (const QStringView key : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
        const auto addressee = Addressee::fromKey(key.toLongLong());
        if (!addressee)
            throw StorageError(StorageError::Kind::Other,
                               QStringLiteral("an event is for nobody that there is"));
        audience.append(*addressee);
    }
    return audience;
}

} // namespace soban::storage
