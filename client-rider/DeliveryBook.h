// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/CommandQueue.h"
#include "client/EventStream.h"
#include "contract/Delivery.h"
#include "desk/SettingsFile.h"

#include <QAbstractListModel>
#include <QSet>

#include <memory>

namespace soban::rider_app {

/// A step of a rider with a delivery.
enum class RiderStep { Claim, PickUp, HandOver, GiveBack, Return };

/// The rider's deliveries, newest first: those in hand and those that are over.
///
/// Steps go through the durable queue with the moment at which they were taken. Until the server
/// has answered, what it said last is shown with the waiting steps applied; those stand in the
/// queue and nowhere else, so this also holds after a restart. Only a claim does not wait: others
/// may win it meanwhile, so it is taken back if it has certainly not been sent.
class DeliveryBook : public QAbstractListModel {
    Q_OBJECT

public:
    /// `const contract::DeliveryView *`, good until the model changes.
    enum Role { DeliveryRole = Qt::UserRole };

    /// Of the codes that may be wrong in a row, as the server counts them.
    static constexpr int kCodeTries = 5;

    /// `proofsFile`: see `handOverByPhoto`.
    DeliveryBook(client::ApiClient &api, client::CommandQueue &commands,
                 client::EventStream &events, const Clock &clock, const QString &proofsFile,
                 QObject *parent = nullptr);

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
    /// Nobody takes the goods.
    void bringBack(OrderId order, EndReason reason);
    void handOverByCode(OrderId order, const QString &code);
    /// Takes two commands, of which the second needs the first one's answer: the photo, and the
    /// step with its name. The moment between them survives a restart.
    void handOverByPhoto(OrderId order, const QByteArray &photo);

    bool isClaiming(OrderId order) const;
    /// The claim may have arrived, and the answer has not: it is asked again.
    bool isClaimUnsure(OrderId order) const;
    /// Before the code is locked, as far as this window knows.
    int codeTriesLeft(OrderId order) const { return kCodeTries - m_wrongCodes.value(order); }
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
    void handedOver(soban::OrderId order);
    void broughtBack(soban::OrderId order);
    /// One in hand was called off by somebody else.
    void calledOff(soban::OrderId order);
    /// No connection: it has not been sent, and will not be.
    void claimNotSent(soban::OrderId order);
    /// Kept until the line is back.
    void stepWaits(soban::OrderId order, soban::rider_app::RiderStep step);
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
    void waits(const QString &key, contract::RouteId route, const client::ApiError &error);
    void photoAnswered(const QString &key, const client::Answered &answer);
    void takeUpProofs();
    /// The delivery that a photo on its way proves.
    struct Proof {
        OrderId order;
        Instant takenAt;
    };
    std::optional<Proof> proofOf(const QString &photoKey) const;
    template <typename Answer>
    QString submit(const client::Command<Answer> &command);

    client::ApiClient &m_api;
    client::CommandQueue &m_commands;
    const Clock &m_clock;
    QList<contract::DeliveryView> m_deliveries;
    std::optional<QString> m_next;
    QHash<QString, OrderId> m_steps; ///< by key
    QHash<OrderId, int> m_wrongCodes;
    QSet<OrderId> m_unsure;      ///< claims
    desk::SettingsFile m_proofs; ///< by the photo's key
    QSet<OrderId> m_fetching;
    QSet<OrderId> m_fetchAgain;
    std::unique_ptr<QObject> m_page;
};

} // namespace soban::rider_app
