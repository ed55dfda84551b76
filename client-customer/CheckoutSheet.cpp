// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CheckoutSheet.h"

#include "client-customer/CardTextEdit.h"
#include "client-customer/NoticeBox.h"
#include "client-customer/PaymentChoice.h"
#include "client-customer/PhoneInput.h"
#include "client-customer/PlaceCard.h"
#include "client-customer/ShopCardDelegate.h"
#include "client-customer/WantedTimeRow.h"
#include "desk/Complaint.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/FieldRow.h"
#include "ui/FittingPane.h"
#include "ui/Formats.h"
#include "ui/Question.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QTimer>
#include <QVBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kWidest = 520;
constexpr int kLongestName = 50;
constexpr int kLongestPhone = 20;
constexpr int kRing = 6;       ///< room for the ring around what has the focus
constexpr int kScrollBar = 12; ///< stands in the margin, so that all ends at one edge

} // namespace

CheckoutSheet::CheckoutSheet(const Services &services, Cart &cart, QWidget *host)
    : Sheet(host)
    , m_services(services)
    , m_cart(cart)
    , m_checkout(new Checkout(services, cart, this)) {
    setWidest(kWidest);
    setTopKept(true);
    build();
    connectParts();
    retranslate();
}

void CheckoutSheet::build() {
    m_title = new TextLabel(Text::Sum, Weight::Bold);
    m_banner = new Banner;
    m_banner->hide();
    m_busy = new NoticeBox(Tone::Waiting, Icon::Clock);
    m_gift = new ChoiceRow(ChoiceRow::Kind::Any, {});
    m_when = new WantedTimeRow(m_services.clock);
    m_payTitle = new TextLabel(Text::Name, Weight::Bold);
    m_payment = new PaymentChoice(m_services, m_when->lastField());
    m_order = new Button(ButtonRole::Primary, Icon::Check);
    m_order->setTall(metrics::kShopHeight);
    m_back = new Button(ButtonRole::Plain);
    m_back->setTall(metrics::kShopHeight);
    m_hint = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_hint->setMostLines(0);
    QGridLayout *charges = makeCharges();

    m_body = new QWidget;
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(kRing, kRing, kRing, kRing);
    body->setSpacing(metrics::kGap12);
    // For whom, then where to: whoever looks for a friend's address looks below the friend's name.
    for (QWidget *part : {static_cast<QWidget *>(m_gift), makeGiftFields(), makePlace(),
                          static_cast<QWidget *>(m_busy), static_cast<QWidget *>(m_when),
                          static_cast<QWidget *>(m_payTitle), static_cast<QWidget *>(m_payment),
                          static_cast<QWidget *>(m_hint)})
        body->addWidget(part);
    auto *pane = new FittingPane;
    pane->setContent(m_body);
    // Edges must not depend on whether it is there; it shows only when there is something below.
    pane->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    // Its place is known once the layout has followed.
    connect(m_payment, &PaymentChoice::linkShown, pane, [pane](QWidget *link) {
        QTimer::singleShot(0, link, [pane, link] { pane->ensureWidgetVisible(link); });
    });
    // The fields have room for rings at their sides; the rest stands where they do.
    auto *head = new QVBoxLayout;
    head->setContentsMargins(kRing, 0, kRing + kScrollBar, 0);
    head->addWidget(m_title);
    head->addWidget(m_banner);
    auto *answers = new QHBoxLayout;
    answers->setContentsMargins(kRing, 0, kRing + kScrollBar, 0);
    answers->addWidget(m_back);
    answers->addWidget(m_order, 1);
    QMargins around = column()->contentsMargins();
    around -= QMargins(kRing, 0, kRing + kScrollBar, 0);
    column()->setContentsMargins(around);
    column()->addLayout(head);
    column()->addWidget(pane, 1);
    column()->addLayout(charges);
    column()->addLayout(answers);
}

