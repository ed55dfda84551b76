// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/ShopWindow.h"
#include "contract/Catalogue.h"
#include "contract/ShopOffice.h"
#include "support/ApiCaller.h"
#include "support/DemoTown.h"

#include <QTemporaryDir>

namespace soban::testing {

/// The shop's real window on a real server with the demo town, and the API beside it: what
/// customers see, and what another of the owner's machines would do. Calls of the API wait without
/// turning the event loop, so that the window hears of nothing meanwhile.
class ShopRig {
public:
    explicit ShopRig(ui::Look &look) : m_look(look) {}

    /// Starts the server. Nothing, or the reason.
    std::optional<QString> start();
    /// Opens the window in English, light, at usual size. It is signed in some moments later.
    void openWindow();
    void closeWindow();

    shop_app::ShopWindow &window() { return *m_window; }
    desk::Desk &desk() { return *m_desk; }
    bool isIn() const;

    /// The first widget of this kind that is seen.
    template <typename Widget>
    Widget *seen() const {
        const auto found = m_window->findChildren<Widget *>();
        for (Widget *widget : found) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    /// What is seen and has this accessible name or text; null without one.
    QWidget *named(const QString &name) const;
    /// Clicks it, in its middle.
    bool press(const QString &name) const;
    /// Takes the place of what stands in the field of that name.
    bool write(const QString &name, const QString &text) const;
    /// Below SOBAN_PICTURES, if that is set.
    void save(const QString &name) const;
    /// In both languages and schemes, and with text twice as large.
    void saveInEachLook(const QString &name) const;

    contract::ShopView shown();
    contract::ShopSettingsView settings();
    contract::OwnMenuView menu();
    /// As the owner, from elsewhere; the HTTP status.
    int editMenu(const std::function<void(contract::MenuDraft &)> &edit);
    int editShop(const std::function<void(contract::ShopSettingsRequest &)> &edit);
    const contract::MenuItemView *shownItem(MenuItemId id);

private:
    ApiAnswer call(contract::RouteId route, const QStringList &parts = {},
                   const QByteArray &body = {}, std::optional<int> version = {});

    ui::Look &m_look;
    DemoTown m_town;
    std::unique_ptr<ApiCaller> m_api;
    QByteArray m_token;
    std::optional<ShopId> m_shop;
    std::optional<contract::ShopView> m_shown;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<shop_app::ShopWindow> m_window;
};

} // namespace soban::testing
