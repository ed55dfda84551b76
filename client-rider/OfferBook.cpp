// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/OfferBook.h"

#include "client-rider/OrderName.h"
#include "client/Calls.h"
#include "contract/Events.h"
#include "ui/Formats.h"
#include "ui/Look.h"

#include <algorithm>

namespace soban::rider_app {

OfferBook::OfferBook(client::ApiClient &api, client::EventStream &events, QObject *parent)
    : QAbstractListModel(parent), m_api(api) {
    connect(&events, &client::EventStream::eventReceived, this, &OfferBook::take);
    connect(&events, &client::EventStream::resyncNeeded, this, &OfferBook::load);
}

void OfferBook::load() {
    m_call = std::make_unique<QObject>();
    m_api.send(client::calls::offers(), m_call.get(),
               client::Callback<contract::OfferList>([this](const auto &answer) {
                   m_call.release()->deleteLater(); // it is its own context
                   if (!answer) {
                       emit failed(answer.error());
                       return;
                   }
                   beginResetModel();
                   m_offers = answer->offers;
                   endResetModel();
                   m_isLoaded = true;
                   emit loaded();
               }));
}

void OfferBook::clear() {
    m_call.reset();
    beginResetModel();
    m_offers.clear();
    endResetModel();
}

void OfferBook::take(const contract::EventEnvelope &event) {
    if (event.type != EventType::OfferShown && event.type != EventType::OfferWithdrawn)
        return;
    const auto data = contract::eventData(event);
    if (!data)
        return; // of a later version of the contract
    if (m_call)
        load(); // the answer that is under way may know nothing of it
    if (const auto *shown = std::get_if<Offer>(&*data)) {
        const bool isNew = rowOf(shown->order) < 0;
        put(*shown);
        if (isNew)
            emit offerShown(*shown);
    } else if (const auto *gone = std::get_if<OfferWithdrawn>(&*data)) {
        const int row = rowOf(gone->order);
        if (row < 0)
            return;
        const Offer offer = m_offers.at(row);
        remove(gone->order);
        emit offerWithdrawn(offer, gone->reason);
    }
}

void OfferBook::put(const Offer &offer) {
    const int row = rowOf(offer.order);
    if (row >= 0) {
        m_offers[row] = offer;
        emit dataChanged(index(row), index(row));
        return;
    }
    const int last = int(m_offers.size());
    beginInsertRows({}, last, last);
    m_offers.append(offer);
    endInsertRows();
}

void OfferBook::remove(OrderId order) {
    const int row = rowOf(order);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_offers.removeAt(row);
    endRemoveRows();
}

int OfferBook::rowOf(OrderId order) const {
    const auto found = std::find_if(m_offers.cbegin(), m_offers.cend(),
                                    [&](const Offer &offer) { return offer.order == order; });
    return found == m_offers.cend() ? -1 : int(found - m_offers.cbegin());
}

int OfferBook::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_offers.size());
}

QString OfferBook::collectWords(const Offer &offer) {
    return offer.collectAtDoor
               ? tr("Collect %1 at the door").arg(ui::moneyText(*offer.collectAtDoor))
               : QString();
}

QStringList OfferBook::wordsOf(const Offer &offer) {
    QStringList words{OrderName::of(offer), offer.shopAddress, ui::moneyText(offer.pay),
                      tr("%1 from the shop").arg(ui::distanceText(offer.wayMeters))};
    if (offer.collectAtDoor)
        words.append(collectWords(offer));
    return words;
}

QVariant OfferBook::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Offer &offer = m_offers.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return wordsOf(offer).join(QStringLiteral(", "));
    case OfferRole:
        return QVariant::fromValue(&offer);
    default:
        return {};
    }
}

} // namespace soban::rider_app
