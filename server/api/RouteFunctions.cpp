// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/RouteFunctions.h"

#include "contract/Json.h"

namespace soban::api {

void answerFromReader(ReadPool &readers, const Call &call,
                      std::function<http::Answer(const ReadModel &)> answer) {
    const auto work = [reply = call.reply, answer = std::move(answer)](const ReadModel &model) {
        // Nobody reads the answer to a client that has left.
        if (!reply.isAbandoned())
            reply.send(answer(model));
    };
    const auto failed = [call] { refuse(call, contract::ErrorCode::Unavailable); };
    if (!readers.submit(work, failed))
        failed();
}

QByteArray encodePage(QLatin1StringView name, const DocumentPage &page) {
    contract::JsonWriter writer;
    writer.beginObject();
    writer.key(name);
    writer.beginArray();
    for (const QByteArray &document : page.documents)
        writer.raw(document);
    writer.endArray();
    if (page.next) {
        writer.key(QLatin1StringView("nextCursor"));
        writer.value(page.next->toText());
    }
    writer.endObject();
    return writer.bytes();
}

} // namespace soban::api
