// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Checkout.h"
#include "client-customer/GreetingCard.h"
#include "contract/Customer.h"
#include "ui/Sheet.h"

class QGridLayout;

namespace soban::ui {
class Banner;
class Button;
class ChoiceRow;
class FieldRow;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

class CardTextEdit;
class NoticeBox;
class PaymentChoice;
class PlaceCard;
class WantedTimeRow;

/// The last page before an order: where to, for whom, when, and how it is paid.
class CheckoutSheet : public ui::Sheet {
    Q_OBJECT

public:
    CheckoutSheet(const Services &services, Cart &cart, QWidget *host);

    /// `isUsual`: it is the customer's own, which is rarely where a gift goes.
    void show(const contract::SavedAddress &place, bool isUsual);
    /// Another place, while it is open.
    void setPlace(const contract::SavedAddress &place, bool isUsual);
    /// Why the order was refused: at the field that it is about, or above them all.
    void tell(const client::ApiError &error);

signals:
    void placed(const soban::contract::OrderView &order);
    void declined(const soban::contract::PresentStage &order, bool isGift);
    void addressWanted(); ///< another one

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QGridLayout *makeCharges();
    QWidget *makeGiftFields();
    QWidget *makeCardBox();
    QWidget *makePlace();
    void connectParts();
    void submit();
    void turnToGift(bool isGift);
    void beginGift();
    void forgetRecipient();
    void retranslate();
    void showPlace();
    void showCharge();
    void reprice();
    /// Shows a refusal at the field that it is about; false if it is about none.
    bool tellAtField(const client::ApiError &error);
    void leave();
    void ended();
    bool isComplete();
    bool isRecipientComplete();
    bool isCardComplete();
    bool isCardAsked() const;
    /// Before a gift goes to the giver.
    void askAboutOwnAddress();
    bool isGift() const;

    Services m_services;
    Cart &m_cart;
    Checkout *m_checkout;
    std::optional<contract::SavedAddress> m_place;
    bool m_isUsualPlace = false;
    bool m_isOwnAgreed = false; ///< a gift goes to the giver: it was asked about
    GreetingCard m_card = GreetingCard::Unknown;
    std::optional<ShopId> m_filledFor;  ///< whose gift the fields tell of
    std::optional<Money> m_agreedTotal; ///< by the server's quote, if it differs from the cart's
    ui::TextLabel *m_title;
    ui::Banner *m_banner;
    QWidget *m_body;
    ui::TextLabel *m_toTitle;
    PlaceCard *m_to;
    NoticeBox *m_own;  ///< a gift is about to go to the giver
    NoticeBox *m_busy; ///< the shop is: it takes longer
    WantedTimeRow *m_when;
    ui::ChoiceRow *m_gift;
    QWidget *m_giftFields;
    ui::TextField *m_name;
    ui::TextField *m_phone;
    QWidget *m_cardBox;
    CardTextEdit *m_cardText;
    ui::TextLabel *m_cardCount;
    ui::FieldRow *m_nameRow;
    ui::FieldRow *m_phoneRow;
    ui::FieldRow *m_cardTextRow;
    ui::TextLabel *m_payTitle;
    PaymentChoice *m_payment;
    ui::Button *m_order;
    ui::Button *m_back;
    ui::TextLabel *m_chargedNow;
    ui::TextLabel *m_chargedLater;
    ui::TextLabel *m_hint;
};

} // namespace soban::customer
