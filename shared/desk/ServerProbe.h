// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/ApiClient.h"

#include <QTimer>

#include <optional>

namespace soban::desk {

/// Asks the server now and then whether it is there, for as long as nobody is signed in and no
/// stream tells it.
class ServerProbe : public QObject {
    Q_OBJECT

public:
    explicit ServerProbe(client::ApiClient &api,
                         std::chrono::milliseconds interval = std::chrono::seconds(10),
                         QObject *parent = nullptr);

    void start();
    void stop();
    /// Nothing before the first answer.
    std::optional<bool> isReachable() const { return m_isReachable; }

signals:
    void reachableChanged(bool reachable);

private:
    void ask();

    client::ApiClient &m_api;
    QTimer m_timer;
    std::unique_ptr<QObject> m_question; ///< its end drops the answer
    std::optional<bool> m_isReachable;
};

} // namespace soban::desk
