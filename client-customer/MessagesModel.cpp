// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/MessagesModel.h"

#include "client-customer/OrderSteps.h"
#include "client/Calls.h"
#include "ui/Look.h"

namespace soban::customer {

MessagesModel::MessagesModel(client::ApiClient &api, client::EventStream &events, QObject *parent)
    : KeptRows(parent), m_api(api) {
    connect(&events, &client::EventStream::eventReceived, this,
            [this](const contract::EventEnvelope &event) {
                // What was asked for a review is not asked any more once it is written.
                if (event.type == EventType::MessagePosted ||
                    event.type == EventType::ReviewWritten)
                    load();
            });
    connect(&events, &client::EventStream::resyncNeeded, this, &MessagesModel::load);
}

void MessagesModel::load() {
    fetch(false);
}

void MessagesModel::fetch(bool isContinued) {
    m_call = std::make_unique<QObject>();
    m_isFetching = true;
    client::Page page;
    if (isContinued)
        page.cursor = m_next;
    m_api.send(client::calls::messages(page), m_call.get(),
               client::Callback<contract::MessageList>([this, isContinued](const auto &answer) {
                   m_isFetching = false;
                   if (!answer)
                       return; // what is shown stays; the banner tells of the connection
                   m_next = answer->nextCursor;
                   QList<contract::MessageView> all = answer->messages;
                   if (isContinued)
                       all = rows() + all;
                   takeRows(all,
                            [](const auto &one, const auto &other) { return one.id == other.id; });
                   emit loaded();
               }));
}

QVariant MessagesModel::data(const QModelIndex &index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const contract::MessageView &message = rows().at(index.row());
    const Language language = ui::Look::of(nullptr).language();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return QString(OrderSteps::name(message.shopName, message.orderNumber, language) + u": " +
                       message.text.in(language));
    case MessageRole:
        return QVariant::fromValue(&message);
    default:
        return {};
    }
}

bool MessagesModel::canFetchMore(const QModelIndex &parent) const {
    return !parent.isValid() && m_next.has_value() && !m_isFetching;
}

void MessagesModel::fetchMore(const QModelIndex &parent) {
    if (canFetchMore(parent))
        fetch(true);
}

} // namespace soban::customer