/// Beside the button, whatever has to be scrolled to. One of the two is seen; the room is that of
/// the longer, so that the button does not move with the choice.
QGridLayout *CheckoutSheet::makeCharges() {
    auto *charges = new QGridLayout;
    charges->setContentsMargins(kRing, 0, kRing + kScrollBar, 0);
    for (TextLabel **charge : {&m_chargedNow, &m_chargedLater}) {
        *charge = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
        (*charge)->setMostLines(0);
        QSizePolicy policy = (*charge)->sizePolicy();
        policy.setRetainSizeWhenHidden(true);
        (*charge)->setSizePolicy(policy);
        charges->addWidget(*charge, 0, 0, Qt::AlignTop);
    }
    return charges;
}

QWidget *CheckoutSheet::makeGiftFields() {
    m_name = new TextField;
    m_name->setMaxLength(kLongestName);
    m_phone = new TextField;
    m_phone->setMaxLength(kLongestPhone);
    m_phone->setSymbol(Icon::Phone);
    m_phone->setValidator(new PhoneValidator(m_phone));
    connect(m_phone, &QLineEdit::editingFinished, this, [this] {
        const bool isTyped = m_phone->isModified();
        m_phone->setText(tidyPhone(m_phone->text()));
        m_phone->setModified(isTyped); // or a click beside the sheet would lose it
    });
    m_nameRow = new FieldRow(m_name);
    m_phoneRow = new FieldRow(m_phone);
    m_giftFields = new QWidget;
    auto *gift = new QVBoxLayout(m_giftFields);
    gift->setContentsMargins(0, 0, 0, 0);
    auto *who = new QHBoxLayout;
    who->addWidget(m_nameRow, 1, Qt::AlignTop);
    who->addWidget(m_phoneRow, 1, Qt::AlignTop);
    gift->addLayout(who);
    gift->addWidget(makeCardBox());
    return m_giftFields;
}

QWidget *CheckoutSheet::makeCardBox() {
    m_cardText = new CardTextEdit;
    m_cardTextRow = new FieldRow(m_cardText);
    m_cardCount = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_cardCount->setKeptWhole(true);
    m_cardCount->setText(m_cardText->countText());
    connect(m_cardText, &QTextEdit::textChanged, this,
            [this] { m_cardCount->setText(m_cardText->countText()); });
    m_cardBox = new QWidget;
    auto *box = new QGridLayout(m_cardBox);
    box->setContentsMargins(0, 0, 0, 0);
    box->addWidget(m_cardTextRow, 0, 0, Qt::AlignTop);
    // At the end of the line that the label begins.
    box->addWidget(m_cardCount, 0, 0, Qt::AlignTop | Qt::AlignRight);
    return m_cardBox;
}

QWidget *CheckoutSheet::makePlace() {
    m_toTitle = new TextLabel(Text::Name, Weight::Bold);
    m_to = new PlaceCard(PlaceCard::Mark::Pin);
    m_own = new NoticeBox(Tone::Waiting, Icon::Warning);
    auto *place = new QWidget;
    auto *column = new QVBoxLayout(place);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap8);
    column->addWidget(m_toTitle);
    column->addWidget(m_to);
    column->addWidget(m_own);
    return place;
}

