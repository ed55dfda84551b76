// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/PaymentChoice.h"

#include "client-customer/CardRegistrar.h"
#include "client-customer/CardWords.h"
#include "client/Calls.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/TextLabel.h"
#include "ui/Words.h"

#include <QButtonGroup>
#include <QEvent>
#include <QVBoxLayout>

namespace soban::customer {

using namespace ui;

PaymentChoice::PaymentChoice(const Services &services, QWidget *before, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_before(before)
    , m_group(new QButtonGroup(this))
    , m_rows(new QVBoxLayout)
    , m_trouble(new Banner)
    , m_complaint(new TextLabel(Text::Small, Weight::Bold, Ink::Danger))
    , m_registrar(new CardRegistrar(services)) {
    m_rows->setSpacing(metrics::kGap8);
    m_onDelivery = addRow(0);
    m_complaint->setMostLines(0);
    m_complaint->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap8);
    column->addWidget(m_trouble);
    column->addLayout(m_rows);
    column->addWidget(m_complaint);
    column->addWidget(m_registrar);
    connect(m_registrar, &CardRegistrar::failed, this, &PaymentChoice::failed);
    connect(m_registrar, &CardRegistrar::linkShown, this, &PaymentChoice::linkShown);
    connect(m_group, &QButtonGroup::buttonClicked, this, [this] {
        m_isChosenByHand = true;
        m_isLedAway = false;
        m_complaint->hide();
    });
    connect(m_group, &QButtonGroup::buttonToggled, this, &PaymentChoice::chosen);
    connect(&m_services.events, &client::EventStream::eventReceived, this,
            [this](const contract::EventEnvelope &event) {
                if (event.type == EventType::CardRegistered && isVisible())
                    fetch();
            });
    connect(&m_services.events, &client::EventStream::cardPaymentChanged, this,
            &PaymentChoice::tellOfCards);
    settle();
    retranslate();
}

void PaymentChoice::begin() {
    m_isChosenByHand = false;
    m_complaint->hide();
    m_registrar->end();
    if (std::exchange(m_isLedAway, false))
        chooseFirst();
    leadAway();
    fetch();
}

void PaymentChoice::setRecipient(bool hasRecipient) {
    m_hasRecipient = hasRecipient;
    m_complaint->hide();
    settle();
    retranslate();
}

void PaymentChoice::setCollected(bool isCollected) {
    m_isCollected = isCollected;
    retranslate();
}

std::optional<PaymentChoice::Choice> PaymentChoice::choice() const {
    if (m_onDelivery->isChecked())
        return Choice{PaymentMethod::OnDelivery, {}};
    for (int i = 0; i < m_cards.size(); ++i) {
        if (m_cardRows.at(i)->isChecked())
            return Choice{PaymentMethod::Card, m_cards.at(i).id};
    }
    return std::nullopt;
}

bool PaymentChoice::isByCard() const {
    const auto chosen = choice();
    return !chosen || chosen->method == PaymentMethod::Card;
}

QString PaymentChoice::wordsOnDelivery() const {
    return m_isCollected ? tr("Nothing is charged now: you pay at the counter.")
                         : tr("Nothing is charged now: you pay when it comes.");
}

void PaymentChoice::complain() {
    m_complaint->setText(m_cards.isEmpty() ? tr("A gift is paid by card. Register one first.")
                                           : tr("Choose a card."));
    m_complaint->show();
    QWidget *next =
        m_cards.isEmpty() ? static_cast<QWidget *>(m_registrar->button()) : m_cardRows.first();
    next->setFocus(Qt::TabFocusReason);
}

void PaymentChoice::fetch() {
    m_call = std::make_unique<QObject>();
    m_services.api.send(client::calls::cards(), m_call.get(),
                        client::Callback<contract::CardList>([this](const auto &answer) {
                            if (answer)
                                take(answer->cards);
                            else
                                emit failed(answer.error());
                            emit ready();
                        }));
}

ChoiceRow *PaymentChoice::addRow(int place) {
    auto *row = new ChoiceRow(ChoiceRow::Kind::One, {});
    row->setCarded(true);
    row->setAutoExclusive(false); // the group sees to it
    m_group->addButton(row);
    m_rows->insertWidget(place, row);
    return row;
}

void PaymentChoice::take(const QList<contract::CardView> &cards) {
    // Rows stay where they are: one of them may be pressed just now.
    for (int i = int(m_cards.size()) - 1; i >= 0; --i) {
        const bool isKept = std::any_of(cards.cbegin(), cards.cend(), [&](const auto &card) {
            return card.id == m_cards.at(i).id;
        });
        if (isKept)
            continue;
        m_cards.removeAt(i);
        m_cardRows.takeAt(i)->deleteLater();
    }
    bool isMore = false;
    for (const contract::CardView &card : cards) {
        const bool isKnown = std::any_of(m_cards.cbegin(), m_cards.cend(),
                                         [&](const auto &other) { return other.id == card.id; });
        if (isKnown)
            continue;
        isMore = true;
        m_cardRows.append(addRow(int(m_cards.size())));
        m_cards.append(card);
    }
    // Whoever has just registered a card wants to pay with it.
    const bool isRegistered = isMore && m_registrar->isUnderWay();
    if (isRegistered)
        m_registrar->end();
    if (isMore && (isRegistered || !m_isChosenByHand))
        chooseLatest();
    if (!isRegistered)
        leadAway();
    settle();
    orderTabs();
    retranslate();
}

void PaymentChoice::orderTabs() {
    // New rows are at the end of all; the keyboard goes as the eye does.
    QWidget *last = m_before;
    const auto follow = [&last](QWidget *next) {
        setTabOrder(last, next);
        last = next;
    };
    for (ChoiceRow *row : std::as_const(m_cardRows))
        follow(row);
    follow(m_onDelivery);
    follow(m_registrar->button());
}

void PaymentChoice::chooseLatest() {
    m_cardRows.last()->setChecked(true);
    m_complaint->hide();
}

void PaymentChoice::chooseFirst() {
    if (!m_cards.isEmpty())
        chooseLatest();
    else
        m_onDelivery->setChecked(!m_hasRecipient);
}

/// To what works, whoever has not chosen yet; for this order, and never under the hand of somebody
/// who is about to press.
void PaymentChoice::leadAway() {
    const bool isOnDelivery = m_hasRecipient || m_onDelivery->isChecked();
    if (m_isChosenByHand || isOnDelivery || !m_services.events.isCardPaymentDown())
        return;
    m_onDelivery->setChecked(true);
    m_isLedAway = true;
}

void PaymentChoice::tellOfCards() {
    const bool isDown = m_services.events.isCardPaymentDown();
    m_trouble->tell(Tone::Late, Icon::Card, tr("Card payment does not work at the moment."),
                    m_hasRecipient ? tr("Try again in a few minutes.")
                                   : tr("Pay on delivery, or try again in a few minutes."));
    m_trouble->setVisible(isDown);
}

/// What is chosen must be possible.
void PaymentChoice::settle() {
    m_onDelivery->setEnabled(!m_hasRecipient);
    if (m_hasRecipient && m_onDelivery->isChecked()) {
        m_group->setExclusive(false);
        m_onDelivery->setChecked(false);
        m_group->setExclusive(true);
    }
    if (!m_group->checkedButton())
        chooseFirst();
}

void PaymentChoice::retranslate() {
    for (int i = 0; i < m_cards.size(); ++i) {
        m_cardRows.at(i)->setText(cardName(m_cards.at(i).brand, Look::of(this).language()));
        m_cardRows.at(i)->setDetail(cardNumber(m_cards.at(i).maskedNumber));
    }
    m_onDelivery->setText(m_isCollected ? tr("Pay at the shop")
                                        : Words::of(PaymentMethod::OnDelivery));
    m_onDelivery->setDetail(m_hasRecipient  ? tr("not for a gift: the recipient would pay")
                            : m_isCollected ? tr("cash or card, at the counter")
                                            : tr("cash or card, at the door"));
    m_registrar->button()->setText(tr("Register a card"));
    tellOfCards();
}

void PaymentChoice::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
