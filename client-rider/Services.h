// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/CommandQueue.h"
#include "client/EventStream.h"
#include "desk/Notifier.h"
#include "desk/PictureStore.h"
#include "desk/Sounds.h"

namespace soban::rider_app {

/// What the pages work with; all of it outlives them.
struct Services {
    client::ApiClient &api;
    client::CommandQueue &commands;
    client::EventStream &events;
    desk::PictureStore &pictures;
    desk::Sounds &sounds;
    desk::Notifier &notifier;
    const Clock &clock;
};

} // namespace soban::rider_app
