// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/CommandQueue.h"
#include "client/EventStream.h"
#include "contract/Delivery.h"

#include <QAbstractListModel>
#include <QSet>

#include <memory>

namespace soban::rider_app {

/// A step of a rider with a delivery.
enum class RiderStep { Claim, PickUp, HandOver, GiveBack };

/// The rider's deliveries, newest first: those in hand and those that are over.
///
/// Steps go through the durable queue with the moment at which they were taken. Until the server
/// has answered, what it said last is shown with the waiting steps applied; those stand in the
/// queue and nowhere else, so this also holds after a restart.
class DeliveryBook : public QAbstractListModel {
    Q_OBJECT

public:
    /// `const contract::DeliveryView *`, good until the model changes.
    enum Role { DeliveryRole = Qt::UserRole };

    DeliveryBook(client::ApiClient &api, client::CommandQueue &commands,
                 client::EventStream &events, const Clock &clock, QObject *parent = nullptr);

    void load();
    const contract::DeliveryView &at(int row) const { return m_deliveries.at(row); }
    const contract::DeliveryView *find(OrderId order) const;
    /// As it is for the rider: with the steps that wait to be sent.
    DeliveryState stateOf(const contract::DeliveryView &delivery) const;
    /// Claimed or picked up, oldest first.
    QList<OrderId> inHand() const;

    void claim(OrderId order);
    void pickUp(OrderId order);
    void giveBack(OrderId order);
    /// By the customer's code, or by the name of an uploaded photo.
    void handOver(OrderId order, const std::optional<QString> &code,
                  const std::optional<QString> &photo);

    bool isClaiming(OrderId order) const;
    /// Steps that the server has not answered.
    int waitingCount() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loaded();
    /// Of one delivery, or of the steps that wait.
    void changed();
    void claimed(soban::OrderId order);
    /// The server took back what was shown: `order` is unknown for steps of an earlier run.
    void refused(std::optional<soban::OrderId> order, soban::rider_app::RiderStep step,
                 const soban::client::ApiError &error);
    void failed(const soban::client::ApiError &error);

private:
    void fetchPage(bool isContinued);
    void take(const contract::DeliveryList &page, bool isContinued);
    void fetch(OrderId order);
    void put(const contract::DeliveryView &delivery);
    void drop(OrderId order);
    int rowOf(OrderId order) const;
    std::optional<RiderStep> lastWaiting(OrderId order) const;
    void answered(const QString &key, contract::RouteId route, const client::Answered &answer);
    void wasRefused(const QString &key, contract::RouteId route, const client::ApiError &error);
    template <typename Answer>
    void submit(const client::Command<Answer> &command);

    client::ApiClient &m_api;
    client::CommandQueue &m_commands;
    const Clock &m_clock;
    QList<contract::DeliveryView> m_deliveries;
    std::optional<QString> m_next;
    QHash<QString, OrderId> m_steps; ///< by key: those of this run
    QSet<OrderId> m_fetching;
    QSet<OrderId> m_fetchAgain;
    std::unique_ptr<QObject> m_page;
};

} // namespace soban::rider_app
