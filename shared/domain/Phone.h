// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace soban {

/// Whether that can be dialled: at least three digits, with blanks, hyphens, dots or brackets
/// between them, and perhaps a plus before.
bool isPhoneNumber(QStringView text);

/// What is dialled of a number that people wrote: its digits, and the plus before them; empty where
/// it is none.
QString dialled(QStringView text);

} // namespace soban
