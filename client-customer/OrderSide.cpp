// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderSide.h"

#include "client-customer/IconText.h"
#include "client-customer/OrderSteps.h"
#include "client-customer/ShopHours.h"
#include "ui/Button.h"
#include "ui/Card.h"
#include "ui/CodePlate.h"
#include "ui/Formats.h"
#include "ui/Receipt.h"
#include "ui/TextLabel.h"

#include <QHBoxLayout>
#include <QMenu>

namespace soban::customer {

namespace {

using namespace ui;

constexpr int kRiderMark = 44;

/// A round mark with the rider's icon.
class RiderMark : public QWidget {
public:
    RiderMark() { setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); }

    QSize sizeHint() const override {
        const int side = Look::of(this).scaled(kRiderMark);
        return {side, side};
    }

protected:
    void paintEvent(QPaintEvent *) override {
        const Tokens &tokens = Look::of(this).tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accent.soft);
        painter.drawEllipse(rect());
        const int inset = width() / 4;
        paintIcon(painter, Icon::Rider, rect().adjusted(inset, inset, -inset, -inset),
                  tokens.accent.ink);
    }
};

} // namespace

OrderSide::OrderSide(QWidget *parent) : QWidget(parent) {
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap12);
    m_code = new CodePlate(CodePlate::Layout::Cells);
    m_code->setSymbol(Icon::Keyboard);
    column->addWidget(m_code);
    column->addWidget(makeCode());
    column->addWidget(makeRider());
    column->addWidget(makeAddress());
    column->addWidget(makeReceipt());
    column->addStretch(1);
}

QWidget *OrderSide::makeCode() {
    m_usedCode = new Card;
    m_usedCodeText = new IconText(Icon::Keyboard, Text::Body, Weight::Regular);
    m_usedCodeAt = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    auto *row = new QHBoxLayout;
    row->addWidget(m_usedCodeText, 1);
    row->addWidget(m_usedCodeAt);
    m_usedCode->column()->addLayout(row);
    return m_usedCode;
}

QWidget *OrderSide::makeRider() {
    m_riderCard = new Card;
    m_rider = new TextLabel(Text::Body, Weight::Bold);
    m_rider->setMostLines(0);
    m_riderDoes = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_riderDoes->setMostLines(0);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_rider);
    words->addWidget(m_riderDoes);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::kGap12);
    row->addWidget(new RiderMark);
    row->addLayout(words, 1);
    m_riderCard->column()->addLayout(row);
    return m_riderCard;
}

QWidget *OrderSide::makeAddress() {
    auto *card = new Card;
    m_where = new IconText(Icon::Pin, Text::Small, Weight::Regular, Ink::Ink2);
    m_address = new TextLabel(Text::Body, Weight::Bold);
    m_address->setMostLines(0);
    m_note = new TextLabel(Text::Small, Weight::Regular, Ink::Ink2);
    m_note->setMostLines(0);
    card->column()->setSpacing(metrics::kGap4);
    card->column()->addWidget(m_where);
    card->column()->addWidget(m_address);
    card->column()->addWidget(m_note);
    return card;
}

QWidget *OrderSide::makeReceipt() {
    auto *card = new Card;
    m_receiptTitle = new IconText(Icon::Receipt, Text::Name, Weight::Bold);
    m_paper = new Button(ButtonRole::Bare, Icon::Print);
    m_paper->setTall(metrics::kDenseHeight);
    m_receipt = new Receipt;
    auto *head = new QHBoxLayout;
    head->addWidget(m_receiptTitle, 1);
    head->addWidget(m_paper);
    card->column()->addLayout(head);
    card->column()->addWidget(m_receipt);
    connect(m_paper, &Button::clicked, this, &OrderSide::offerPaper);
    return card;
}

void OrderSide::offerPaper() {
    QMenu menu(this);
    connect(menu.addAction(tr("Print")), &QAction::triggered, this, &OrderSide::printChosen);
    connect(menu.addAction(tr("Save as a PDF")), &QAction::triggered, this, &OrderSide::pdfChosen);
    menu.exec(m_paper->mapToGlobal(QPoint(0, m_paper->height())));
}

QString OrderSide::codeHint(const contract::OrderView &order) {
    if (order.fulfilment == Fulfilment::Collection)
        return tr("Give this code at the counter.");
    if (!order.recipient)
        return tr("Give this code at the door.");
    const QString pass =
        tr("Pass it on to %1, who tells it at the door.").arg(order.recipient->name);
    return pass + u' ' +
           (order.fulfilment == Fulfilment::OwnDelivery
                ? tr("Without it the shop takes a photo.")
                : tr("Without it the rider takes a photo."));
}

void OrderSide::setCode(const contract::OrderView &order, Instant now) {
    const std::optional<Instant> handedOver = OrderSteps::handedOverAt(order);
    const bool isToCome =
        !lifecycle::isOver(order.state) && !handedOver && order.state != OrderState::PaymentPending;
    m_code->setVisible(isToCome);
    m_code->setTitle(tr("Hand-over code"));
    m_code->setCode(order.handOverCode);
    m_code->setHint(codeHint(order));
    m_usedCode->setVisible(handedOver.has_value());
    m_usedCodeText->setText(tr("Hand-over code %1").arg(order.handOverCode));
    if (handedOver)
        m_usedCodeAt->setText(order.proofPhoto
                                  ? tr("with a photo")
                                  : tr("used %1").arg(timeText(*handedOver, now, zoneOf(order),
                                                               Look::of(this).language())));
}

void OrderSide::setOrder(const contract::OrderView &order,
                         const QList<contract::PaymentView> &payments, Instant now) {
    setCode(order, now);
    // Of what came back, or was called off, the rider has nothing any more.
    const bool hasEnded = lifecycle::isOver(order.state) && order.state != OrderState::Completed;
    m_riderCard->setVisible(order.riderName && !hasEnded);
    if (order.riderName)
        m_rider->setText(tr("%1, your rider").arg(*order.riderName));
    m_riderDoes->setText(order.times.delivered  ? tr("Has delivered it")
                         : order.times.pickedUp ? tr("Has your order")
                                                : tr("On the way to the shop"));
    const bool isCollected = order.fulfilment == Fulfilment::Collection;
    m_where->setText(isCollected ? tr("You collect it") : tr("Where to"));
    QStringList where;
    if (isCollected)
        where << order.shopName.in(Look::of(this).language()) << m_shopAddress;
    else
        where << order.address.text;
    where.removeAll(QString());
    m_address->setText(where.join(u'\n'));
    QStringList notes;
    if (order.recipient)
        notes.append(
            tr("For %1 · %2").arg(order.recipient->name, phoneText(order.recipient->phone)));
    if (!order.cardText.isEmpty())
        notes.append(u'“' + order.cardText + u'”');
    if (!order.note.isEmpty())
        notes.append(order.note);
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
    m_receiptTitle->setText(tr("Receipt"));
    m_paper->setAccessibleName(tr("Print or save the receipt"));
    m_paper->setToolTip(tr("Print or save the receipt"));
    ReceiptContent content = OrderSteps::receipt(order, payments, Look::of(this).language());
    m_receipt->setContent(content);
}

} // namespace soban::customer
