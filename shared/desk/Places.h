// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/App.h"

namespace soban::desk {

/// Where one app keeps its things for one profile. Nothing is created by asking.
struct Places {
    QString settingsFile;
    QString cursorsFile;
    QString journalFile;
    QString cacheFolder;
    QString keychainKey;
    QString instanceLock; ///< file; the socket's name is made of it

    static Places of(App app, const QString &profile);
};

} // namespace soban::desk
