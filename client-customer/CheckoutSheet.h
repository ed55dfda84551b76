// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Checkout.h"
#include "contract/Identity.h"
#include "ui/Sheet.h"

class QButtonGroup;

namespace soban::ui {
class Banner;
class Button;
class ChoiceRow;
class FieldRow;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

class WantedTimeRow;

/// The last page before an order: where to, for whom, when, and how it is paid.
class CheckoutSheet : public ui::Sheet {
    Q_OBJECT

public:
    CheckoutSheet(const Services &services, Cart &cart, QWidget *host);

    void show(const Address &address);
    /// Why the order was refused: at the field that it is about, or above them all.
    void tell(const client::ApiError &error);

signals:
    void placed(const soban::contract::OrderView &order);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectParts();
    void fetchCards();
    void showCards(const QList<contract::CardView> &cards);
    void registerCard();
    void submit();
    void retranslate();
    void reprice();
    /// Shows a refusal at the field that it is about; false if it is about none.
    bool tellAtField(const client::ApiError &error);
    void ended();
    bool isComplete();
    bool isGift() const;

    Services m_services;
    Cart &m_cart;
    Checkout *m_checkout;
    std::optional<Address> m_address;
    QList<contract::CardView> m_cards;
    std::optional<Money> m_agreedTotal; ///< by the server's quote, if it differs from the cart's
    std::unique_ptr<QObject> m_call;
    ui::TextLabel *m_title;
    ui::Banner *m_banner;
    QWidget *m_body;
    ui::TextLabel *m_to;
    WantedTimeRow *m_when;
    ui::ChoiceRow *m_gift;
    QWidget *m_giftFields;
    ui::TextField *m_name;
    ui::TextField *m_phone;
    ui::TextField *m_cardText;
    ui::FieldRow *m_nameRow;
    ui::FieldRow *m_phoneRow;
    ui::FieldRow *m_cardTextRow;
    ui::TextLabel *m_payTitle;
    QButtonGroup *m_methods;
    QWidget *m_methodRows;
    ui::Button *m_register;
    ui::Button *m_order;
    ui::Button *m_back;
    ui::TextLabel *m_hint;
};

} // namespace soban::customer
