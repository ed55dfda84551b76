// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/CommandQueue.h"
#include "client/EventStream.h"
#include "desk/Link.h"
#include "desk/MapTiles.h"
#include "desk/PictureStore.h"

namespace soban::customer {

/// What the pages work with; all of it outlives them.
struct Services {
    client::ApiClient &api;
    client::CommandQueue &commands;
    client::EventStream &events;
    desk::PictureStore &pictures;
    const Clock &clock;
    const desk::Link &link;
    desk::MapTiles &tiles;
    QString readMarksFile = {}; ///< which messages have been read; need not exist yet

    /// Whether what is shown no longer follows the server: it is greyed and tells its age.
    bool isAged() const { return link.state() == desk::LinkState::Offline; }
};

} // namespace soban::customer
