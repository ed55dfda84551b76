// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/EnumText.h"
#include "domain/Text.h"

#include <chrono>
#include <optional>
#include <span>

namespace soban::sandbox {

/// Which card a customer "has": it decides how charges of it end.
enum class TestCardKind { Normal, Second, Declined, Expired, Limited, Slow, Stuck };

struct TestCard {
    TestCardKind kind;
    LocalizedText label; ///< what happens, for the registration page
    QString company;
    QString maskedNumber;
    QString declineCode;                      ///< of charges it refuses; empty: refuses none
    qint64 refusesAboveWon = 0;               ///< with a declineCode: smaller charges go through
    std::chrono::milliseconds answerDelay{0}; ///< the charge is made at once, but told later
};

std::span<const TestCard> testCards();
const TestCard &testCard(TestCardKind kind);

} // namespace soban::sandbox

namespace soban {

template <>
struct EnumText<sandbox::TestCardKind> {
    static constexpr std::array entries{std::pair{sandbox::TestCardKind::Normal, "normal"},
                                        std::pair{sandbox::TestCardKind::Second, "second"},
                                        std::pair{sandbox::TestCardKind::Declined, "declined"},
                                        std::pair{sandbox::TestCardKind::Expired, "expired"},
                                        std::pair{sandbox::TestCardKind::Limited, "limited"},
                                        std::pair{sandbox::TestCardKind::Slow, "slow"},
                                        std::pair{sandbox::TestCardKind::Stuck, "stuck"}};
};

} // namespace soban
