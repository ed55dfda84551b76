// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-rider/Receiver.h"
#include "client/CommandQueue.h"
#include "client/EventStream.h"
#include "desk/Link.h"
#include "desk/MapTiles.h"
#include "desk/Notifier.h"
#include "desk/PictureStore.h"
#include "desk/Preferences.h"
#include "desk/Sounds.h"

namespace soban::rider_app {

/// What the pages work with; all of it outlives them.
struct Services {
    client::ApiClient &api;
    client::CommandQueue &commands;
    client::EventStream &events;
    desk::Link &link;
    desk::PictureStore &pictures;
    desk::MapTiles &tiles;
    desk::Sounds &sounds;
    desk::Notifier &notifier;
    const desk::Preferences &preferences;
    const Clock &clock;
    ReceiverMaker makeReceiver;
    QString proofsFile;    ///< which photo proves which delivery, until the server has it
    QString doorMoneyFile; ///< what this rider received at doors
};

/// Whether the position moves by itself. Unless the person said, it does when the server is on this
/// machine: a whole town on one desk is for trying things out, and nobody rides.
bool isPositionSimulated(const Services &services);

} // namespace soban::rider_app
