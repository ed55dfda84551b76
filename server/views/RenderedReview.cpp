// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/RenderedReview.h"

namespace soban::views {

contract::ReviewView rendered(const Review &review, const QString &author) {
    return {review.order,
            author,
            review.stars,
            review.words,
            review.photo,
            review.writtenAt,
            review.answeredAt ? std::optional(review.answer) : std::nullopt,
            review.answeredAt};
}

} // namespace soban::views
