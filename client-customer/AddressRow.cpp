// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/AddressRow.h"

#include "client-customer/PlaceBook.h"
#include "client-customer/PlaceCard.h"
#include "ui/Button.h"
#include "ui/Tokens.h"

#include <QEvent>
#include <QHBoxLayout>

namespace soban::customer {

using namespace ui;

AddressRow::AddressRow(const contract::SavedAddress &saved, bool isChosen, QWidget *parent)
    : QWidget(parent)
    , m_name(nameOf(saved))
    , m_choice(new PlaceCard(PlaceCard::Mark::Circle))
    , m_edit(new Button(ButtonRole::Bare, Icon::Edit))
    , m_delete(new Button(ButtonRole::Bare)) {
    m_choice->setPlace(saved.label, saved.address.text);
    m_choice->setChecked(isChosen);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::kGap4);
    row->addWidget(m_choice, 1);
    row->addWidget(m_edit);
    row->addWidget(m_delete);
    connect(m_choice, &QAbstractButton::clicked, this, &AddressRow::chosen);
    connect(m_edit, &Button::clicked, this, &AddressRow::editChosen);
    connect(m_delete, &Button::clicked, this, &AddressRow::deleteChosen);
    retranslate();
}

void AddressRow::retranslate() {
    m_edit->setAccessibleName(tr("Change %1").arg(m_name));
    m_edit->setToolTip(tr("Change"));
    // In words: a cross would close the sheet.
    m_delete->setText(tr("Delete"));
    m_delete->setAccessibleName(tr("Delete %1").arg(m_name));
}

void AddressRow::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::customer
