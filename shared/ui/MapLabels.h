// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

#include <optional>

namespace soban::ui {

/// Finds places for the names on a map: beside their pins, clear of all pins and of each other.
class MapLabels {
public:
    /// Labels stay inside `view`.
    explicit MapLabels(const QRect &view) : m_view(view) {}

    /// Something that labels must not cover.
    void block(const QRect &rect) { m_taken.append(rect); }
    /// The place for a label of this size at `pin`: below, above, right, left, and then the
    /// corners. Nothing if each of them is taken.
    std::optional<QRect> place(const QRect &pin, const QSize &size);
    /// Takes `rect` itself if it is free.
    bool placeAt(const QRect &rect);
    /// As `place`, but where all are taken the one that covers least; for names that must be read.
    QRect placeAnyhow(const QRect &pin, const QSize &size);

private:
    QList<QRect> candidates(const QRect &pin, const QSize &size) const;
    /// In pixels; those that leave the view count more.
    qint64 covered(const QRect &rect) const;

    QRect m_view;
    QList<QRect> m_taken;
};

} // namespace soban::ui
