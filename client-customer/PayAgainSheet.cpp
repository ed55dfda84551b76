// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/PayAgainSheet.h"

#include "client-customer/NoticeBox.h"
#include "client-customer/OrderSteps.h"
#include "client-customer/PaymentChoice.h"
#include "client-customer/ShopHours.h"
#include "desk/Complaint.h"
#include "desk/ContentScroll.h"
#include "ui/Button.h"
#include "ui/Formats.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kWidest = 480;
constexpr int kRing = 5; ///< room for the ring around what has the focus

} // namespace

PayAgainSheet::PayAgainSheet(const Services &services, const contract::OrderView &order,
                             QWidget *host)
    : Sheet(host)
    , m_order(order)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_what(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_why(new NoticeBox(Tone::Danger, Icon::Card))
    , m_payment(new PaymentChoice(services, this))
    , m_charge(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2))
    , m_pay(new Button(ButtonRole::Primary, Icon::Card))
    , m_later(new Button(ButtonRole::Plain))
    , m_services(services) {
    setWidest(kWidest);
    setTopKept(true);
    build();
    connect(m_payment, &PaymentChoice::chosen, this, &PayAgainSheet::showCharge);
    connect(m_payment, &PaymentChoice::failed, this, [this](const client::ApiError &error) {
        const desk::Complaint complaint = desk::explain(error);
        m_why->setWords(complaint.what, complaint.advice);
    });
    connect(m_pay, &Button::clicked, this, &PayAgainSheet::agree);
    connect(m_later, &Button::clicked, this, &Sheet::close);
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    m_payment->setRecipient(order.recipient.has_value());
    m_payment->setCollected(order.fulfilment == Fulfilment::Collection);
    // Nobody is to agree to one way while the other is about to be offered.
    m_pay->setEnabled(false);
    connect(m_payment, &PaymentChoice::ready, this, [this] {
        m_pay->setEnabled(true);
        m_pay->setFocus(Qt::OtherFocusReason);
    });
    m_payment->begin();
    retranslate();
    open();
}

void PayAgainSheet::build() {
    m_title->setMostLines(2);
    m_what->setMostLines(0);
    m_charge->setMostLines(0);
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(kRing, kRing, kRing, kRing);
    rows->setSpacing(metrics::kGap12);
    rows->addWidget(m_why);
    rows->addWidget(m_payment);
    rows->addWidget(m_charge);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(metrics::kGap8);
    answers->addWidget(m_later);
    answers->addWidget(m_pay, 1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(kRing, 0, kRing, 0); // in line with the rows
    head->addWidget(m_title);
    head->addWidget(m_what);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(kRing, 0, kRing, 0);
    foot->addLayout(answers);
    column()->setContentsMargins(metrics::kGap24 - kRing, metrics::kGap24, metrics::kGap24 - kRing,
                                 metrics::kGap24 + metrics::kSheetFoot);
    column()->addLayout(head);
    column()->addWidget(new desk::ContentScroll(content), 1);
    column()->addLayout(foot);
}

void PayAgainSheet::setReason(const QString &reason) {
    m_reason = reason;
    retranslate();
}

void PayAgainSheet::agree() {
    const auto choice = m_payment->choice();
    if (!choice) {
        m_payment->complain();
        return;
    }
    close();
    emit agreed({choice->method, choice->card});
}

void PayAgainSheet::showCharge() {
    const bool isByCard = m_payment->isByCard();
    m_pay->setSymbol(isByCard ? Icon::Card : Icon::Check);
    m_pay->setText(isByCard ? tr("Pay %1").arg(moneyText(m_order.total))
                            : tr("Order for %1").arg(moneyText(m_order.total)));
    m_charge->setText(isByCard ? tr("The card is charged now, once.")
                               : m_payment->wordsOnDelivery());
}

void PayAgainSheet::retranslate() {
    const Language language = Look::of(this).language();
    const QString shop = m_order.shopName.in(language);
    m_title->setText(tr("How would you like to pay?"));
    setAccessibleName(m_title->text());
    m_what->setText(m_order.answerBy
                        ? tr("%1 · kept for you until %2")
                              .arg(shop, timeText(*m_order.answerBy, m_services.clock.now(),
                                                  zoneOf(m_order), language))
                        : shop);
    m_why->setWords(tr("The card was declined. Nothing was charged."), m_reason);
    m_later->setText(tr("Later"));
    showCharge();
}

void PayAgainSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Sheet::changeEvent(event);
}

} // namespace soban::customer
