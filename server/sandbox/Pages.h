// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Text.h"
#include "http/Answer.h"
#include "sandbox/Ledger.h"

#include <QUrl>

namespace soban::sandbox {

/// The pages that people see in a browser, in Korean or English.
namespace pages {

/// Where a customer picks a test card. `returnUrl` is known to be allowed.
http::Answer cardRegistration(Language language, const QString &customerKey, const QUrl &returnUrl);
/// A visit that can't go on.
http::Answer badVisit(Language language);
http::Answer receipt(Language language, const LedgerPayment &payment);

} // namespace pages
} // namespace soban::sandbox
