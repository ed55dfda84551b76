// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Cart.h"
#include "client-customer/OrderBook.h"
#include "contract/Customer.h"
#include "ui/Sheet.h"

class QVBoxLayout;

namespace soban::ui {
class Banner;
class Button;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

class NoticeBox;
class PlaceCard;

/// The last look at a change to an order: what becomes of its dishes, where it goes, and what
/// happens to the money. Makes the change when it is agreed to.
class ChangeSheet : public ui::Sheet {
    Q_OBJECT

public:
    ChangeSheet(const Services &services, Cart &cart, const OrderBook &orders, QWidget *host);

    /// Of what the cart is changing.
    void show();
    /// Where it shall go now.
    void setPlace(const contract::SavedAddress &place);

signals:
    void addressWanted();
    void made(const soban::contract::OrderView &order);
    /// It cannot be changed any more.
    void tooLate(soban::OrderId order);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void refresh();
    void refreshLines(const PricedCart &priced, Language language);
    void submit();
    void settle(const Result<contract::OrderView, client::ApiError> &answer);
    void tell(const client::ApiError &error);
    void setUnderWay(bool isUnderWay);
    Money total() const;
    bool isOtherThanBefore(const PricedCart &priced) const;

    Services m_services;
    Cart &m_cart;
    const OrderBook &m_orders;
    std::optional<Address> m_address;
    QString m_placeName;
    std::optional<Money> m_agreedTotal; ///< the server's, where it has another price
    QString m_key;                      ///< of the command under way
    ui::TextLabel *m_title;
    ui::Banner *m_banner;
    QVBoxLayout *m_lines;
    ui::TextLabel *m_note;
    ui::TextLabel *m_toTitle;
    PlaceCard *m_to;
    NoticeBox *m_charge;
    ui::Button *m_back;
    ui::Button *m_make;
};

} // namespace soban::customer
