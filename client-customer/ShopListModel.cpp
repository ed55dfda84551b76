// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ShopListModel.h"

#include <QHash>

#include <algorithm>

namespace soban::customer {

namespace {

constexpr int kTypingMs = 250;

double mean(const contract::ShopCard &shop) {
    return shop.reviewCount > 0 ? double(shop.starSum) / shop.reviewCount : 0;
}

} // namespace

ShopListModel::ShopListModel(client::ApiClient &api, QObject *parent)
    : KeptRows(parent), m_api(api), m_typing(this) {
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
        load(Load::Afresh);
}

void ShopListModel::refresh() {
    // Who types, or waits for an answer, gets a fresh list anyway.
    if (m_place && !m_isLoading && !m_typing.isActive())
        load(Load::Again);
}

void ShopListModel::load(Load how) {
    if (how == Load::Afresh)
        setState(State::Loading);
    m_incoming = how == Load::Further ? rows() : QList<contract::ShopCard>();
    fetch(how, how == Load::Further ? m_next : std::nullopt);
}

void ShopListModel::fetch(Load how, const std::optional<QString> &cursor) {
    m_call = std::make_unique<QObject>();
    m_isLoading = true;
    client::ShopSearch search{*m_place, m_kind, m_words};
    search.page.cursor = cursor;
    m_api.send(m_isFavourites ? client::calls::favourites(*m_place) : client::calls::shops(search),
               m_call.get(), client::Callback<contract::ShopList>([this, how](const auto &answer) {
                   m_isLoading = false;
                   if (answer)
                       take(*answer, how);
                   else
                       fail(answer.error(), how);
               }));
}

void ShopListModel::take(const contract::ShopList &list, Load how) {
    m_next = list.nextCursor;
    m_incoming += list.shops;
    if (how == Load::Again && m_next && m_incoming.size() < rows().size()) {
        fetch(how, m_next);
        return;
    }
    QList<contract::ShopCard> shops = std::exchange(m_incoming, {});
    if (how == Load::Again)
        sortAsShown(shops);
    else if (how == Load::Afresh || m_order != Order::Nearest)
        sortAsChosen(shops);
    takeRows(shops, [](const auto &one, const auto &other) { return one.id == other.id; });
    setState(State::Ready);
}

void ShopListModel::fail(const client::ApiError &error, Load how) {
    if (how == Load::Again)
        return; // what is shown stays, and the next look comes soon
    setState(rows().isEmpty() ? State::Failed : State::Ready);
    emit failed(error);
}

void ShopListModel::sortAsChosen(QList<contract::ShopCard> &shops) const {
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
    std::stable_sort(shops.begin(), shops.end(), isBefore);
}

void ShopListModel::sortAsShown(QList<contract::ShopCard> &shops) const {
    QHash<ShopId, int> places;
    for (const contract::ShopCard &shop : rows())
        places.insert(shop.id, int(places.size()));
    const int end = int(places.size());
    std::stable_sort(shops.begin(), shops.end(), [&](const auto &one, const auto &other) {
        return places.value(one.id, end) < places.value(other.id, end);
    });
}

void ShopListModel::setState(State state) {
    m_state = state;
    emit stateChanged();
}

int ShopListModel::rowOf(ShopId shop) const {
    const auto found = std::find_if(rows().cbegin(), rows().cend(),
                                    [&](const auto &card) { return card.id == shop; });
    return found == rows().cend() ? -1 : int(found - rows().cbegin());
}

QVariant ShopListModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const contract::ShopCard &shop = rows().at(index.row());
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
    return !parent.isValid() && m_state == State::Ready && !m_isLoading && m_next.has_value();
}

void ShopListModel::fetchMore(const QModelIndex &parent) {
    if (canFetchMore(parent))
        load(Load::Further);
}

} // namespace soban::customer
