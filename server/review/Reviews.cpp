// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/Reviews.h"

namespace soban::review {

using contract::ErrorCode;
using contract::Problem;

Reviews::Reviews(ReviewBook &book, const OrderRepository &orders, const PictureNames &pictures,
                 EventSink &events, const Clock &clock)
    : m_book(book), m_orders(orders), m_pictures(pictures), m_events(events), m_clock(clock) {}

Reviews::Outcome Reviews::write(OrderId id, const Actor &customer, int stars, const QString &words,
                                const std::optional<QString> &photo) {
    const auto order = m_orders.find(id);
    if (!order || customer.account != order->customer)
        return Problem::of(ErrorCode::NotFound);
    if (!mayBeReviewed(*order)) {
        Problem problem = Problem::of(ErrorCode::NotAllowedNow);
        problem.present = presentStage(*order);
        return problem;
    }
    if (m_book.find(id))
        return Problem::of(ErrorCode::AlreadyReviewed);
    if (photo && !m_pictures.contains(*photo))
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("photo"),
                           QStringLiteral("names no picture"));
    const Review review{id, order->shop, order->customer, stars, words, m_clock.now(), {},
                        {}, photo};
    m_book.insert(review);
    announce(EventType::ReviewWritten, review);
    return review;
}

Reviews::Outcome Reviews::answer(OrderId id, const Actor &shop, const QString &words) {
    auto review = m_book.find(id);
    if (!review || shop.shop != review->shop)
        return Problem::of(ErrorCode::NotFound);
    review->answer = words;
    review->answeredAt = m_clock.now();
    m_book.answer(id, words, *review->answeredAt);
    announce(EventType::ReviewAnswered, *review);
    return *review;
}

void Reviews::announce(EventType type, const Review &review) {
    m_events.announce({type,
                       review.order,
                       {review.customer, review.shop},
                       ReviewMoved{review.order, review.shop, review.stars}});
}

} // namespace soban::review
