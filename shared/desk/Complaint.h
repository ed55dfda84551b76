// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiError.h"

namespace soban::desk {

/// A failure in words for the person it happened to, in the language of the application.
struct Complaint {
    QString what;   ///< happened, in a sentence
    QString kept;   ///< what became of what the person did
    QString advice; ///< what to do now
    QString code;   ///< for support: `sold_out-409`, `no_answer`

    /// All sentences, one after the other.
    QString text() const;
};

Complaint explain(const client::ApiError &error);

} // namespace soban::desk
