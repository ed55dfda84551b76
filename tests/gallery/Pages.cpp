// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/Pages.h"

namespace soban::gallery {

const QList<Page> &pages() {
    static const QList<Page> all{
        {QStringLiteral("tokens"), tokensPage},     {QStringLiteral("text"), textPage},
        {QStringLiteral("icons"), iconsPage},       {QStringLiteral("pictures"), picturesPage},
        {QStringLiteral("buttons"), buttonsPage},   {QStringLiteral("fields"), fieldsPage},
        {QStringLiteral("controls"), controlsPage}, {QStringLiteral("chips"), chipsPage},
        {QStringLiteral("stars"), starsPage},       {QStringLiteral("timeline"), timelinePage},
        {QStringLiteral("receipt"), receiptPage},   {QStringLiteral("code"), codePage},
        {QStringLiteral("empty"), emptyPage},       {QStringLiteral("charts"), chartsPage},
        {QStringLiteral("minimap"), miniMapPage},   {QStringLiteral("map"), mapPage},
        {QStringLiteral("sheets"), sheetsPage},     {QStringLiteral("fieldrows"), fieldRowsPage}};
    return all;
}

} // namespace soban::gallery
