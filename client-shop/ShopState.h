// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    ShopMode mode() const;
    /// What the kitchen needs now, with what comes on top while it is busy.
    int preparationMinutes() const;
    bool takesOrders() const;
    /// When the shop closes today; nothing if it does not, or is closed.
    std::optional<Instant> closingTime() const;

    void setMode(const contract::ShopModeSetting &setting);

signals:
    void changed();
    void failed(const soban::client::ApiError &error);

private:
    void take(const Result<contract::ShopSettingsView, client::ApiError> &answer);

    Services m_services;
    std::optional<contract::ShopSettingsView> m_settings;
    std::unique_ptr<QObject> m_call;
};

} // namespace soban::shop_app
