// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CheckoutSheet.h"

#include "client-customer/FittingPane.h"
#include "client-customer/WantedTimeRow.h"
#include "client/Calls.h"
#include "desk/Complaint.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/FieldRow.h"
#include "ui/Formats.h"
#include "ui/Words.h"

#include <QButtonGroup>
#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kWidest = 520;
constexpr int kLongestName = 50;
constexpr int kLongestPhone = 20;
constexpr int kLongestCardText = 200;
constexpr int kRing = 6; ///< room for the ring around what has the focus
/// Of the button group: cards count from 0.
constexpr int kOnDelivery = 1'000;

} // namespace

CheckoutSheet::CheckoutSheet(const Services &services, Cart &cart, QWidget *host)
    : Sheet(host)
    , m_services(services)
    , m_cart(cart)
    , m_checkout(new Checkout(services, cart, this)) {
    setWidest(kWidest);
    build();
    connectParts();
    retranslate();
}

void CheckoutSheet::build() {
    m_title = new TextLabel(Text::Sum, Weight::Bold);
    m_banner = new Banner;
    m_banner->hide();
    m_to = new TextLabel(Text::Body, Weight::Bold);
    m_to->setMostLines(2);
    m_gift = new ChoiceRow(ChoiceRow::Kind::Any, {});
    m_name = new TextField;
    m_name->setMaxLength(kLongestName);
    m_phone = new TextField;
    m_phone->setMaxLength(kLongestPhone);
    m_phone->setSymbol(Icon::Phone);
    m_cardText = new TextField;
    m_cardText->setMaxLength(kLongestCardText);
    m_nameRow = new FieldRow(m_name);
    m_phoneRow = new FieldRow(m_phone);
    m_cardTextRow = new FieldRow(m_cardText);
    m_giftFields = new QWidget;
    auto *gift = new QVBoxLayout(m_giftFields);
    gift->setContentsMargins(0, 0, 0, 0);
    auto *who = new QHBoxLayout;
    who->addWidget(m_nameRow, 1);
    who->addWidget(m_phoneRow, 1);
    gift->addLayout(who);
    gift->addWidget(m_cardTextRow);
    m_payTitle = new TextLabel(Text::Name, Weight::Bold);
    m_methods = new QButtonGroup(this);
    m_methodRows = new QWidget;
    auto *methods = new QVBoxLayout(m_methodRows);
    methods->setContentsMargins(0, 0, 0, 0);
    methods->setSpacing(metrics::kGap8);
    m_register = new Button(ButtonRole::Bare, Icon::Card);
    m_order = new Button(ButtonRole::Primary, Icon::Check);
    m_order->setTall(metrics::kShopHeight);
    m_back = new Button(ButtonRole::Plain);
    m_back->setTall(metrics::kShopHeight);
    m_hint = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_hint->setMostLines(3);

    m_when = new WantedTimeRow(m_services.clock);

    m_body = new QWidget;
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(kRing, 0, kRing, kRing);
    body->setSpacing(metrics::kGap12);
    for (QWidget *part :
         {static_cast<QWidget *>(m_to), static_cast<QWidget *>(m_gift), m_giftFields,
          static_cast<QWidget *>(m_when), static_cast<QWidget *>(m_payTitle), m_methodRows})
        body->addWidget(part);
    body->addWidget(m_register, 0, Qt::AlignLeft);
    body->addWidget(m_hint);
    auto *pane = new FittingPane;
    pane->setContent(m_body);
    auto *answers = new QHBoxLayout;
    answers->addWidget(m_back);
    answers->addWidget(m_order, 1);
    column()->addWidget(m_title);
    column()->addWidget(m_banner);
    column()->addWidget(pane, 1);
    column()->addLayout(answers);
}

