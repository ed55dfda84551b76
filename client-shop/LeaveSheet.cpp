// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/LeaveSheet.h"

#include "ui/Button.h"
#include "ui/TextLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace soban::shop_app {

using namespace ui;

LeaveSheet::LeaveSheet(const QString &title, QWidget *host) : Sheet(host) {
    constexpr int kWidest = 480;
    setWidest(kWidest);
    auto *head = new TextLabel(Text::Sum, Weight::Bold);
    head->setText(title);
    head->setMostLines(2);
    auto *text = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    text->setText(tr("Customers do not see it before it is saved."));
    text->setMostLines(0);
    setAccessibleName(title);
    setAccessibleDescription(text->text());
    auto *stay = new Button(ButtonRole::Plain);
    auto *drop = new Button(ButtonRole::Danger);
    auto *save = new Button(ButtonRole::Primary, Icon::Check);
    stay->setText(tr("Keep editing"));
    drop->setText(tr("Discard"));
    save->setText(tr("Save"));
    auto *answers = new QHBoxLayout;
    answers->setSpacing(metrics::kGap8);
    answers->addWidget(stay);
    answers->addStretch(1);
    answers->addWidget(drop);
    answers->addWidget(save);
    column()->addWidget(head);
    column()->addWidget(text);
    column()->addSpacing(metrics::kGap8);
    column()->addLayout(answers);
    connect(stay, &Button::clicked, this, &Sheet::close);
    connect(drop, &Button::clicked, this, [this] {
        close();
        emit dropChosen();
    });
    connect(save, &Button::clicked, this, [this] {
        close();
        emit saveChosen();
    });
    connect(this, &Sheet::closed, this, &QObject::deleteLater);
    open();
    save->setFocus(Qt::TabFocusReason);
}

} // namespace soban::shop_app
