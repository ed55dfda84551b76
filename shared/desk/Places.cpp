// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Places.h"

#include <QStandardPaths>

namespace soban::desk {

namespace {

/// What lives only as long as the person is signed in to the desktop.
QString runtimeFolder() {
    // Qt makes up a folder of the user's own where the desktop gives none.
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
}

} // namespace

Places Places::of(App app, const QString &profile) {
    const auto below = [&](QStandardPaths::StandardLocation location) {
        return QStringLiteral("%1/soban/%2/%3")
            .arg(QStandardPaths::writableLocation(location), toText(app), profile);
    };
    const QString config = below(QStandardPaths::GenericConfigLocation);
    const QString data = below(QStandardPaths::GenericDataLocation);
    const QString name = programName(app) + u'-' + profile;
    return {config + QStringLiteral("/settings.ini"),
            data + QStringLiteral("/cursors.ini"),
            data + QStringLiteral("/commands.journal"),
            below(QStandardPaths::GenericCacheLocation),
            programName(app) + u'/' + profile,
            runtimeFolder() + u'/' + name + QStringLiteral(".lock")};
}

} // namespace soban::desk
