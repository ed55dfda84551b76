// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/PlaceBook.h"
#include "client-customer/Services.h"
#include "contract/Identity.h"
#include "ui/Sheet.h"

namespace soban::ui {
class Button;
class Segment;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

class CardRegistrar;
class MessageChoice;
class PlaceCard;

/// What is kept under the customer's name: who they are, their addresses, their cards, how messages
/// reach them, and the way to the settings.
class AccountSheet : public ui::Sheet {
    Q_OBJECT

public:
    AccountSheet(const Services &services, const PlaceBook &places, MessageChoice &messages,
                 const contract::AccountView &account, QWidget *host);

    void show();

signals:
    void addressesChosen();
    void settingsChosen();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *makeBody();
    void fetchCards();
    void showCards();
    void showPlace();
    void showMessageWay();
    void retranslate();

    Services m_services;
    const PlaceBook &m_places;
    MessageChoice &m_messages;
    const contract::AccountView m_account;
    QList<contract::CardView> m_cards;
    bool m_isLoaded = false; ///< the cards are
    bool m_isFailed = false;
    std::unique_ptr<QObject> m_call;
    ui::TextLabel *m_name;
    ui::TextLabel *m_reach;
    ui::TextLabel *m_seen;
    ui::Button *m_close;
    ui::TextLabel *m_addressTitle;
    PlaceCard *m_address;
    ui::TextLabel *m_cardsTitle;
    QWidget *m_cardRows = nullptr; ///< made anew with each answer
    ui::TextLabel *m_cardsHint;
    CardRegistrar *m_registrar;
    ui::TextLabel *m_messagesTitle;
    ui::Segment *m_messageWay;
    ui::TextLabel *m_messagesHint;
    ui::Button *m_settings;
    ui::TextLabel *m_settingsHint;
};

} // namespace soban::customer