void CheckoutSheet::connectParts() {
    connect(m_back, &Button::clicked, this, &Sheet::close);
    connect(m_order, &Button::clicked, this, &CheckoutSheet::submit);
    connect(m_to, &PlaceCard::clicked, this, &CheckoutSheet::addressWanted);
    connect(m_gift, &ChoiceRow::toggled, this, &CheckoutSheet::turnToGift);
    connect(m_payment, &PaymentChoice::failed, this, &CheckoutSheet::tell);
    connect(m_payment, &PaymentChoice::chosen, this, &CheckoutSheet::showCharge);
    connect(m_checkout, &Checkout::started, this, [this] {
        m_order->setBusy(true);
        m_order->setText(tr("Placing your order"));
        setDismissible(false);
    });
    connect(m_checkout, &Checkout::placed, this, [this](const contract::OrderView &order) {
        leave();
        emit placed(order);
    });
    connect(m_checkout, &Checkout::declined, this, [this](const contract::PresentStage &order) {
        const bool wasGift = isGift();
        leave();
        emit declined(order, wasGift);
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

/// There is an order.
void CheckoutSheet::leave() {
    ended();
    forgetRecipient();
    close();
}

void CheckoutSheet::ended() {
    m_order->setBusy(false);
    setDismissible(true);
    reprice();
}

bool CheckoutSheet::isGift() const {
    return m_gift->isChecked() && !m_gift->isHidden();
}

void CheckoutSheet::turnToGift(bool isGift) {
    m_giftFields->setVisible(isGift);
    m_payment->setRecipient(isGift);
    showPlace();
}

void CheckoutSheet::forgetRecipient() {
    for (TextField *field : {m_name, m_phone})
        field->clear();
    m_cardText->clear();
}

/// Flowers are mostly for somebody else; what one collects is not.
void CheckoutSheet::beginGift() {
    const contract::ShopCard &shop = m_cart.shop()->card;
    const bool isFlowers = shop.kind == ShopKind::Flowers;
    const bool isCollected = m_cart.fulfilment() == Fulfilment::Collection;
    if (std::exchange(m_filledFor, shop.id) != shop.id)
        forgetRecipient();
    // Meals come without.
    m_card = isFlowers ? greetingCardOf(*m_cart.shop(), m_cart.lines()) : GreetingCard::Without;
    m_cardBox->setVisible(m_card != GreetingCard::Without);
    for (FieldRow *row : {m_nameRow, m_phoneRow, m_cardTextRow})
        row->setComplaint({});
    m_gift->setVisible(!isCollected);
    m_gift->setChecked(isFlowers && !isCollected);
    turnToGift(isGift());
    m_payment->setCollected(isCollected);
}

void CheckoutSheet::show(const contract::SavedAddress &place, bool isUsual) {
    m_agreedTotal.reset();
    m_banner->hide();
    beginGift();
    m_when->setShop(*m_cart.shop(), m_cart.fulfilment());
    m_busy->setVisible(busyChip(m_cart.shop()->card).has_value());
    m_payment->begin();
    setPlace(place, isUsual);
    retranslate();
    open();
}

void CheckoutSheet::setPlace(const contract::SavedAddress &place, bool isUsual) {
    m_place = place;
    m_isUsualPlace = isUsual;
    m_isOwnAgreed = false;
    showPlace();
}

void CheckoutSheet::showPlace() {
    if (!m_place)
        return;
    const bool isCollected = m_cart.fulfilment() == Fulfilment::Collection;
    m_toTitle->setText(isCollected ? tr("Collect at")
                       : isGift()  ? tr("The recipient's address")
                                   : tr("Deliver to"));
    m_to->setEnabled(!isCollected);
    m_to->setAccessibleDescription(m_toTitle->text());
    if (isCollected)
        m_to->setPlace(tr("You collect it at the shop"), m_cart.shop()->address);
    else
        m_to->setPlace(m_place->label, m_place->address.text);
    m_own->setVisible(isGift() && m_isUsualPlace);
    m_own->setWords(tr("This is your own address."),
                    tr("Press the address to choose where the gift goes."));
}

bool CheckoutSheet::isComplete() {
    // The keyboard goes to the first of what is lacking.
    const bool isCardThere = isCardComplete();
    return isRecipientComplete() && isCardThere;
}

bool CheckoutSheet::isRecipientComplete() {
    const QString phone = m_phone->text().trimmed();
    const bool lacksName = isGift() && m_name->text().trimmed().isEmpty();
    const bool lacksPhone = isGift() && !isWholePhone(phone);
    m_nameRow->setComplaint(lacksName ? tr("Enter the recipient's name.") : QString());
    m_phoneRow->setComplaint(!lacksPhone       ? QString()
                             : phone.isEmpty() ? tr("Enter the recipient's phone number.")
                                               : tr("All digits, like 010-1234-5678."));
    if (lacksName)
        m_name->setFocus(Qt::OtherFocusReason);
    else if (lacksPhone)
        m_phone->setFocus(Qt::OtherFocusReason);
    return !lacksName && !lacksPhone;
}

/// A card that costs is not sent empty.
bool CheckoutSheet::isCardComplete() {
    const bool lacksWords =
        isCardAsked() && m_card == GreetingCard::Paid && m_cardText->words().isEmpty();
    m_cardTextRow->setComplaint(lacksWords ? tr("Write what the card shall say.") : QString());
    if (lacksWords)
        m_cardText->setFocus(Qt::OtherFocusReason);
    return !lacksWords;
}

bool CheckoutSheet::isCardAsked() const {
    return isGift() && !m_cardBox->isHidden();
}

void CheckoutSheet::askAboutOwnAddress() {
    auto *question = new Question(window());
    question->ask(tr("Send the gift to yourself?"),
                  tr("It is for %1, but the address is your own: %2.")
                      .arg(m_name->text().trimmed(), m_place->address.text),
                  tr("Send it to my address"), tr("Change the address"), ButtonRole::Danger);
    connect(question, &Question::agreed, this, [this] {
        m_isOwnAgreed = true;
        submit();
    });
    // It closes before it says that one has agreed.
    connect(
        question, &Sheet::closed, this,
        [this] {
            if (!m_isOwnAgreed)
                emit addressWanted();
        },
        Qt::QueuedConnection);
}

void CheckoutSheet::submit() {
    const auto priced = m_cart.priced();
    if (!priced || !isComplete())
        return;
    const auto payment = m_payment->choice();
    if (!payment) {
        m_payment->complain();
        return;
    }
    if (isGift() && m_isUsualPlace && !m_isOwnAgreed) {
        askAboutOwnAddress();
        return;
    }
    m_banner->hide();
    Destination destination{m_place->address};
    if (isGift())
        destination.recipient = Recipient{m_name->text().trimmed(), tidyPhone(m_phone->text())};
    if (isCardAsked())
        destination.cardText = m_cardText->words();
    destination.wantedAt = m_when->wanted();
    const Money total = m_agreedTotal.value_or(priced->total);
    m_checkout->place(destination, payment->method, payment->card, total);
}

bool CheckoutSheet::tellAtField(const client::ApiError &error) {
    if (!error.problem || !error.problem->field)
        return false;
    const QString &field = *error.problem->field;
    const auto say = [](FieldRow *row, QWidget *at, const QString &words) {
        row->setComplaint(words);
        at->setFocus(Qt::TabFocusReason);
    };
    if (field == QLatin1StringView("wantedAt"))
        m_when->complain(error.is(contract::ErrorCode::ShopClosed)
                             ? tr("The shop is closed then. Choose another time.")
                             : tr("This time is not available. Choose another one."));
    else if (field == QLatin1StringView("recipient.name"))
        say(m_nameRow, m_name, tr("This name cannot be used."));
    else if (field == QLatin1StringView("recipient.phone"))
        say(m_phoneRow, m_phone, tr("All digits, like 010-1234-5678."));
    else if (field == QLatin1StringView("cardText"))
        say(m_cardTextRow, m_cardText, tr("This message cannot be used."));
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
    showPlace();
    if (const auto busy = m_cart.shop() ? busyChip(m_cart.shop()->card) : std::nullopt)
        m_busy->setWords(
            busy->strong,
            tr("Count on %1.").arg(waitText(m_cart.shop()->card, m_cart.fulfilment())));
    m_gift->setText(tr("Send to someone else"));
    m_nameRow->setLabel(tr("Name"));
    m_phoneRow->setLabel(tr("Phone"));
    m_cardTextRow->setLabel(tr("Message on the card"));
    m_cardTextRow->setHelp(m_card == GreetingCard::With || m_card == GreetingCard::Paid
                               ? tr("The shop writes it on the card you have chosen.")
                               : tr("The shop reads it with your order."));
    m_cardText->setPlaceholderText(tr("Happy birthday!"));
    m_payTitle->setText(tr("Payment"));
    m_back->setText(tr("Back"));
    m_hint->setText(tr("You can change or cancel it until the preparation begins."));
    showCharge();
    reprice();
}

/// What happens to the money, as it is paid now.
void CheckoutSheet::showCharge() {
    const bool isByCard = m_payment->isByCard();
    m_chargedNow->setText(tr("Your card is charged when you order. If the shop cannot take the "
                             "order, the money goes back at once."));
    m_chargedLater->setText(m_payment->wordsOnDelivery());
    m_chargedNow->setVisible(isByCard);
    m_chargedLater->setVisible(!isByCard);
}

void CheckoutSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::customer
