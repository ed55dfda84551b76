// SPDX-License-Identifier: GPL-3.0-or-later
// Private to server/http.
#pragma once

#include "http/Answer.h"

#include <QByteArray>

namespace soban::http {

struct WireOptions {
    bool isHead = false; ///< The request was HEAD: headers as for GET, no body.
    bool closesConnection = false;
};

/// Appends the bytes of an answer, ready for one write.
void appendAnswer(QByteArray &out, const Answer &answer, WireOptions options);

} // namespace soban::http
