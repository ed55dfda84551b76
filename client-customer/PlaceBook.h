// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiClient.h"
#include "contract/Customer.h"

#include <QObject>

#include <memory>

namespace soban::customer {

/// The places that the customer orders to, as the server keeps them, and the one that is chosen.
/// A change is made when the server has taken it, and not before.
class PlaceBook : public QObject {
    Q_OBJECT

public:
    static constexpr int kMostPlaces = 20; ///< the server keeps no more

    explicit PlaceBook(client::ApiClient &api, QObject *parent = nullptr);

    void load();
    bool isLoaded() const { return m_isLoaded; }
    bool isSaving() const { return m_isSaving; }
    const QList<contract::SavedAddress> &places() const { return m_places; }
    /// Of `places`; -1 while there is none.
    int current() const { return m_current; }
    const contract::SavedAddress *chosen() const;
    /// Whether that is the customer's usual place: the first.
    bool isUsual() const { return m_current == 0; }
    /// The customer's word for an address; empty where there is none.
    QString nameAt(const Address &address) const;

    void choose(int place);
    /// Puts `saved` in the place of another one, or at the end, and chooses it if it is new.
    void put(int place, const contract::SavedAddress &saved);
    void insert(int place, const contract::SavedAddress &saved);
    void remove(int place);

signals:
    void changed();
    /// What is chosen is another place, or has moved.
    void placeChosen();
    void saved();
    /// Nothing was changed.
    void refused(const soban::client::ApiError &error);
    void loadFailed(const soban::client::ApiError &error);

private:
    void save(QList<contract::SavedAddress> places, int current);
    void take(const QList<contract::SavedAddress> &places, int current);

    client::ApiClient &m_api;
    QList<contract::SavedAddress> m_places;
    int m_current = -1;
    bool m_isLoaded = false;
    bool m_isSaving = false;
    std::unique_ptr<QObject> m_call;
};

/// "Home", or the address where the customer has no word for it.
QString nameOf(const contract::SavedAddress &saved);
/// "Home · 14 Seongmisan-ro", or the address alone.
QString placeText(const contract::SavedAddress &saved);

} // namespace soban::customer
