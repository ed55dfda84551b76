// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hand/Messages.h"

#include <QPointer>
#include <QRect>
#include <QRegularExpression>
#include <QWidget>

class QAbstractItemView;

namespace soban::hand {

/// Something that was found, and where it is.
struct Found {
    QPointer<QWidget> widget;              ///< takes the press: of a list, its viewport
    QRect box;                             ///< the place to press is its middle; in `widget`
    QStringList texts;                     ///< what is to be read there
    QPointer<QAbstractItemView> view = {}; ///< if it is in a list
    int row = -1;

    QPoint middle() const { return box.center(); }
};

/// What the eye sees.
struct Sighting {
    std::optional<Found> found = {};
    QString why = {}; ///< if nothing was found
};

/// Finds things in the windows by what is to be read there, as one does who looks.
class Seeker {
public:
    /// How firm the thing has to be.
    enum class Need {
        Seen,      ///< visible
        Pressable, ///< enabled as well, and nothing lies upon it; it may be out of its pane's view
    };

    static Sighting look(const Target &target, Need need);
    /// What lies upon the middle of what was found, for people; empty if nothing does.
    static QString cover(const Found &found);
    /// A pane that has to be scrolled, and whether what it hides is below.
    struct Hiding {
        QWidget *pane;
        bool isBelow;
    };
    /// What has to be scrolled next for `found` to come into view; nothing if it is in view. The
    /// middle of the pane, where the wheel is turned, is in view itself.
    static std::optional<Hiding> paneHiding(const Found &found);
    /// All that is to be read in the windows, from front to back.
    static QStringList everything();
    /// The windows that take presses, the foremost first.
    static QWidgetList windows();

    /// A pattern for all of a text, or for a piece of one.
    static QRegularExpression patternOf(const Words &words, bool isWhole);
    /// For people: its class and its name.
    static QString nameOf(const QWidget &widget);
};

} // namespace soban::hand
