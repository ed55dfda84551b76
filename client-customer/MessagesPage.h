// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Services.h"

#include <QWidget>

class QListView;
class QStackedWidget;

namespace soban::ui {
class EmptyState;
} // namespace soban::ui

namespace soban::customer {

class MessagesModel;

/// The inbox.
class MessagesPage : public QWidget {
    Q_OBJECT

public:
    MessagesPage(const Services &services, MessagesModel &messages, QWidget *parent = nullptr);

signals:
    void orderChosen(soban::OrderId order);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    MessagesModel &m_messages;
    QListView *m_list;
    QStackedWidget *m_stack;
    ui::EmptyState *m_none;
};

} // namespace soban::customer
