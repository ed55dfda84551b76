// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "media/Pictures.h"
#include "queries/ReadModel.h"
#include "storage/Database.h"

namespace soban::storage {

class SqlPictureStore : public media::PictureBook, public PictureQueries {
public:
    explicit SqlPictureStore(Database &database) : m_database(database) {}

    bool contains(const QString &name) const override;
    void put(const media::FinishedPicture &picture, AccountId by, Instant now) override;
    int countSince(AccountId by, Instant since) const override;
    std::optional<StoredPicture> picture(const QString &name) const override;

private:
    Database &m_database;
};

} // namespace soban::storage
