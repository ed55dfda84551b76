// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Ordering.h"

#include <QWidget>

namespace soban::ui {
class Button;
class Card;
class CodePlate;
class Receipt;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

class IconText;

/// What stands beside an order: the code for the door, who brings it, where to, and the receipt.
class OrderSide : public QWidget {
    Q_OBJECT

public:
    explicit OrderSide(QWidget *parent = nullptr);

    /// Where to collect; empty while it is not known. Shown with the next order that is set.
    void setShopAddress(const QString &address) { m_shopAddress = address; }
    void setOrder(const contract::OrderView &order, const QList<contract::PaymentView> &payments,
                  Instant now);

signals:
    void printChosen();
    void pdfChosen();

private:
    QWidget *makeCode();
    QWidget *makeRider();
    QWidget *makeAddress();
    QWidget *makeReceipt();
    void offerPaper();
    void setCode(const contract::OrderView &order, Instant now);
    static QString codeHint(const contract::OrderView &order);

    ui::CodePlate *m_code;
    ui::Card *m_usedCode; ///< in the place of the plate, once it has been shown
    IconText *m_usedCodeText;
    ui::TextLabel *m_usedCodeAt;
    ui::Card *m_riderCard;
    ui::TextLabel *m_rider;
    ui::TextLabel *m_riderDoes;
    QString m_shopAddress;
    IconText *m_where;
    ui::TextLabel *m_address;
    ui::TextLabel *m_note;
    IconText *m_receiptTitle;
    ui::Button *m_paper;
    ui::Receipt *m_receipt;
};

} // namespace soban::customer
