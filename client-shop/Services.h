// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/PrintSettings.h"
#include "client/CommandQueue.h"
#include "desk/Link.h"
#include "desk/Notifier.h"
#include "desk/PictureStore.h"
#include "desk/Sounds.h"

namespace soban::shop_app {

/// What the pages work with; all of it outlives them.
struct Services {
    client::ApiClient &api;
    client::CommandQueue &commands;
    client::EventStream &events;
    desk::Link &link;
    desk::PictureStore &pictures;
    desk::Sounds &sounds;
    desk::Notifier &notifier;
    const Clock &clock; ///< for spans; what time it is for the shop, `ShopState` knows
    PrintSettings &printing;
    QString printLogFile; ///< what of the tickets is on paper

    /// What is shown may be old: to be greyed.
    bool isAged() const { return link.state() == desk::LinkState::Offline; }
};

} // namespace soban::shop_app
