// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CardRegistrar.h"

#include "client-customer/CardLinkBox.h"
#include "client/Calls.h"
#include "ui/Button.h"

#include <QDesktopServices>
#include <QUrl>
#include <QVBoxLayout>

namespace soban::customer {

using namespace ui;

CardRegistrar::CardRegistrar(const Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_button(new Button(ButtonRole::Bare, Icon::Card))
    , m_link(new CardLinkBox) {
    m_link->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metrics::kGap8);
    column->addWidget(m_button, 0, Qt::AlignLeft);
    column->addWidget(m_link);
    connect(m_button, &Button::clicked, this, &CardRegistrar::start);
}

bool CardRegistrar::isUnderWay() const {
    return !m_link->isHidden();
}

void CardRegistrar::end() {
    m_link->hide();
}

void CardRegistrar::start() {
    if (std::exchange(m_isStarting, true))
        return;
    m_services.commands.submit(
        client::calls::startCardRegistration(), this,
        client::Callback<contract::CardRegistrationView>([this](const auto &answer) {
            m_isStarting = false;
            if (!answer) {
                emit failed(answer.error());
                return;
            }
            const QUrl page(answer->url);
            m_link->show(page, QDesktopServices::openUrl(page));
            emit linkShown(m_link);
        }));
}

} // namespace soban::customer
