// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/Call.h"
#include "events/WriteQueue.h"
#include "queries/ReadModel.h"

#include <QHash>

#include <functional>

namespace soban::api {

/// What serves each route. Functions may be called on any network thread and must not wait.
using RouteFunction = std::function<void(Call)>;
using RouteFunctions = QHash<contract::RouteId, RouteFunction>;

/// Answers a call with what a reader finds; 503 when the database cannot be read.
void answerFromReader(ReadPool &readers, const Call &call,
                      std::function<http::Answer(const ReadModel &)> answer);

/// An encoded list of documents that are encoded already: `{"<name>":[…],"nextCursor":"…"}`.
QByteArray encodePage(QLatin1StringView name, const DocumentPage &page);

} // namespace soban::api
