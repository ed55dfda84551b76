// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "contract/Problem.h"
#include "domain/Account.h"
#include "events/PictureNames.h"
#include "media/PictureStudio.h"

namespace soban::media {

/// Uploaded pictures of the write model, inside the open transaction.
class PictureBook : public PictureNames {
public:
    /// Keeps a picture; one that is there already stays as it is.
    virtual void put(const FinishedPicture &picture, AccountId by, Instant now) = 0;
    /// How many pictures the account brought since then.
    virtual int countSince(AccountId by, Instant since) const = 0;
};

/// What people may upload.
class Pictures {
public:
    static constexpr int kMostPerDay = 300; ///< of one account

    Pictures(PictureBook &book, const Clock &clock) : m_book(book), m_clock(clock) {}

    std::optional<contract::Problem> keep(const FinishedPicture &picture, AccountId by);

private:
    PictureBook &m_book;
    const Clock &m_clock;
};

} // namespace soban::media
