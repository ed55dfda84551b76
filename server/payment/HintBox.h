// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"

#include <QSet>

#include <mutex>

namespace soban::payment {

/// The payments that somebody has hinted at, until the provider's thread looks at them. Anyone may
/// hint, so what waits is bounded: each payment once, and no more than there is room for. What is
/// beyond is dropped, for every open payment is asked about anyway. Any thread.
class HintBox {
public:
    static constexpr qsizetype kRoom = 256;

    /// Whether it was empty: then somebody is to be told that it no longer is.
    [[nodiscard]] bool add(PaymentId payment);
    QSet<PaymentId> takeAll();

private:
    std::mutex m_mutex;
    QSet<PaymentId> m_payments;
};

} // namespace soban::payment
