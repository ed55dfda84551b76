// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/KeptRows.h"
#include "client/ApiClient.h"
#include "client/Calls.h"
#include "contract/Catalogue.h"

#include <QTimer>

#include <memory>

namespace soban::customer {

/// The shops near an address, as they are searched for; further ones come as the list is scrolled.
class ShopListModel : public KeptRows<contract::ShopCard> {
    Q_OBJECT

public:
    /// `const contract::ShopCard *`, good until the model changes.
    enum Role { CardRole = Qt::UserRole };
    enum class Order { Nearest, BestReviewed, CheapestDelivery };
    enum class State { Loading, Ready, Failed };

    explicit ShopListModel(client::ApiClient &api, QObject *parent = nullptr);

    void setPlace(const GeoPoint &place);
    void setKind(std::optional<ShopKind> kind);
    /// Only what the customer likes best, whatever the kind and the words.
    void setFavourites(bool only);
    /// Searches when nobody has typed for a moment.
    void setWords(const QString &words);
    void setOrder(Order order);
    void reload();
    /// Looks again, without a word: each shop that is known keeps its place.
    void refresh();

    State state() const { return m_state; }
    const QString &words() const { return m_words; }
    const contract::ShopCard &at(int row) const { return rows().at(row); }
    /// The row of a shop, -1 if it is not (yet) in the list.
    int rowOf(ShopId shop) const;

    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void stateChanged();
    void failed(const soban::client::ApiError &error);

private:
    /// The list from its beginning, the next page of it, or once more all that is known.
    enum class Load { Afresh, Further, Again };

    void load(Load how);
    void fetch(Load how, const std::optional<QString> &cursor);
    void take(const contract::ShopList &list, Load how);
    void fail(const client::ApiError &error, Load how);
    void sortAsChosen(QList<contract::ShopCard> &shops) const;
    void sortAsShown(QList<contract::ShopCard> &shops) const;
    void setState(State state);

    client::ApiClient &m_api;
    std::optional<GeoPoint> m_place;
    std::optional<ShopKind> m_kind;
    bool m_isFavourites = false;
    QString m_words;
    Order m_order = Order::Nearest;
    State m_state = State::Loading;
    QList<contract::ShopCard> m_incoming; ///< of the request under way, page by page
    bool m_isLoading = false;
    std::optional<QString> m_next;
    std::unique_ptr<QObject> m_call; ///< context of the request under way
    QTimer m_typing;
};

} // namespace soban::customer
