// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Services.h"
#include "contract/Messaging.h"
#include "contract/Ordering.h"
#include "ui/Card.h"

#include <QTimer>

namespace soban::ui {
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

/// What was sent to the customer's phone about an order: when, by which way, and whether it
/// arrived. Not to be seen where nothing was.
class SentMessages : public ui::Card {
    Q_OBJECT

public:
    explicit SentMessages(const Services &services, QWidget *parent = nullptr);

    /// Asks the server, and again while some are on their way.
    void follow(const contract::OrderView &order);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fetch();
    void showRows();
    QWidget *rowOf(const contract::PhoneMessageView &message) const;

    Services m_services;
    std::optional<contract::OrderView> m_order;
    QList<contract::PhoneMessageView> m_messages;
    std::unique_ptr<QObject> m_call;
    QTimer m_again;
    ui::TextLabel *m_title;
    QWidget *m_rows; ///< made anew with each answer
};

/// "KakaoTalk".
QString wayName(MessageWay way);
/// "Delivered".
QString stateName(MessageState state);

} // namespace soban::customer
