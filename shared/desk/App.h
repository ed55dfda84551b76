// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Account.h"

#include <QString>

namespace soban::desk {

/// The three apps of the family.
enum class App { Customer, Shop, Rider };

/// Whose app it is: only accounts of this role may sign in.
constexpr Role roleOf(App app) {
    return app == App::Customer ? Role::Customer : app == App::Shop ? Role::Shop : Role::Rider;
}

} // namespace soban::desk

template <>
struct soban::EnumText<soban::desk::App> {
    using A = soban::desk::App;
    static constexpr std::array entries{std::pair{A::Customer, "customer"},
                                        std::pair{A::Shop, "shop"}, std::pair{A::Rider, "rider"}};
};

namespace soban::desk {

/// `soban-customer`: the program's name, also for the desktop.
inline QString programName(App app) {
    return QStringLiteral("soban-") + toText(app);
}

} // namespace soban::desk
