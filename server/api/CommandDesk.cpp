// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/CommandDesk.h"

#include <QCryptographicHash>

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;

namespace {

/// Same key, same request: the path names the order and If-Match the version, so both count.
QByteArray hashOf(const Call &call) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(call.request.path());
    hash.addData(QByteArrayView("\n"));
    hash.addData(QByteArray::number(call.version));
    hash.addData(QByteArrayView("\n"));
    hash.addData(call.request.body());
    return hash.result().toHex();
}

CommandKey keyOf(const Call &call) {
    return {call.account(), QString::fromLatin1(call.route.path), call.key};
}

CommandAnswer repeated(const KeptAnswer &kept, const QByteArray &bodyHash) {
    if (kept.bodyHash != bodyHash)
        return CommandAnswer::refused(Problem::of(ErrorCode::KeyReused));
    if (kept.status == kStillRunning)
        return CommandAnswer::refused(Problem::of(ErrorCode::StillRunning));
    return {kept.status, kept.answer, true, {}};
}

http::Answer toHttp(const CommandAnswer &answer) {
    return answer.status == 204 ? http::Answer::empty(204)
                                : placementAnswer(answer.status, answer.body);
}

} // namespace

CommandAnswer CommandAnswer::refused(const Problem &problem) {
    return {problem.status, contract::encode(problem), false, {}};
}

CommandAnswer CommandAnswer::refusedButKept(const Problem &problem) {
    return {problem.status, contract::encode(problem), true, {}};
}

CommandDesk::CommandDesk(WriteQueue &writes, const WriteModel &model, PlacementDesk &placements,
                         const Clock &clock)
    : m_writes(writes), m_model(model), m_placements(placements), m_clock(clock) {}

void CommandDesk::run(const Call &call, Command command) {
    submit(call, [this, call, bodyHash = hashOf(call), command = std::move(command)] {
        return runOnce(call, bodyHash, command);
    });
}

void CommandDesk::runUnkeyed(const Call &call, Command command) {
    submit(call, [this, command = std::move(command)] { return attempt(command); });
}

CommandAnswer CommandDesk::attempt(const Command &command) {
    CommandAnswer answer{};
    m_writes.attempt([&] {
        answer = command(m_model);
        return answer.keepsChanges;
    });
    return answer;
}

CommandAnswer CommandDesk::runOnce(const Call &call, const QByteArray &bodyHash,
                                   const Command &command) {
    const CommandKey key = keyOf(call);
    if (const auto kept = m_model.answers.find(key))
        return repeated(*kept, bodyHash);
    const CommandAnswer answer = attempt(command);
    const int status = answer.awaits ? kStillRunning : answer.status;
    m_model.answers.keep(key, {bodyHash, status, answer.body, answer.awaits}, m_clock.now());
    return answer;
}

void CommandDesk::submit(const Call &call, std::function<CommandAnswer()> work) {
    auto answer = std::make_shared<CommandAnswer>();
    const auto done = [this, reply = call.reply, key = keyOf(call), answer](bool durable) {
        // A commit that failed may be on the disk all the same: only the key can tell.
        if (!durable)
            reply.send(problemAnswer(Problem::of(ErrorCode::OutcomeUnknown)));
        else if (answer->awaits)
            m_placements.await(*answer->awaits, key, reply);
        else
            reply.send(toHttp(*answer));
    };
    if (!m_writes.submit([answer, work = std::move(work)] { *answer = work(); }, done))
        refuse(call, ErrorCode::Unavailable);
}

} // namespace soban::api
