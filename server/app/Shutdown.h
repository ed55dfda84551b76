// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace soban::app {

/// Turns SIGTERM and SIGINT into a Qt signal on the main thread. One per process.
class Shutdown : public QObject {
    Q_OBJECT

public:
    explicit Shutdown(QObject *parent = nullptr);

signals:
    void requested();

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace soban::app
