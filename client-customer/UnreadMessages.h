// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/SettingsFile.h"
#include "domain/Id.h"

namespace soban::customer {

class MessagesModel;

/// How many messages have come since the inbox was last looked at. The server does not know what
/// has been read: it is kept on this computer, for each account.
class UnreadMessages : public QObject {
    Q_OBJECT

public:
    /// `messages` outlive it. What is there when an account comes to this computer counts as read.
    UnreadMessages(const MessagesModel &messages, const QString &file, AccountId account,
                   QObject *parent = nullptr);

    int count() const;
    /// While somebody looks at the inbox, what comes is read.
    void setWatched(bool isWatched);

signals:
    void changed();

private:
    void settle();

    const MessagesModel &m_messages;
    desk::SettingsFile m_file; ///< the number of the last message read, by account
    QString m_account;
    bool m_isWatched = false;
};

} // namespace soban::customer
