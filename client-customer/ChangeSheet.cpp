// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/ChangeSheet.h"

#include "client-customer/ChangeWords.h"
#include "client-customer/NoticeBox.h"
#include "client-customer/PlaceCard.h"
#include "client/Calls.h"
#include "desk/Complaint.h"
#include "desk/ContentScroll.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/Formats.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kWidest = 520;
constexpr int kRing = 5; ///< room for the ring around what has the focus

} // namespace

ChangeSheet::ChangeSheet(const Services &services, Cart &cart, const OrderBook &orders,
                         QWidget *host)
    : Sheet(host)
    , m_services(services)
    , m_cart(cart)
    , m_orders(orders)
    , m_title(new TextLabel(Text::Sum, Weight::Bold))
    , m_banner(new Banner)
    , m_lines(new QVBoxLayout)
    , m_note(new TextLabel(Text::Body, Weight::Regular, Ink::Ink2))
    , m_toTitle(new TextLabel(Text::Name, Weight::Bold))
    , m_to(new PlaceCard(PlaceCard::Mark::Pin))
    , m_charge(new NoticeBox(Tone::Waiting, Icon::Card))
    , m_back(new Button(ButtonRole::Plain))
    , m_make(new Button(ButtonRole::Primary, Icon::Check)) {
    setWidest(kWidest);
    setTopKept(true);
    build();
    connect(m_back, &Button::clicked, this, &Sheet::close);
    connect(m_make, &Button::clicked, this, &ChangeSheet::submit);
    connect(m_to, &PlaceCard::clicked, this, &ChangeSheet::addressWanted);
    // It goes on without the sheet; the cart says so.
    connect(&m_services.commands, &client::CommandQueue::commandWaiting, this,
            [this](const QString &key, contract::RouteId, const client::ApiError &) {
                if (key == m_key)
                    close();
            });
}

void ChangeSheet::build() {
    m_title->setMostLines(2);
    m_note->setMostLines(0);
    auto *content = new QWidget;
    auto *rows = new QVBoxLayout(content);
    rows->setContentsMargins(kRing, kRing, kRing, kRing);
    rows->setSpacing(metrics::kGap12);
    m_lines->setSpacing(metrics::kGap4);
    rows->addLayout(m_lines);
    rows->addWidget(m_note);
    rows->addWidget(m_toTitle);
    rows->addWidget(m_to);
    rows->addWidget(m_charge);
    auto *answers = new QHBoxLayout;
    answers->setContentsMargins(kRing, 0, kRing, 0);
    answers->setSpacing(metrics::kGap8);
    m_make->setTall(metrics::kShopHeight);
    m_back->setTall(metrics::kShopHeight);
    answers->addWidget(m_back);
    answers->addWidget(m_make, 1);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(kRing, 0, kRing, 0); // in line with the rows
    head->addWidget(m_title);
    head->addWidget(m_banner);
    column()->setContentsMargins(metrics::kGap24 - kRing, metrics::kGap24, metrics::kGap24 - kRing,
                                 metrics::kGap24 + metrics::kSheetFoot);
    column()->addLayout(head);
    column()->addWidget(new desk::ContentScroll(content), 1);
    column()->addLayout(answers);
}

void ChangeSheet::show() {
    m_agreedTotal.reset();
    m_address.reset();
    m_placeName.clear();
    m_banner->hide();
    refresh();
    open();
    (m_make->isEnabled() ? m_make : m_back)->setFocus(Qt::OtherFocusReason);
}

void ChangeSheet::setPlace(const contract::SavedAddress &place) {
    m_address = place.address;
    m_placeName = place.label;
    m_banner->hide();
    refresh();
}

Money ChangeSheet::total() const {
    const auto priced = m_cart.priced();
    return m_agreedTotal ? *m_agreedTotal : priced ? priced->total : m_cart.changing()->total;
}

bool ChangeSheet::isOtherThanBefore(const PricedCart &priced) const {
    const contract::OrderView &order = *m_cart.changing();
    const auto changes = lineChanges(order.lines, priced.lines);
    return std::any_of(changes.cbegin(), changes.cend(),
                       [](const LineChange &one) { return one.kind != LineChange::Kind::Kept; }) ||
           m_cart.note() != order.note || (m_address && *m_address != order.address);
}

