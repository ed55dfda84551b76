// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/AccountSheet.h"

#include "client-customer/CardRegistrar.h"
#include "client-customer/CardWords.h"
#include "client-customer/IconText.h"
#include "client-customer/MessageChoice.h"
#include "client-customer/PlaceCard.h"
#include "client-customer/SentMessages.h"
#include "client/Calls.h"
#include "desk/Complaint.h"
#include "ui/Button.h"
#include "ui/FittingPane.h"
#include "ui/Formats.h"
#include "ui/Segment.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kWidest = 480;
constexpr int kRing = 6;       ///< room for the ring around what has the focus
constexpr int kScrollBar = 12; ///< stands in the margin, so that all ends at one edge

TextLabel *hintLabel() {
    auto *label = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    label->setMostLines(0);
    return label;
}

} // namespace

AccountSheet::AccountSheet(const Services &services, const PlaceBook &places,
                           MessageChoice &messages, const contract::AccountView &account,
                           QWidget *host)
    : Sheet(host)
    , m_services(services)
    , m_places(places)
    , m_messages(messages)
    , m_account(account) {
    setWidest(kWidest);
    build();
    connect(m_close, &Button::clicked, this, &Sheet::close);
    connect(m_address, &PlaceCard::clicked, this, [this] {
        close();
        emit addressesChosen();
    });
    connect(m_settings, &Button::clicked, this, [this] {
        close();
        emit settingsChosen();
    });
    connect(&m_places, &PlaceBook::changed, this, &AccountSheet::showPlace);
    connect(m_messageWay, &Segment::chosen, this,
            [this](int way) { m_messages.choose(allOf<MessageWay>().at(std::size_t(way))); });
    connect(&m_messages, &MessageChoice::changed, this, &AccountSheet::showMessageWay);
    connect(m_registrar, &CardRegistrar::failed, this, [this](const client::ApiError &error) {
        m_cardsHint->setText(desk::explain(error).text());
        m_cardsHint->show();
    });
    connect(&m_services.events, &client::EventStream::eventReceived, this,
            [this](const contract::EventEnvelope &event) {
                if (event.type == EventType::CardRegistered && isOpen())
                    fetchCards();
            });
    connect(&m_services.link, &desk::Link::stateChanged, this, [this] {
        if (isOpen() && m_isFailed && !m_services.isAged())
            fetchCards();
    });
    retranslate();
}

void AccountSheet::build() {
    m_name = new TextLabel(Text::Sum, Weight::Bold);
    m_name->setMostLines(0);
    m_reach = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    m_reach->setMostLines(0);
    m_seen = hintLabel();
    m_close = new Button(ButtonRole::Plain, Icon::Close);
    m_close->setTall(metrics::kDenseHeight);
    auto *first = new QHBoxLayout;
    first->addWidget(m_name, 1);
    first->addWidget(m_close, 0, Qt::AlignTop);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(kRing, 0, kRing + kScrollBar, 0);
    head->setSpacing(metrics::kGap4);
    head->addLayout(first);
    head->addWidget(m_reach);
    head->addWidget(m_seen);
    auto *pane = new FittingPane;
    pane->setContent(makeBody());
    pane->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    // Its place is known once the layout has followed.
    connect(m_registrar, &CardRegistrar::linkShown, pane, [pane](QWidget *link) {
        QTimer::singleShot(0, link, [pane, link] { pane->ensureWidgetVisible(link); });
    });
    QMargins around = column()->contentsMargins();
    around -= QMargins(kRing, 0, kRing + kScrollBar, 0);
    column()->setContentsMargins(around);
    column()->addLayout(head);
    column()->addWidget(pane, 1);
}

QWidget *AccountSheet::makeBody() {
    m_addressTitle = new TextLabel(Text::Name, Weight::Bold);
    m_address = new PlaceCard(PlaceCard::Mark::Pin);
    m_cardsTitle = new TextLabel(Text::Name, Weight::Bold);
    m_cardsHint = hintLabel();
    m_registrar = new CardRegistrar(m_services);
    m_messagesTitle = new TextLabel(Text::Name, Weight::Bold);
    m_messageWay = new Segment;
    m_messagesHint = hintLabel();
    m_settings = new Button(ButtonRole::Plain, Icon::Gear);
    m_settingsHint = hintLabel();
    auto *body = new QWidget;
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(kRing, kRing, kRing, kRing);
    column->setSpacing(metrics::kGap8);
    column->addWidget(m_addressTitle);
    column->addWidget(m_address);
    column->addSpacing(metrics::kGap8);
    column->addWidget(m_cardsTitle);
    m_cardRows = new QWidget;
    column->addWidget(m_cardRows);
    column->addWidget(m_cardsHint);
    column->addWidget(m_registrar);
    column->addSpacing(metrics::kGap8);
    column->addWidget(m_messagesTitle);
    column->addWidget(m_messageWay);
    column->addWidget(m_messagesHint);
    column->addSpacing(metrics::kGap8);
    column->addWidget(m_settings);
    column->addWidget(m_settingsHint);
    return body;
}

