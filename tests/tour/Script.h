// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tour/Program.h"

#include <QElapsedTimer>

#include <functional>

namespace soban::tour {

/// Counts and tells the steps and takes pictures of all windows after each. The first thing that
/// does not work ends the script: `isGoing` turns false and what follows does nothing.
class Script {
public:
    /// `pictures`: the folder for them; empty: none are taken. `isByKeyboard`: nobody takes the
    /// mouse.
    Script(const QString &pictures, bool isByKeyboard)
        : m_pictures(pictures), m_isByKeyboard(isByKeyboard) {}

    void title(const QString &text) const;
    /// `slug`: for the names of the pictures.
    void step(const QString &who, const QString &what, const QString &slug,
              const std::function<void()> &deeds);
    /// Adds to the line of the present step.
    void note(const QString &text) { m_notes.append(text); }
    /// Ends the present step and the script. `program`: at which it is to be seen.
    void fail(Program *program, const QString &expected, const QString &seen);
    /// Fails unless it is true.
    void check(bool isTrue, const QString &expected, const QString &seen);

    bool isByKeyboard() const { return m_isByKeyboard; }
    bool isGoing() const { return !m_failure; }
    int steps() const { return m_steps; }
    int failed() const { return m_failed; }

    /// Whose windows are on the pictures.
    void enter(Program &program) { m_programs.append(&program); }
    void leave(Program &program) { m_programs.removeAll(&program); }

private:
    struct Failure {
        Program *program;
        QString expected;
        QString seen;
    };

    void takePictures(const QString &slug);
    void tellFailure(const QString &who, const QString &what);

    const QString m_pictures;
    const bool m_isByKeyboard;
    QList<Program *> m_programs;
    QStringList m_notes;
    std::optional<Failure> m_failure;
    QHash<Program *, QByteArray> m_lastPictures; ///< their hashes
    int m_steps = 0;
    int m_failed = 0;
};

} // namespace soban::tour
