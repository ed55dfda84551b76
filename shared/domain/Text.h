// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"

#include <QString>

namespace soban {

enum class Language { Korean, English };

template <>
struct EnumText<Language> {
    static constexpr std::array entries{std::pair{Language::Korean, "ko"},
                                        std::pair{Language::English, "en"}};
};

/// A text that people read, in every language Soban speaks.
struct LocalizedText {
    QString ko;
    QString en;

    const QString &in(Language language) const { return language == Language::Korean ? ko : en; }
    bool operator==(const LocalizedText &) const = default;
};

} // namespace soban