void ChangeSheet::refresh() {
    const auto &order = m_cart.changing();
    const auto priced = m_cart.priced();
    if (!order || !priced)
        return;
    const Language language = Look::of(this).language();
    m_title->setText(tr("Change order no. %1?").arg(order->number));
    setAccessibleName(m_title->text());
    refreshLines(*priced, language);
    m_note->setVisible(m_cart.note() != order->note);
    m_note->setText(m_cart.note().isEmpty() ? tr("Without the note: “%1”").arg(order->note)
                                            : tr("Note: “%1”").arg(m_cart.note()));
    const bool isBrought = order->fulfilment != Fulfilment::Collection;
    m_toTitle->setVisible(isBrought);
    m_to->setVisible(isBrought);
    m_toTitle->setText(order->recipient ? tr("The recipient's address") : tr("Deliver to"));
    m_to->setAccessibleDescription(m_toTitle->text());
    m_to->setPlace(m_placeName, m_address ? m_address->text : order->address.text);
    const auto charge = ChangeWords::chargeOf(*order, total(), language);
    m_charge->setWords(charge.what, charge.how);
    m_back->setText(tr("Back"));
    const bool isUnderWay = !m_key.isEmpty();
    m_make->setText(isUnderWay ? tr("Changing your order") : tr("Change the order"));
    m_make->setEnabled(!isUnderWay && isOtherThanBefore(*priced));
}

void ChangeSheet::refreshLines(const PricedCart &priced, Language language) {
    while (QLayoutItem *row = m_lines->takeAt(0)) {
        delete row->widget();
        delete row;
    }
    const auto say = [this](const QString &words, Ink ink) {
        auto *row = new TextLabel(Text::Body, Weight::Bold, ink);
        row->setMostLines(0);
        row->setText(words);
        m_lines->addWidget(row);
    };
    for (const LineChange &change : lineChanges(m_cart.changing()->lines, priced.lines)) {
        const QString words = ChangeWords::lineOf(change, language);
        if (!words.isEmpty())
            say(words, change.kind == LineChange::Kind::Removed ? Ink::Ink2 : Ink::Ink);
    }
    if (m_lines->count() == 0)
        say(tr("What you ordered stays as it is."), Ink::Ink2);
}

void ChangeSheet::submit() {
    const auto &changing = m_cart.changing();
    if (!changing || !m_key.isEmpty())
        return;
    // What has happened to it since is no reason to refuse.
    const contract::OrderView *order = m_orders.find(changing->id);
    const contract::ChangeRequest request{m_cart.lines(), m_address.value_or(changing->address),
                                          m_cart.note(), total().minor()};
    m_banner->hide();
    // The key must be known before the answer, which may come at once.
    m_key = QStringLiteral("pending");
    m_key = m_services.commands.submit(
        client::calls::changeOrder(changing->id, (order ? *order : *changing).version, request),
        this,
        client::Callback<contract::OrderView>([this](const auto &answer) { settle(answer); }));
    if (!m_key.isEmpty())
        setUnderWay(true);
}

void ChangeSheet::setUnderWay(bool isUnderWay) {
    if (!isUnderWay)
        m_key.clear();
    m_cart.setLocked(isUnderWay);
    m_make->setBusy(isUnderWay);
    setDismissible(!isUnderWay);
    refresh();
}

void ChangeSheet::settle(const Result<contract::OrderView, client::ApiError> &answer) {
    setUnderWay(false);
    if (answer) {
        m_cart.endChange();
        close();
        emit made(*answer);
        return;
    }
    const client::ApiError &error = answer.error();
    if (error.is(contract::ErrorCode::NotAllowedNow)) {
        const OrderId order = m_cart.changing()->id;
        m_cart.endChange();
        close();
        emit tooLate(order);
        return;
    }
    open(); // it may have been left to itself
    tell(error);
}

void ChangeSheet::tell(const client::ApiError &error) {
    if (error.is(contract::ErrorCode::PriceChanged) && error.problem->quote) {
        m_agreedTotal = error.problem->quote->total;
        m_banner->tell(
            Tone::Waiting, Icon::Info, tr("The price has changed."),
            tr("Nothing was changed. The order would cost %1 now.").arg(moneyText(*m_agreedTotal)));
    } else if (error.is(contract::ErrorCode::PaymentDeclined)) {
        m_banner->tell(Tone::Danger, Icon::Card, tr("The card was declined."),
                       tr("Nothing was charged, and your order stays as it was."));
    } else {
        const desk::Complaint complaint = desk::explain(error);
        m_banner->tell(Tone::Danger, Icon::Warning, complaint.what, complaint.advice);
    }
    m_banner->show();
    refresh();
    m_make->setFocus(Qt::OtherFocusReason);
}

void ChangeSheet::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Sheet::changeEvent(event);
}

} // namespace soban::customer
