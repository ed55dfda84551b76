// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiClient.h"
#include "contract/Messaging.h"

#include <QObject>

#include <memory>

namespace soban::customer {

/// By which way messages about orders come, as the server keeps it, and in the app's language: that
/// is kept with the account, so that messages are in the language that the customer reads here.
class MessageChoice : public QObject {
    Q_OBJECT

public:
    MessageChoice(client::ApiClient &api, Language language, QObject *parent = nullptr);

    void load();
    /// Nothing until it is known.
    std::optional<MessageWay> way() const { return m_way; }
    void choose(MessageWay way);
    /// The app speaks another language now.
    void setLanguage(Language language);

signals:
    void changed();
    /// Nothing was changed.
    void refused(const soban::client::ApiError &error);

private:
    void save(MessageWay way);
    void take(const contract::MessagePreference &preference);

    client::ApiClient &m_api;
    Language m_language;
    std::optional<MessageWay> m_way;
    std::unique_ptr<QObject> m_call;
};

} // namespace soban::customer
