// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Services.h"

#include <QWidget>

namespace soban::ui {
class Button;
} // namespace soban::ui

namespace soban::customer {

class CardLinkBox;

/// The way to another card: a button that opens the card company's page, and what is said of that.
class CardRegistrar : public QWidget {
    Q_OBJECT

public:
    explicit CardRegistrar(const Services &services, QWidget *parent = nullptr);

    ui::Button *button() const { return m_button; }
    /// Whether a card is being registered on that page, as far as is known here.
    bool isUnderWay() const;
    /// Nothing more is said of it: the card has come, or one begins anew.
    void end();

signals:
    void failed(const soban::client::ApiError &error);
    void linkShown(QWidget *link); ///< to be looked at

private:
    void start();

    Services m_services;
    ui::Button *m_button;
    CardLinkBox *m_link;
    bool m_isStarting = false;
};

} // namespace soban::customer
