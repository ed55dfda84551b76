// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/UnreadMessages.h"

#include "client-customer/MessagesModel.h"

#include <algorithm>

namespace soban::customer {

UnreadMessages::UnreadMessages(const MessagesModel &messages, const QString &file,
                               AccountId account, QObject *parent)
    : QObject(parent), m_messages(messages), m_file(file), m_account(account.toText()) {
    connect(&messages, &MessagesModel::loaded, this, &UnreadMessages::settle);
}

int UnreadMessages::count() const {
    const qint64 lastRead = m_file.value(m_account).toLongLong();
    int unread = 0;
    for (int row = 0; row < m_messages.rowCount(); ++row)
        unread += m_messages.at(row).id.number() > lastRead;
    return unread;
}

void UnreadMessages::setWatched(bool isWatched) {
    m_isWatched = isWatched;
    if (m_isWatched && m_messages.rowCount() > 0)
        settle();
}

void UnreadMessages::settle() {
    const bool isFirstTime = !m_file.value(m_account).isValid();
    if (m_isWatched || isFirstTime) {
        qint64 latest = 0;
        for (int row = 0; row < m_messages.rowCount(); ++row)
            latest = std::max(latest, m_messages.at(row).id.number());
        m_file.setValue(m_account, latest);
    }
    emit changed();
}

} // namespace soban::customer
