// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/SqlPictureStore.h"

namespace soban::storage {

bool SqlPictureStore::contains(const QString &name) const {
    return m_database.query("SELECT 1 FROM pictures WHERE name = ?", name).next();
}

void SqlPictureStore::put(const media::FinishedPicture &picture, AccountId by, Instant now) {
    m_database.execute("INSERT INTO pictures (name, media_type, bytes, uploaded_by, uploaded_at) "
                       "VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO NOTHING",
                       picture.name, picture.mediaType, Blob{picture.bytes}, by, now);
}

int SqlPictureStore::countSince(AccountId by, Instant since) const {
    Rows row = m_database.query(
        "SELECT COUNT(*) FROM pictures WHERE uploaded_by = ? AND uploaded_at > ?", by, since);
    row.next();
    return row.number(0);
}

std::optional<StoredPicture> SqlPictureStore::picture(const QString &name) const {
    Rows row = m_database.query("SELECT media_type, bytes FROM pictures WHERE name = ?", name);
    if (!row.next())
        return std::nullopt;
    return StoredPicture{row.utf8(0), row.bytes(1)};
}

} // namespace soban::storage