void AccountSheet::show() {
    m_registrar->end();
    retranslate();
    fetchCards();
    open();
}

void AccountSheet::fetchCards() {
    m_call = std::make_unique<QObject>();
    m_services.api.send(client::calls::cards(), m_call.get(),
                        client::Callback<contract::CardList>([this](const auto &answer) {
                            m_isFailed = !answer;
                            m_isLoaded = m_isLoaded || answer.ok();
                            if (answer) {
                                if (answer->cards.size() > m_cards.size())
                                    m_registrar->end(); // it has come
                                m_cards = answer->cards;
                            }
                            showCards();
                        }));
}

void AccountSheet::showCards() {
    auto *rows = new QWidget;
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap8);
    for (const contract::CardView &card : std::as_const(m_cards)) {
        auto *name = new IconText(Icon::Card, Text::Body, Weight::Bold);
        name->setText(cardName(card.brand, Look::of(this).language()));
        auto *number = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
        number->setText(cardNumber(card.maskedNumber));
        number->setKeptWhole(true);
        auto *row = new QHBoxLayout;
        row->addWidget(name, 1);
        row->addWidget(number);
        column->addLayout(row);
    }
    delete m_cardRows->parentWidget()->layout()->replaceWidget(m_cardRows, rows);
    m_cardRows->deleteLater();
    m_cardRows = rows;
    rows->setVisible(!m_cards.isEmpty());
    m_cardsHint->setText(
        m_isFailed ? tr("The cards could not be loaded. We try again once there is a connection.")
        : !m_isLoaded       ? tr("Your cards are being loaded.")
        : m_cards.isEmpty() ? tr("None yet. A card that you register is offered with every order.")
                            : QString());
    m_cardsHint->setVisible(!m_cardsHint->text().isEmpty());
}

void AccountSheet::showPlace() {
    const contract::SavedAddress *place = m_places.chosen();
    m_address->setPlace(place ? place->label : QString(),
                        place ? place->address.text : tr("Add an address"));
}

void AccountSheet::showMessageWay() {
    const auto ways = allOf<MessageWay>();
    QList<Segment::Part> parts;
    for (MessageWay way : ways)
        parts.append({wayName(way)});
    m_messageWay->setParts(parts);
    m_messageWay->setEnabled(m_messages.way().has_value());
    const auto chosen = std::find(ways.begin(), ways.end(), m_messages.way());
    if (chosen != ways.end())
        m_messageWay->setCurrent(int(chosen - ways.begin()));
}

void AccountSheet::retranslate() {
    setAccessibleName(tr("Your account"));
    m_name->setText(m_account.name);
    m_reach->setText(m_account.phone.isEmpty()
                         ? m_account.login
                         : m_account.login + u'\n' + phoneText(m_account.phone));
    m_seen->setText(tr("Shop and rider see your phone number until the order is handed over."));
    m_seen->setVisible(!m_account.phone.isEmpty());
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_addressTitle->setText(tr("Your addresses"));
    m_address->setAccessibleDescription(tr("Choose, add, change or delete addresses"));
    m_cardsTitle->setText(tr("Your cards"));
    m_registrar->button()->setText(tr("Register a card"));
    m_messagesTitle->setText(tr("Messages to your phone"));
    m_messageWay->setAccessibleName(m_messagesTitle->text());
    m_messagesHint->setText(
        tr("When an order is accepted, leaves, or ends: in the language of this app. Who has no "
           "KakaoTalk gets an SMS."));
    m_settings->setText(tr("Settings"));
    m_settingsHint->setText(tr("Language, appearance, text size, sounds, and signing out."));
    showPlace();
    showCards();
    showMessageWay();
}

void AccountSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange && isOpen())
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::customer
