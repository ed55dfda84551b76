// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMouseEvent>

#include <functional>
#include <optional>
#include <utility>

namespace soban::shop_app {

/// Painted buttons in the rows of a list, pressed by the mouse: one goes down, and acts when it is
/// let go where it went down. A double press does nothing more than the first: another row may
/// stand there by then.
template <typename Part>
class PaintedPress {
public:
    struct Outcome {
        bool isTaken = false;             ///< the list need not look at the event
        std::optional<Part> pressed = {}; ///< acts now
    };

    /// `partAt` finds what is painted at a place.
    Outcome follow(const QEvent *event, const std::function<std::optional<Part>(QPoint)> &partAt) {
        if (event->type() != QEvent::MouseButtonPress &&
            event->type() != QEvent::MouseButtonRelease)
            return {};
        const auto *mouse = static_cast<const QMouseEvent *>(event);
        if (mouse->button() != Qt::LeftButton)
            return {};
        const std::optional<Part> part = partAt(mouse->position().toPoint());
        if (event->type() == QEvent::MouseButtonPress) {
            m_down = part;
            return {m_down.has_value()};
        }
        const std::optional<Part> down = std::exchange(m_down, std::nullopt);
        return {down.has_value(), down == part ? down : std::nullopt};
    }

    bool isDown(const Part &part) const { return m_down == part; }
    /// The mouse has been let go elsewhere.
    void letGo() { m_down.reset(); }

private:
    std::optional<Part> m_down;
};

} // namespace soban::shop_app
