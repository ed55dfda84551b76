// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/EventRecord.h"

#include "contract/Json.h"

namespace soban {

QByteArray toCloudEvent(const EventRecord &record) {
    using namespace Qt::StringLiterals;
    contract::JsonWriter writer;
    writer.beginObject();
    writer.key("specversion"_L1);
    writer.token("1.0"_L1);
    writer.key("id"_L1);
    writer.token(record.id.ascii().view());
    writer.key("source"_L1);
    writer.token("/soban"_L1);
    writer.key("type"_L1);
    writer.token(toText(record.type));
    if (record.order) {
        writer.key("subject"_L1);
        writer.token(record.order->ascii().view());
    }
    writer.key("time"_L1);
    writer.token(record.at.rfc3339().view());
    writer.key("sequence"_L1);
    writer.token(record.sequence.ascii().view());
    if (record.order) {
        writer.key("correlationid"_L1);
        writer.token(record.order->ascii().view());
    }
    // The data was encoded when the event was written and goes out as it is.
    writer.key("data"_L1);
    writer.raw(record.data);
    writer.endObject();
    return writer.bytes();
}

} // namespace soban
