// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/AppWindow.h"

namespace soban::rider_app {

/// The rider's app: deliveries near and in hand, history, earnings.
class RiderWindow : public desk::AppWindow {
    Q_OBJECT

public:
    explicit RiderWindow(desk::Desk &desk);

protected:
    desk::MainParts makeMain(const contract::AccountView &account) override;
};

} // namespace soban::rider_app
