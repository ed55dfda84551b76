// SPDX-License-Identifier: GPL-3.0-or-later
#include "realtime/WireEvent.h"

namespace soban::realtime {

WireEvent WireEvent::of(const EventRecord &record) {
    const QByteArray json = toCloudEvent(record);
    return {record.sequence, QString::fromUtf8(json), json.size()};
}

} // namespace soban::realtime
