// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RouteFunctions.h"
#include "catalog/ShopBook.h"
#include "clock/Clock.h"

namespace soban::api {

/// The pictures of the catalogue, in memory: by name, so that no path is ever made of a request.
class PictureShelf : public catalog::PictureNames {
public:
    /// Reads every SVG of a folder (also of Qt's resources).
    void addFolder(const QString &folder);
    const QByteArray *find(const QString &name) const;
    bool contains(const QString &name) const override { return m_svgs.contains(name); }

private:
    QHash<QString, QByteArray> m_svgs;
};

/// What anybody may browse: shops near an address, menus, reviews, pictures.
class CatalogueRoutes {
public:
    CatalogueRoutes(const catalog::Catalogue &catalogue, const PictureShelf &pictures,
                    ReadPool &readers, const Clock &clock);

    RouteFunctions functions();

private:
    void list(const Call &call);
    void get(const Call &call);
    void reviews(const Call &call);
    void picture(const Call &call);

    const catalog::Catalogue &m_catalogue;
    const PictureShelf &m_pictures;
    ReadPool &m_readers;
    const Clock &m_clock;
};

} // namespace soban::api
