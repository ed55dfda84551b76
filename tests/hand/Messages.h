// SPDX-License-Identifier: GPL-3.0-or-later
// What a tour and the hand inside a program say to each other: one JSON object a line.
#pragma once

#include "domain/EnumText.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace soban::hand {

/// Words on the screen; `%1` and its like stand for what `arguments` says, or for anything. With a
/// context they are words of the source, which the program looks up in its language.
struct Words {
    QString context = {};
    QString text = {};
    QStringList arguments = {};

    bool isEmpty() const { return text.isEmpty(); }
    /// For people.
    QString toText() const;
    bool operator==(const Words &) const = default;
};

/// Something to look for in the windows.
struct Target {
    QString kind = {};      ///< button, field, list, text, or a class; empty: anything
    Words words = {};       ///< what stands on it, or its name for those who cannot see it
    QList<Words> row = {};  ///< of a list: the row that holds all of these
    Words part = {};        ///< what stands on a part of the row, or of the widget
    Words description = {}; ///< what is said about it

    /// For people.
    QString toText() const;
    bool operator==(const Target &) const = default;
};

enum class Deed {
    See,     ///< wait until it is there
    Miss,    ///< wait until it is not there
    Press,   ///< with the left button, where it is seen; scrolls there with the wheel
    Reach,   ///< walk to it with Tab and the arrows
    Type,    ///< press a field, and type `text` in the place of what stands there
    Keys,    ///< press keys, as "Ctrl+1" or "Return", wherever the keyboard is
    Browse,  ///< wait until the desktop is asked to open a page, which is not opened
    Listen,  ///< wait until it "rings x" over and over, or "plays x" once; empty: until none rings
    Read,    ///< all that is to be read
    Picture, ///< of the windows, saved as the file `text`
    Measure, ///< how the program has done so far
};

struct Request {
    qint64 id = 0;
    Deed deed = Deed::Read;
    Target target = {};
    QString text = {};
    int limitMs = 10'000;

    bool operator==(const Request &) const = default;
};

/// How quick a program was.
struct Measures {
    double firstPaintMs = 0; ///< from the start of the process until its first window was painted
    double longestMs = 0;    ///< the longest stretch in which it did not look after its window
    QString longestWhat = {};
    int longOnes = 0; ///< stretches over `kLongMs`
    QStringList sounds = {};
    QStringList warnings = {};
    QStringList shortened = {}; ///< texts that did not fit, as shown and as meant

    static constexpr double kLongMs = 50;
    bool operator==(const Measures &) const = default;
};

struct Reply {
    qint64 id = 0;
    bool isDone = false;
    QString why = {};       ///< if it is not
    QStringList texts = {}; ///< of what was found
    qint64 atMs = 0;        ///< when it was so, in ms since 1970
    Measures measures = {}; ///< if asked for

    bool operator==(const Reply &) const = default;
};

/// One line, with its line break.
QByteArray encode(const Request &request);
QByteArray encode(const Reply &reply);
/// Nothing if it is none.
std::optional<Request> readRequest(const QByteArray &line);
std::optional<Reply> readReply(const QByteArray &line);

} // namespace soban::hand

template <>
struct soban::EnumText<soban::hand::Deed> {
    using D = soban::hand::Deed;
    static constexpr std::array entries{
        std::pair{D::See, "see"},        std::pair{D::Miss, "miss"},
        std::pair{D::Press, "press"},    std::pair{D::Reach, "reach"},
        std::pair{D::Type, "type"},      std::pair{D::Keys, "keys"},
        std::pair{D::Browse, "browse"},  std::pair{D::Listen, "listen"},
        std::pair{D::Read, "read"},      std::pair{D::Picture, "picture"},
        std::pair{D::Measure, "measure"}};
};
