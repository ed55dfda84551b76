// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Services.h"
#include "contract/Ordering.h"
#include "ui/Sheet.h"

namespace soban::ui {
class Button;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

class NoticeBox;
class PaymentChoice;

/// Asks how an order is to be paid whose payment was declined, and says what then happens to the
/// money. Deletes itself once answered.
class PayAgainSheet : public ui::Sheet {
    Q_OBJECT

public:
    PayAgainSheet(const Services &services, const contract::OrderView &order, QWidget *host);

    /// Why it was declined, in the words of the card's bank; nothing if it gave no reason.
    void setReason(const QString &reason);

signals:
    void agreed(const soban::contract::PayRequest &request);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void agree();
    void showCharge();
    void retranslate();

    const contract::OrderView m_order;
    QString m_reason;
    ui::TextLabel *m_title;
    ui::TextLabel *m_what; ///< and until when
    NoticeBox *m_why;
    PaymentChoice *m_payment;
    ui::TextLabel *m_charge;
    ui::Button *m_pay;
    ui::Button *m_later;
    const Services m_services;
};

} // namespace soban::customer
