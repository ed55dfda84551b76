// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Id.h"
#include "domain/Instant.h"

#include <QList>
#include <QString>

#include <optional>

namespace soban::contract {

struct ReviewView {
    OrderId orderId;
    QString author;
    int stars;
    QString words;
    std::optional<QString> photo; ///< name of an uploaded picture
    Instant writtenAt;
    std::optional<QString> answer;
    std::optional<Instant> answeredAt;
};

struct ReviewList {
    QList<ReviewView> reviews; ///< newest first
    std::optional<QString> nextCursor;
};

struct WriteReviewRequest {
    int stars;
    QString words;
    std::optional<QString> photo = {}; ///< name of an uploaded picture
};

struct AnswerReviewRequest {
    QString words;
};

} // namespace soban::contract
