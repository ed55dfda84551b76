// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/Services.h"
#include "desk/AppWindow.h"

namespace soban::rider_app {

/// The rider's app: deliveries near and in hand, history, earnings.
class RiderWindow : public desk::AppWindow {
    Q_OBJECT

public:
    explicit RiderWindow(desk::Desk &desk, ReceiverMaker makeReceiver = systemReceiver);

protected:
    desk::MainParts makeMain(const contract::AccountView &account) override;

private:
    Services services(AccountId account) const;

    ReceiverMaker m_makeReceiver;
    desk::MapTiles *m_tiles;
};

} // namespace soban::rider_app
