// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/AppOptions.h"
#include "desk/Preferences.h"

namespace soban::desk {

/// Makes the look as the person prefers it, also when that changes. What the command line says goes
/// first, until the person sets that very thing in the app.
class LookKeeper : public QObject {
    Q_OBJECT

public:
    LookKeeper(const AppOptions &options, const Preferences &preferences, ui::Look &look,
               QObject *parent = nullptr);

private:
    void apply();

    std::optional<Language> m_language; ///< of the command line, as are the next two
    std::optional<ui::Look::Choice> m_scheme;
    std::optional<double> m_textScale;
    Language m_setLanguage; ///< as the preferences were when last seen
    ui::Look::Choice m_setScheme;
    double m_setTextScale;
    const Preferences &m_preferences;
    ui::Look &m_look;
};

} // namespace soban::desk
