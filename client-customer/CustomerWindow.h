// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/Services.h"
#include "desk/AppWindow.h"

namespace soban::customer {

/// The customer's app: shops and cart, orders, messages.
class CustomerWindow : public desk::AppWindow {
    Q_OBJECT

public:
    explicit CustomerWindow(desk::Desk &desk);

protected:
    desk::MainParts makeMain(const contract::AccountView &account) override;

private:
    desk::MapTiles *m_tiles;
};

} // namespace soban::customer
