// SPDX-License-Identifier: GPL-3.0-or-later
#include "payment/HintBox.h"

#include <utility>

namespace soban::payment {

bool HintBox::add(PaymentId payment) {
    const std::lock_guard lock(m_mutex);
    const bool wasEmpty = m_payments.isEmpty();
    if (m_payments.size() < kRoom)
        m_payments.insert(payment);
    return wasEmpty;
}

QSet<PaymentId> HintBox::takeAll() {
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_payments, {});
}

} // namespace soban::payment
