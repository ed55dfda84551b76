// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/PrintSettings.h"
#include "desk/AppWindow.h"

namespace soban::shop_app {

class MainPage;

/// The shop's app: the board of tickets, and what else a shop looks after.
class ShopWindow : public desk::AppWindow {
    Q_OBJECT

public:
    explicit ShopWindow(desk::Desk &desk);

protected:
    desk::MainParts makeMain(const contract::AccountView &account) override;
    void leaveMain(std::function<void()> then) override;
    void closeEvent(QCloseEvent *event) override;

private:
    PrintSettings m_printing;
    QPointer<MainPage> m_page; ///< while somebody is signed in
};

} // namespace soban::shop_app
