// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/Review.h"

#include "contract/SharedWire.h"

namespace soban::contract {

template <>
struct Described<ReviewList> {
    static constexpr const char *name = "ReviewList";
    static constexpr auto fields = std::tuple{field("reviews", &ReviewList::reviews),
                                              field("nextCursor", &ReviewList::nextCursor)};
};

template <>
struct Described<WriteReviewRequest> {
    static constexpr const char *name = "WriteReviewRequest";
    static constexpr auto fields = std::tuple{field("stars", &WriteReviewRequest::stars, {1, 5}),
                                              field("words", &WriteReviewRequest::words, {0, 1000}),
                                              field("photo", &WriteReviewRequest::photo, {1, 80})};
};

template <>
struct Described<AnswerReviewRequest> {
    static constexpr const char *name = "AnswerReviewRequest";
    static constexpr auto fields =
        std::tuple{field("words", &AnswerReviewRequest::words, {1, 1000})};
};

} // namespace soban::contract

SOBAN_INSTANTIATE_CODEC(soban::contract::ReviewView);
SOBAN_INSTANTIATE_CODEC(soban::contract::ReviewList);
SOBAN_INSTANTIATE_CODEC(soban::contract::WriteReviewRequest);
SOBAN_INSTANTIATE_CODEC(soban::contract::AnswerReviewRequest);
