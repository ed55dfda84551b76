// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace soban {

/// Whether that can be dialled: at least three digits, with blanks, hyphens, dots or brackets
/// between them, and perhaps a plus before.
bool isPhoneNumber(QStringView text);

} // namespace soban
