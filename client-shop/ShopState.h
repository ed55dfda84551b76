// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Here.h"
#include "client-shop/Services.h"
#include "contract/ShopOffice.h"

#include <memory>

namespace soban::shop_app {

/// The shop's own settings and mode, kept up with the events.
class ShopState : public QObject {
    Q_OBJECT

public:
    ShopState(const Services &services, QObject *parent = nullptr);

    void load();
    /// Nothing until they have come.
    const std::optional<contract::ShopSettingsView> &settings() const { return m_settings; }
    /// The one place that knows by which clocks the shop goes. Until the settings have come it says
    /// UTC, and nothing that has a time is to be shown.
    Here here() const;
    ShopMode mode() const;
    /// What the kitchen needs now, with what comes on top while it is busy.
    int preparationMinutes() const;
    bool takesOrders() const;
    /// The next time that it opens; nothing within two weeks.
    std::optional<Instant> nextOpening() const;
    /// When the shop closes today; nothing if it does not, or is closed.
    std::optional<Instant> closingTime() const;

    void setMode(const contract::ShopModeSetting &setting);
    /// What an edit makes of the settings as they are.
    using Edit = std::function<void(contract::ShopSettingsRequest &)>;
    /// Done upon the newest settings, also when they have changed meanwhile elsewhere.
    void edit(Edit edit, QObject *context, client::Callback<contract::ShopSettingsView> answered);

signals:
    void changed();
    void failed(const soban::client::ApiError &error);

private:
    void take(const Result<contract::ShopSettingsView, client::ApiError> &answer);
    std::optional<OpeningHours> hours() const;

    struct Task {
        Edit edit;
        QPointer<QObject> context;
        client::Callback<contract::ShopSettingsView> answered;
        int tries = 0;
    };
    void send(const Task &task);

    Services m_services;
    std::optional<contract::ShopSettingsView> m_settings;
    QTimeZone m_zone = QTimeZone::utc();
    std::unique_ptr<QObject> m_call;
};

} // namespace soban::shop_app
