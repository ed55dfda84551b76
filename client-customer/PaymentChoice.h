// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Services.h"
#include "contract/Identity.h"

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace soban::ui {
class Banner;
class ChoiceRow;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

class CardRegistrar;

/// How an order is paid: by one of the customer's cards, or on delivery; and the way to another
/// card.
class PaymentChoice : public QWidget {
    Q_OBJECT

public:
    struct Choice {
        PaymentMethod method;
        std::optional<CardId> card;
    };

    /// `before`: what has the keyboard before it.
    PaymentChoice(const Services &services, QWidget *before, QWidget *parent = nullptr);

    /// For the next order: asks which cards there are.
    void begin();
    /// Whoever gets a gift does not pay for it: with a recipient there is no payment on delivery.
    void setRecipient(bool hasRecipient);
    /// Whoever collects it pays at the counter, not at a door.
    void setCollected(bool isCollected);
    /// Nothing while nothing is chosen.
    std::optional<Choice> choice() const;
    /// Until one is chosen it can only be a card that is yet to be registered.
    bool isByCard() const;
    /// What happens to the money of an order that is not paid by card.
    QString wordsOnDelivery() const;
    /// Says that there is no choice yet, and takes the keyboard to where one is made.
    void complain();

signals:
    void ready();  ///< it is known which cards there are, or that they cannot be asked for
    void chosen(); ///< or nothing is any more
    void failed(const soban::client::ApiError &error);
    void linkShown(QWidget *link); ///< to be looked at

protected:
    void changeEvent(QEvent *event) override;

private:
    void fetch();
    void take(const QList<contract::CardView> &cards);
    ui::ChoiceRow *addRow(int place);
    void chooseLatest();
    void chooseFirst();
    void leadAway();
    void tellOfCards();
    void settle();
    void orderTabs();
    void retranslate();

    Services m_services;
    QWidget *m_before;
    QList<contract::CardView> m_cards;
    QList<ui::ChoiceRow *> m_cardRows; ///< one for each card
    ui::ChoiceRow *m_onDelivery;
    QButtonGroup *m_group;
    QVBoxLayout *m_rows;
    ui::Banner *m_trouble; ///< no card can be charged
    ui::TextLabel *m_complaint;
    CardRegistrar *m_registrar;
    std::unique_ptr<QObject> m_call;
    bool m_hasRecipient = false;
    bool m_isCollected = false;
    bool m_isChosenByHand = false;
    bool m_isLedAway = false; ///< from a card, while none can be charged
};

} // namespace soban::customer
