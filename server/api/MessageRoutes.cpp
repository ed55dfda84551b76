// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/MessageRoutes.h"

#include "contract/Messaging.h"

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;

MessageRoutes::MessageRoutes(CommandDesk &commands, WriteQueue &writes, const WriteModel &model,
                             ReadPool &readers, ReadReport readReport)
    : m_commands(commands)
    , m_writes(writes)
    , m_model(model)
    , m_readers(readers)
    , m_readReport(std::move(readReport)) {}

RouteFunctions MessageRoutes::functions() {
    return {{RouteId::GetMessagePreference, [this](const Call &call) { preference(call); }},
            {RouteId::SaveMessagePreference, [this](const Call &call) { savePreference(call); }},
            {RouteId::ListOrderMessages, [this](const Call &call) { ofOrder(call); }},
            {RouteId::ReportMessage, [this](const Call &call) { report(call); }},
            {RouteId::AuditMessages, [this](const Call &call) { audit(call); }},
            {RouteId::AuditOrderMessages, [this](const Call &call) { auditOrder(call); }}};
}

void MessageRoutes::preference(const Call &call) {
    answerFromReader(m_readers, call, [customer = call.account()](const ReadModel &model) {
        const auto preference = model.phoneMessages.preferenceOf(customer);
        return preference ? jsonAnswer(200, contract::encode(*preference))
                          : problemAnswer(Problem::of(ErrorCode::NotFound));
    });
}

void MessageRoutes::savePreference(const Call &call) {
    const auto preference = bodyOf<contract::MessagePreference>(call);
    if (!preference)
        return;
    m_commands.runUnkeyed(
        call, [customer = call.account(), preference = *preference](const WriteModel &model) {
            model.keepsakes.saveMessagePreference(customer, preference);
            return CommandAnswer{200, contract::encode(preference), true, {}};
        });
}

void MessageRoutes::ofOrder(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    if (!order)
        return;
    answerFromReader(m_readers, call,
                     [customer = call.account(), order = *order](const ReadModel &model) {
                         const auto documents = model.orders.documents(order);
                         if (!documents || documents->customer != customer)
                             return problemAnswer(Problem::of(ErrorCode::NotFound));
                         contract::PhoneMessageList list;
                         for (const auto &audit : model.phoneMessages.ofOrder(order).messages)
                             list.messages.append(audit.message);
                         return jsonAnswer(200, contract::encode(list));
                     });
}

void MessageRoutes::report(const Call &call) {
    const auto outcome = m_readReport(call.request.queryValue(u"type").value_or(QString()));
    if (!outcome)
        return refuse(call, Problem::at(ErrorCode::InvalidValue, QStringLiteral("type")));
    const QString key = call.params.value(u"reportKey");
    const auto work = [this, key, outcome = *outcome] { m_model.outbox.report(key, outcome); };
    // Alike for keys that nobody gave out: who guesses learns nothing.
    const auto done = [call](bool isDurable) {
        if (isDurable)
            call.reply.send(http::Answer::text(200, "noted\n"));
        else
            refuse(call, ErrorCode::Unavailable);
    };
    if (!m_writes.submit(work, done))
        refuse(call, ErrorCode::Unavailable);
}

void MessageRoutes::audit(const Call &call) {
    const auto limit = pageLimit(call);
    const auto cursor = limit ? pageCursor<MessageId>(call) : std::nullopt;
    if (!cursor)
        return;
    std::optional<MessageState> state;
    if (const auto text = call.request.queryValue(u"state")) {
        state = enumFromText<MessageState>(*text);
        if (!state)
            return refuse(call, Problem::at(ErrorCode::InvalidValue, QStringLiteral("state")));
    }
    answerFromReader(
        m_readers, call, [state, above = *cursor, limit = *limit](const ReadModel &model) {
            return jsonAnswer(200, contract::encode(model.phoneMessages.all(state, above, limit)));
        });
}

void MessageRoutes::auditOrder(const Call &call) {
    const auto order = pathId<OrderId>(call, "orderId");
    if (!order)
        return;
    answerFromReader(m_readers, call, [order = *order](const ReadModel &model) {
        return jsonAnswer(200, contract::encode(model.phoneMessages.ofOrder(order)));
    });
}

} // namespace soban::api
