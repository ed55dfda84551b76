// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Text.h"

namespace soban::shop_app {

/// What has not been typed over since `base` follows what has become of it elsewhere.
template <typename T>
void follow(T &typed, const T &base, const T &fresh) {
    if (typed == base)
        typed = fresh;
}

inline void follow(LocalizedText &typed, const LocalizedText &base, const LocalizedText &fresh) {
    follow(typed.ko, base.ko, fresh.ko);
    follow(typed.en, base.en, fresh.en);
}

} // namespace soban::shop_app