void CheckoutSheet::connectParts() {
    connect(m_back, &Button::clicked, this, &Sheet::close);
    connect(m_order, &Button::clicked, this, &CheckoutSheet::submit);
    connect(m_register, &Button::clicked, this, &CheckoutSheet::registerCard);
    connect(m_gift, &ChoiceRow::toggled, m_giftFields, &QWidget::setVisible);
    connect(&m_services.events, &client::EventStream::eventReceived, this,
            [this](const contract::EventEnvelope &event) {
                if (event.type == EventType::CardRegistered && isOpen())
                    fetchCards();
            });
    connect(m_checkout, &Checkout::started, this, [this] {
        m_order->setBusy(true);
        m_order->setText(tr("Ordering"));
        setDismissible(false);
    });
    connect(m_checkout, &Checkout::placed, this, [this](const contract::OrderView &order) {
        ended();
        close();
        emit placed(order);
    });
    connect(m_checkout, &Checkout::refused, this, [this](const client::ApiError &error) {
        ended();
        open(); // it may have been left to itself
        tell(error);
    });
    connect(m_checkout, &Checkout::priceChanged, this, [this](const contract::QuoteView &quote) {
        m_agreedTotal = quote.total;
        ended();
        open();
        m_banner->tell(Tone::Waiting, Icon::Info, tr("The price has changed."),
                       tr("Nothing was ordered. It is %1 now.").arg(moneyText(quote.total)));
        m_banner->show();
        m_order->setFocus(Qt::OtherFocusReason);
    });
    // The order goes on without the sheet; the cart says so.
    connect(m_checkout, &Checkout::waiting, this, &Sheet::close);
}

void CheckoutSheet::ended() {
    m_order->setBusy(false);
    setDismissible(true);
    reprice();
}

bool CheckoutSheet::isGift() const {
    return m_gift->isChecked();
}

void CheckoutSheet::show(const Address &address) {
    m_address = address;
    m_agreedTotal.reset();
    m_banner->hide();
    m_gift->setChecked(m_cart.shop()->card.kind == ShopKind::Flowers);
    m_giftFields->setVisible(isGift());
    const bool isFlowers = m_cart.shop()->card.kind == ShopKind::Flowers;
    m_when->setVisible(isFlowers);
    if (isFlowers)
        m_when->setShop(*m_cart.shop());
    showCards(m_cards);
    fetchCards();
    retranslate();
    open();
}

void CheckoutSheet::fetchCards() {
    m_call = std::make_unique<QObject>();
    m_services.api.send(client::calls::cards(), m_call.get(),
                        client::Callback<contract::CardList>([this](const auto &answer) {
                            if (answer)
                                showCards(answer->cards);
                            else
                                tell(answer.error());
                        }));
}

void CheckoutSheet::showCards(const QList<contract::CardView> &cards) {
    int before = m_methods->checkedId();
    // Whoever has just registered a card wants to pay with it.
    const bool isNewCard = isOpen() && cards.size() > m_cards.size();
    if (isNewCard)
        before = int(cards.size()) - 1;
    m_cards = cards;
    const auto old = m_methods->buttons();
    for (QAbstractButton *row : old) {
        m_methods->removeButton(row);
        delete row;
    }
    const auto offer = [&](const QString &text, const QString &detail, int id) {
        auto *row = new ChoiceRow(ChoiceRow::Kind::One, text);
        row->setCarded(true);
        row->setDetail(detail);
        row->setAutoExclusive(false); // the group sees to it
        m_methods->addButton(row, id);
        m_methodRows->layout()->addWidget(row);
    };
    for (int i = 0; i < cards.size(); ++i)
        offer(cards.at(i).brand, cards.at(i).maskedNumber, i);
    offer(Words::of(PaymentMethod::OnDelivery), tr("cash or card, at the door"), kOnDelivery);
    QAbstractButton *kept = m_methods->button(before);
    (kept ? kept : m_methods->buttons().first())->setChecked(true);
}

void CheckoutSheet::registerCard() {
    m_register->setBusy(true);
    m_services.commands.submit(
        client::calls::startCardRegistration(), this,
        client::Callback<contract::CardRegistrationView>([this](const auto &answer) {
            m_register->setBusy(false);
            if (answer)
                QDesktopServices::openUrl(QUrl(answer->url));
            else
                tell(answer.error());
        }));
}

