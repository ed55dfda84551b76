// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/TileSource.h"

#include <QHashFunctions>

namespace soban::ui {

size_t qHash(const TileKey &key, size_t seed) {
    return qHashMulti(seed, key.zoom, key.x, key.y);
}

QUrl tileUrl(const QString &pattern, const TileKey &key) {
    QString filled = pattern;
    const auto fill = [&filled](const QString &word, int value) {
        const bool isThere = filled.contains(word);
        filled.replace(word, QString::number(value));
        return isThere;
    };
    const bool isWhole = fill(QStringLiteral("{z}"), key.zoom) &&
                         fill(QStringLiteral("{x}"), key.x) && fill(QStringLiteral("{y}"), key.y);
    const QUrl url(filled, QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool isKnown = scheme == QStringLiteral("https") || scheme == QStringLiteral("http") ||
                         scheme == QStringLiteral("file");
    return isWhole && isKnown && url.isValid() ? url : QUrl();
}

} // namespace soban::ui
