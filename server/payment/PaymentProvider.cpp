// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/PaymentProvider.h"

namespace soban::payment {

PaymentProvider::~PaymentProvider() = default;

} // namespace soban::payment
