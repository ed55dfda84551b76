// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Review.h"
#include "events/PictureNames.h"
#include "lifecycle/OrderLifecycle.h"

namespace soban::review {

/// Reviews of the write model, inside the open transaction.
class ReviewBook {
public:
    virtual ~ReviewBook() = default;
    virtual std::optional<Review> find(OrderId order) const = 0;
    virtual void insert(const Review &review) = 0;
    virtual void answer(OrderId order, const QString &words, Instant now) = 0;
};

/// What customers say of an order and shops answer (R15).
class Reviews {
public:
    using Outcome = Result<Review, contract::Problem>;

    Reviews(ReviewBook &book, const OrderRepository &orders, const PictureNames &pictures,
            EventSink &events, const Clock &clock);

    Outcome write(OrderId order, const Actor &customer, int stars, const QString &words,
                  const std::optional<QString> &photo = {});
    /// A later answer replaces the first.
    Outcome answer(OrderId order, const Actor &shop, const QString &words);

private:
    void announce(EventType type, const Review &review);

    ReviewBook &m_book;
    const OrderRepository &m_orders;
    const PictureNames &m_pictures;
    EventSink &m_events;
    const Clock &m_clock;
};

} // namespace soban::review
