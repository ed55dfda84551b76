// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiClient.h"
#include "client/EventStream.h"
#include "contract/Delivery.h"

#include <QAbstractListModel>

#include <memory>

namespace soban::rider_app {

/// The deliveries that wait for a rider near this one, nearest shop first. Kept up by events;
/// loaded afresh after a silence. New ones go to the end: nothing moves under a finger.
class OfferBook : public QAbstractListModel {
    Q_OBJECT

public:
    /// `const Offer *`, good until the model changes.
    enum Role { OfferRole = Qt::UserRole };

    OfferBook(client::ApiClient &api, client::EventStream &events, QObject *parent = nullptr);

    void load();
    void clear();
    bool isLoaded() const { return m_isLoaded; }
    void remove(OrderId order);
    /// "Collect ₩24,000 at the door"; empty if nothing is to be collected.
    static QString collectWords(const Offer &offer);
    const Offer &at(int row) const { return m_offers.at(row); }
    int rowOf(OrderId order) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    void loaded();
    /// One that was not there before, by an event.
    void offerShown(const soban::Offer &offer);
    /// Somebody or something was faster.
    void offerWithdrawn(const soban::Offer &offer, soban::WithdrawReason reason);
    void failed(const soban::client::ApiError &error);

private:
    static QStringList wordsOf(const Offer &offer);
    void take(const contract::EventEnvelope &event);
    void put(const Offer &offer);

    client::ApiClient &m_api;
    QList<Offer> m_offers;
    bool m_isLoaded = false;
    std::unique_ptr<QObject> m_call; ///< context of the question under way
};

} // namespace soban::rider_app
