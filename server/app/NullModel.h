// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/WriteBench.h"

namespace soban::app {

/// Knows the order of the command that is under way, and no other.
class NullOrders : public OrderRepository {
public:
    std::optional<Order> find(OrderId id) const override;
    void insert(const Order &order) override { m_order = order; }
    bool update(const Order &order) override;
    int nextNumber(ShopId) override { return ++m_lastNumber; }

private:
    std::optional<Order> m_order;
    int m_lastNumber = 0;
};

class NullPeople : public People {
public:
    QString nameOf(AccountId) const override { return QStringLiteral("Customer"); }
};

/// A shelf that never empties.
class NullStock : public catalog::StockStore {
public:
    bool hold(OrderId, MenuItemId, int, QDate) override { return true; }
    void fit(OrderId, const QHash<MenuItemId, int> &) override {}
    void putBack(OrderId) override {}
    void consume(OrderId) override {}
};

/// Nobody has a card.
class NullWallet : public ordering::Wallet {
public:
    std::optional<CardId> cardOf(AccountId, std::optional<CardId>) override { return {}; }
};

class NullPayments : public payment::PaymentBook {
public:
    void insert(const Payment &, std::optional<CardId>) override {}
    void update(const Payment &) override {}
    std::optional<Payment> find(PaymentId) const override { return {}; }
    QList<Payment> ofOrder(OrderId) const override { return {}; }
    QList<payment::OpenCharge> openCharges(std::optional<PaymentId>, int) const override {
        return {};
    }
    std::optional<payment::OpenCharge> openCharge(PaymentId) const override { return {}; }
};

class NullRefunds : public payment::RefundBook {
public:
    void insert(const Refund &) override {}
    void update(const Refund &) override {}
    std::optional<Refund> find(RefundId) const override { return {}; }
    qint64 pendingOf(PaymentId) const override { return 0; }
    QList<payment::OpenRefund> openRefunds(std::optional<RefundId>, int) const override {
        return {};
    }
};

/// Every command is new.
class NullAnswers : public IdempotencyBook {
public:
    std::optional<KeptAnswer> find(const CommandKey &) const override { return {}; }
    void keep(const CommandKey &, const KeptAnswer &, Instant) override {}
    void complete(OrderId, int, const QByteArray &) override {}
    int forgetBefore(Instant, int) override { return 0; }
};

/// What the catalogue in memory knows of an order's shop is fact enough.
class NullViews : public views::OrderViewStore {
public:
    explicit NullViews(const catalog::Catalogue &catalogue) : m_catalogue(catalogue) {}
    views::OrderFacts factsOf(const Order &order) const override;
    void put(OrderId, const OrderDocuments &) override {}
    void forgetShop(ShopId) override {}

private:
    const catalog::Catalogue &m_catalogue;
};

/// Encodes events as the log would, and forgets them.
class NullSink : public EventSink {
public:
    void addListener(EventListener &listener) { m_listeners.append(&listener); }
    void announce(const DomainEvent &event) override;

private:
    QList<EventListener *> m_listeners;
};

/// A ceiling to measure against: the modules that place an order, over stores that keep nothing.
/// Everything else of placing is done as ever: priced, moved along the lifecycle, rendered, encoded
/// and answered. For `WriterMode::Null` only; used on the writer's thread like the true model.
class NullModel {
public:
    /// `real`: who does the commands other than placing.
    NullModel(const api::WriteModel &real, const catalog::Catalogue &catalogue, IdSource &ids,
              const Clock &clock);
    Q_DISABLE_COPY_MOVE(NullModel)

    api::WriteModel model();

private:
    const api::WriteModel m_real;
    NullOrders m_orders;
    NullPeople m_people;
    NullStock m_stock;
    NullWallet m_wallet;
    NullPayments m_paymentBook;
    NullRefunds m_refundBook;
    NullAnswers m_answers;
    NullViews m_viewStore;
    NullSink m_events;
    OrderLifecycle m_lifecycle;
    CatalogueShelf m_shelf;
    ordering::Placement m_placement;
    payment::Payments m_payments;
    views::OrderProjector m_views;
};

} // namespace soban::app
