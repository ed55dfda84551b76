// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/CommandDesk.h"
#include "api/RouteFunctions.h"
#include "events/PictureNames.h"
#include "media/PictureStudio.h"

namespace soban::api {

/// The pictures of the catalogue, in memory: by name, so that no path is ever made of a request.
class PictureShelf : public PictureNames {
public:
    /// Reads every SVG of a folder (also of Qt's resources).
    void addFolder(const QString &folder);
    const QByteArray *find(const QString &name) const;
    bool contains(const QString &name) const override { return m_svgs.contains(name); }

private:
    QHash<QString, QByteArray> m_svgs;
};

/// Pictures: the catalogue's drawn ones, and what people upload.
class PictureRoutes {
public:
    PictureRoutes(CommandDesk &commands, ReadPool &readers, const PictureShelf &shelf,
                  media::PictureStudio &studio);

    RouteFunctions functions();

private:
    void get(const Call &call);
    void getUploaded(const Call &call, const QString &name);
    void upload(const Call &call);
    void keep(const Call &call, const media::FinishedPicture &picture);

    CommandDesk &m_commands;
    ReadPool &m_readers;
    const PictureShelf &m_shelf;
    media::PictureStudio &m_studio;
};

} // namespace soban::api
