// SPDX-License-Identifier: GPL-3.0-or-later
#include "events/EventRecord.h"

#include "contract/Json.h"

namespace soban {

QByteArray toCloudEvent(const EventRecord &record) {
    using namespace Qt::StringLiterals;
    contract::JsonWriter writer;
    writer.beginObject();
    writer.key("specversion"_L1);
    writer.value(u"1.0"_s);
    writer.key("id"_L1);
    writer.value(record.id.toText());
    writer.key("source"_L1);
    writer.value(u"/soban"_s);
    writer.key("type"_L1);
    writer.value(QString(toText(record.type)));
    if (record.order) {
        writer.key("subject"_L1);
        writer.value(record.order->toText());
    }
    writer.key("time"_L1);
    writer.value(record.at.toRfc3339());
    writer.key("sequence"_L1);
    writer.value(record.sequence.toText());
    if (record.order) {
        writer.key("correlationid"_L1);
        writer.value(record.order->toText());
    }
    // The data was encoded when the event was written and goes out as it is.
    writer.key("data"_L1);
    writer.raw(record.data);
    writer.endObject();
    return writer.bytes();
}

} // namespace soban
