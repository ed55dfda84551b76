// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ShopListModel.h"

#include <algorithm>

namespace soban::customer {

namespace {

constexpr int kTypingMs = 250;

double mean(const contract::ShopCard &shop) {
    return shop.reviewCount > 0 ? double(shop.starSum) / shop.reviewCount : 0;
}

} // namespace

ShopListModel::ShopListModel(client::ApiClient &api, QObject *parent)
    : QAbstractListModel(parent), m_api(api), m_typing(this) {
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingMs);
    connect(&m_typing, &QTimer::timeout, this, &ShopListModel::reload);
}

void ShopListModel::setPlace(const GeoPoint &place) {
    m_place = place;
    reload();
}

void ShopListModel::setKind(std::optional<ShopKind> kind) {
    if (std::exchange(m_kind, kind) != kind)
        reload();
}

void ShopListModel::setFavourites(bool only) {
    if (std::exchange(m_isFavourites, only) != only)
        reload();
}

void ShopListModel::setWords(const QString &words) {
    m_words = words.trimmed();
    m_typing.start();
}

void ShopListModel::setOrder(Order order) {
    if (std::exchange(m_order, order) == order)
        return;
    reload();
}

void ShopListModel::reload() {
    m_typing.stop();
    if (m_place)
        load(false);
}

void ShopListModel::load(bool isContinued) {
    m_call = std::make_unique<QObject>();
    if (!isContinued)
        setState(State::Loading);
    client::ShopSearch search{*m_place, m_kind, m_words};
    if (isContinued)
        search.page.cursor = m_next;
    m_api.send(m_isFavourites ? client::calls::favourites(*m_place) : client::calls::shops(search),
               m_call.get(),
               client::Callback<contract::ShopList>([this, isContinued](const auto &answer) {
                   if (answer) {
                       take(*answer, isContinued);
                       return;
                   }
                   if (m_shops.isEmpty())
                       setState(State::Failed);
                   emit failed(answer.error());
               }));
}

void ShopListModel::take(const contract::ShopList &list, bool isContinued) {
    m_next = list.nextCursor;
    if (isContinued && m_order == Order::Nearest) {
        const int first = int(m_shops.size());
        beginInsertRows({}, first, first + int(list.shops.size()) - 1);
        m_shops.append(list.shops);
        endInsertRows();
    } else {
        beginResetModel();
        m_shops = isContinued ? m_shops + list.shops : list.shops;
        sort();
        endResetModel();
    }
    setState(State::Ready);
}

void ShopListModel::sort() {
    // Shops that take orders first, whatever the order.
    const auto isBefore = [this](const contract::ShopCard &one, const contract::ShopCard &other) {
        if (one.isOpen != other.isOpen)
            return one.isOpen;
        switch (m_order) {
        case Order::Nearest:
            return one.distanceMeters < other.distanceMeters;
        case Order::BestReviewed:
            return mean(one) > mean(other);
        case Order::CheapestDelivery:
            return one.deliveryFee.minor() < other.deliveryFee.minor();
        }
        return false;
    };
    std::stable_sort(m_shops.begin(), m_shops.end(), isBefore);
}

void ShopListModel::setState(State state) {
    m_state = state;
    emit stateChanged();
}

int ShopListModel::rowOf(ShopId shop) const {
    const auto found = std::find_if(m_shops.cbegin(), m_shops.cend(),
                                    [&](const auto &card) { return card.id == shop; });
    return found == m_shops.cend() ? -1 : int(found - m_shops.cbegin());
}

int ShopListModel::rowCount(const QModelIndex &parent) const {
    return parent.isValid() ? 0 : int(m_shops.size());
}

QVariant ShopListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const contract::ShopCard &shop = m_shops.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QString(shop.name.ko + u' ' + shop.name.en);
    case CardRole:
        return QVariant::fromValue(&shop);
    default:
        return {};
    }
}

bool ShopListModel::canFetchMore(const QModelIndex &parent) const {
    return !parent.isValid() && m_state == State::Ready && m_next.has_value();
}

void ShopListModel::fetchMore(const QModelIndex &parent) {
    if (canFetchMore(parent))
        load(true);
}

} // namespace soban::customer
