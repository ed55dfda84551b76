// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CardLinkBox.h"

#include "ui/Button.h"
#include "ui/Paint.h"
#include "ui/TextField.h"
#include "ui/TextLabel.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QUrl>

namespace soban::customer {

using namespace ui;

CardLinkBox::CardLinkBox(QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel(Text::Small))
    , m_address(new TextField)
    , m_copy(new Button(ButtonRole::Plain)) {
    m_text->setMostLines(0);
    m_address->setReadOnly(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(metrics::kGap8);
    row->addWidget(m_address, 1);
    row->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::kGap12, metrics::kGap12, metrics::kGap12, metrics::kGap12);
    column->setSpacing(metrics::kGap8);
    column->addWidget(m_text);
    column->addLayout(row);
    connect(m_copy, &Button::clicked, this, &CardLinkBox::copy);
    retranslate();
}

void CardLinkBox::show(const QUrl &page, bool isOpened) {
    m_isOpened = isOpened;
    m_isCopied = false;
    m_address->setText(page.toString());
    m_address->setCursorPosition(0);
    retranslate();
    QWidget::show();
}

void CardLinkBox::copy() {
    QGuiApplication::clipboard()->setText(m_address->text());
    m_isCopied = true;
    retranslate();
}

void CardLinkBox::retranslate() {
    m_text->setText((m_isOpened ? tr("Your browser opens the card company's page.")
                                : tr("No browser opened. Open this address in one.")) +
                    u' ' + tr("Once the card is registered there, it appears here by itself."));
    m_address->setAccessibleName(tr("Address of the card company's page"));
    m_copy->setText(m_isCopied ? tr("Copied") : tr("Copy"));
}

void CardLinkBox::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CardLinkBox::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    paintPlate(painter, rect(),
               {Look::of(this).tokens().sunken, {}, {}, 0, 0, metrics::kControlRadius});
}

} // namespace soban::customer
