// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/SentMessages.h"

#include "client-customer/IconText.h"
#include "client-customer/OrderSteps.h"
#include "client/Calls.h"
#include "ui/Formats.h"
#include "ui/TextLabel.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

namespace soban::customer {

using namespace ui;

namespace {

constexpr int kAgainMs = 5000;

bool isOnItsWay(MessageState state) {
    return state == MessageState::Pending || state == MessageState::Sending ||
           state == MessageState::Accepted;
}

Icon iconOf(MessageState state) {
    switch (state) {
    case MessageState::Delivered:
        return Icon::Check;
    case MessageState::Failed:
    case MessageState::Expired:
        return Icon::Warning;
    case MessageState::Unknown:
        return Icon::Info;
    default:
        return Icon::Clock;
    }
}

Ink inkOf(MessageState state) {
    switch (state) {
    case MessageState::Delivered:
        return Ink::Fresh;
    case MessageState::Failed:
    case MessageState::Expired:
        return Ink::Danger;
    default:
        return Ink::Ink2;
    }
}

} // namespace

QString wayName(MessageWay way) {
    switch (way) {
    case MessageWay::None:
        return SentMessages::tr("None");
    case MessageWay::Sms:
        return SentMessages::tr("SMS");
    case MessageWay::KakaoTalk:
        return SentMessages::tr("KakaoTalk");
    }
    return {};
}

QString stateName(MessageState state) {
    switch (state) {
    case MessageState::Pending:
    case MessageState::Sending:
        return SentMessages::tr("waits to be sent");
    case MessageState::Accepted:
        return SentMessages::tr("sent");
    case MessageState::Delivered:
        return SentMessages::tr("delivered");
    case MessageState::Failed:
        return SentMessages::tr("could not be delivered");
    case MessageState::Unknown:
        return SentMessages::tr("perhaps sent");
    case MessageState::Expired:
        return SentMessages::tr("could not be sent in time");
    }
    return {};
}

SentMessages::SentMessages(const Services &services, QWidget *parent)
    : Card(parent)
    , m_services(services)
    , m_title(new TextLabel(Text::Name, Weight::Bold))
    , m_rows(new QWidget) {
    column()->setContentsMargins(20, metrics::kGap16, 20, metrics::kGap16 + metrics::kFoot);
    column()->setSpacing(metrics::kGap8);
    column()->addWidget(m_title);
    column()->addWidget(m_rows);
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &SentMessages::fetch);
    hide();
}

void SentMessages::follow(const contract::OrderView &order) {
    if (!m_order || m_order->id != order.id) {
        m_messages.clear();
        showRows();
    }
    m_order = order;
    fetch();
}

void SentMessages::fetch() {
    if (!m_order)
        return;
    m_again.stop();
    m_call = std::make_unique<QObject>();
    m_services.api.send(client::calls::orderMessages(m_order->id), m_call.get(),
                        client::Callback<contract::PhoneMessageList>([this](const auto &answer) {
                            if (!answer)
                                return; // the order stands without
                            m_messages = answer->messages;
                            showRows();
                        }));
}

void SentMessages::showRows() {
    m_title->setText(tr("Messages to your phone"));
    auto *rows = new QWidget;
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap12);
    for (const contract::PhoneMessageView &message : std::as_const(m_messages))
        column->addWidget(rowOf(message));
    delete layout()->replaceWidget(m_rows, rows);
    m_rows->deleteLater();
    m_rows = rows;
    setVisible(!m_messages.isEmpty());
    const bool isAnyOnItsWay =
        std::any_of(m_messages.cbegin(), m_messages.cend(),
                    [](const auto &message) { return isOnItsWay(message.state); });
    if (isAnyOnItsWay && isVisible())
        m_again.start(kAgainMs);
}

QWidget *SentMessages::rowOf(const contract::PhoneMessageView &message) const {
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    auto *words = new TextLabel(Text::Body);
    words->setMostLines(0);
    words->setText(message.text);
    auto *fate =
        new IconText(iconOf(message.state), Text::Small, Weight::Regular, inkOf(message.state));
    fate->setText(
        QStringList{momentText(message.sentAt.value_or(message.at), m_services.clock.now(),
                               zoneOf(*m_order), Look::of(this).language()),
                    wayName(message.way), stateName(message.state)}
            .join(QStringLiteral(" · ")));
    column->addWidget(words);
    column->addWidget(fate);
    return row;
}

void SentMessages::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        showRows();
    Card::changeEvent(event);
}

} // namespace soban::customer
