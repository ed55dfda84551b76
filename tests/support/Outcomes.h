// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/ErrorCode.h"

#include <QTest>

namespace soban::contract {

/// How QtTest prints a code.
inline char *toString(ErrorCode code) {
    return qstrdup(toText(code).data());
}

} // namespace soban::contract

namespace soban::testing {

/// Why a command was refused; an error of the server's own, which no module reports, when it was
/// not.
contract::ErrorCode codeOf(const auto &outcome) {
    return outcome ? contract::ErrorCode::Internal : outcome.error().code;
}

} // namespace soban::testing
