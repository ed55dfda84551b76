// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/KeptRows.h"
#include "client/ApiClient.h"
#include "client/EventStream.h"

#include <memory>

namespace soban::customer {

/// What also went out by SMS or KakaoTalk, newest first.
class MessagesModel : public KeptRows<contract::MessageView> {
    Q_OBJECT

public:
    /// `const contract::MessageView *`, good until the model changes.
    enum Role { MessageRole = Qt::UserRole };

    MessagesModel(client::ApiClient &api, client::EventStream &events, QObject *parent = nullptr);

    void load();
    const contract::MessageView &at(int row) const { return rows().at(row); }

    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

signals:
    void loaded();

private:
    void fetch(bool isContinued);

    client::ApiClient &m_api;
    std::optional<QString> m_next;
    std::unique_ptr<QObject> m_call;
    bool m_isFetching = false;
};

} // namespace soban::customer
