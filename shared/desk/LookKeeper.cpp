// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/LookKeeper.h"

namespace soban::desk {

namespace {

/// The present value; if it is another than `seen`, what stood above it gives way.
template <typename T>
T chosen(std::optional<T> &above, T &seen, T present) {
    if (std::exchange(seen, present) != present)
        above.reset();
    return above.value_or(present);
}

} // namespace

LookKeeper::LookKeeper(const AppOptions &options, const Preferences &preferences, ui::Look &look,
                       QObject *parent)
    : QObject(parent)
    , m_language(options.language)
    , m_scheme(options.scheme)
    , m_textScale(options.textScale)
    , m_setLanguage(preferences.language())
    , m_setScheme(preferences.scheme())
    , m_setTextScale(preferences.textScale())
    , m_preferences(preferences)
    , m_look(look) {
    connect(&preferences, &Preferences::lookChanged, this, &LookKeeper::apply);
    apply();
}

void LookKeeper::apply() {
    m_look.setLanguage(chosen(m_language, m_setLanguage, m_preferences.language()));
    m_look.setChoice(chosen(m_scheme, m_setScheme, m_preferences.scheme()));
    m_look.setTextScale(chosen(m_textScale, m_setTextScale, m_preferences.textScale()));
    m_look.setMotionReduced(m_preferences.isMotionReduced());
}

} // namespace soban::desk
