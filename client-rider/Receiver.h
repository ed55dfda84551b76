// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/GeoPoint.h"

#include <QObject>

#include <functional>
#include <memory>

namespace soban::rider_app {

/// Tells where this machine is, from its making to its end.
class Receiver : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void moved(const soban::GeoPoint &position);
    /// It may not tell, or cannot any more.
    void lost();
};

/// Null: the machine has none.
using ReceiverMaker = std::function<std::unique_ptr<Receiver>()>;

/// What the system's positioning plugins offer, chosen when asked.
std::unique_ptr<Receiver> systemReceiver();

} // namespace soban::rider_app