bool CheckoutSheet::isComplete() {
    const bool lacksName = isGift() && m_name->text().trimmed().isEmpty();
    const bool lacksPhone = isGift() && m_phone->text().trimmed().isEmpty();
    m_nameRow->setComplaint(lacksName ? tr("Who gets it?") : QString());
    m_phoneRow->setComplaint(lacksPhone ? tr("For the person at the door.") : QString());
    if (lacksName)
        m_name->setFocus(Qt::OtherFocusReason);
    else if (lacksPhone)
        m_phone->setFocus(Qt::OtherFocusReason);
    return !lacksName && !lacksPhone;
}

void CheckoutSheet::submit() {
    const auto priced = m_cart.priced();
    if (!priced || !isComplete())
        return;
    m_banner->hide();
    Destination destination{*m_address};
    if (isGift()) {
        destination.recipient = Recipient{m_name->text().trimmed(), m_phone->text().trimmed()};
        destination.cardText = m_cardText->text().trimmed();
    }
    if (!m_when->isHidden())
        destination.wantedAt = m_when->wanted();
    const int method = m_methods->checkedId();
    const Money total = m_agreedTotal.value_or(priced->total);
    if (method == kOnDelivery)
        m_checkout->place(destination, PaymentMethod::OnDelivery, {}, total);
    else
        m_checkout->place(destination, PaymentMethod::Card, m_cards.at(method).id, total);
}

bool CheckoutSheet::tellAtField(const client::ApiError &error) {
    if (!error.problem || !error.problem->field)
        return false;
    const QString &field = *error.problem->field;
    const auto say = [](FieldRow *row, TextField *at, const QString &words) {
        row->setComplaint(words);
        at->setFocus(Qt::TabFocusReason);
    };
    if (field == QLatin1StringView("wantedAt"))
        m_when->complain(error.is(contract::ErrorCode::ShopClosed)
                             ? tr("The shop is closed then. Choose another time.")
                             : tr("This time cannot be had. Choose another one."));
    else if (field == QLatin1StringView("recipient.name"))
        say(m_nameRow, m_name, tr("This name cannot be used."));
    else if (field == QLatin1StringView("recipient.phone"))
        say(m_phoneRow, m_phone, tr("This number cannot be used."));
    else if (field == QLatin1StringView("cardText"))
        say(m_cardTextRow, m_cardText, tr("These words cannot be used."));
    else
        return false;
    return true;
}

void CheckoutSheet::tell(const client::ApiError &error) {
    if (tellAtField(error))
        return;
    const desk::Complaint complaint = desk::explain(error);
    m_banner->tell(Tone::Danger, Icon::Warning, complaint.what,
                   complaint.kept + u' ' + complaint.advice);
    m_banner->show();
}

void CheckoutSheet::reprice() {
    const auto priced = m_cart.priced();
    if (!priced)
        return;
    m_order->setText(tr("Order for %1").arg(moneyText(m_agreedTotal.value_or(priced->total))));
}

void CheckoutSheet::retranslate() {
    m_title->setText(tr("Your order"));
    setAccessibleName(m_title->text());
    const bool isCollected = m_cart.fulfilment() == Fulfilment::Collection;
    if (m_address)
        m_to->setText(isCollected ? tr("You collect it at the shop.")
                                  : tr("To: %1").arg(m_address->text));
    m_gift->setText(tr("It is for somebody else"));
    m_nameRow->setLabel(tr("Name"));
    m_phoneRow->setLabel(tr("Telephone"));
    m_cardTextRow->setLabel(tr("Words on the card"));
    m_cardText->setPlaceholderText(tr("Happy birthday!"));
    m_payTitle->setText(tr("How do you pay?"));
    m_register->setText(tr("Register a card"));
    m_back->setText(tr("Back"));
    m_hint->setText(tr("A card is charged when you order. If the shop cannot take the order, the "
                       "money goes back at once."));
    reprice();
}

void CheckoutSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showCards(m_cards);
    }
    Sheet::changeEvent(event);
}

} // namespace soban::customer
