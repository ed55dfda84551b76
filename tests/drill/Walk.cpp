// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Walk.h"

#include "drill/Crowd.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace soban::drill {

namespace {
constexpr int kComeBackLater = 503;
}

std::optional<bench::Port> Doors::any(QRandomGenerator &random) const {
    const std::size_t first = random.bounded(quint32(ports.size()));
    for (std::size_t i = 0; i < ports.size(); ++i) {
        const bench::Port port = ports.at((first + i) % ports.size());
        if (port.number > 0)
            return port;
    }
    return std::nullopt;
}

void Walk::goOn() {
    if (std::exchange(m_isDone, false))
        m_client.reset();
    if (m_client && m_client->isBusy())
        return;
    if (isAtRest()) {
        if (m_isEnding)
            return;
        m_command = &commandAfterLast();
        m_sent = 0;
    }
    if (!m_client)
        connect();
    if (!m_client)
        return;
    ++m_sent;
    m_client->send(m_command->request);
}

/// Most orders are brought to their customers; some stay where they are.
Command &Walk::commandAfterLast() {
    const bool isBrought = m_command && m_command->kind == Command::Kind::HandOver;
    const bool goesOn = m_command && !isBrought && m_scene.random.bounded(8) > 0;
    return goesOn ? m_scene.book.stepAfter(*m_command, m_code) : m_scene.book.place(m_customer);
}

void Walk::connect() {
    if (const auto port = m_scene.doors.any(m_scene.random)) {
        m_client = std::make_unique<bench::HttpClient>(
            m_scene.poller, *port, m_customer,
            [this](int, const std::optional<bench::Response> &response) { heard(response); });
    }
}

void Walk::heard(const std::optional<bench::Response> &response) {
    Walked &walked = m_scene.walked;
    const bool isToMove = m_scene.random.bounded(4) == 0;
    m_isDone = !response || isToMove;
    if (!response || isAtRest())
        return;
    if (const auto promise = promiseIn(response)) {
        ++walked.acknowledged;
        walked.askedAgain += m_sent > 1 ? 1 : 0;
        m_scene.book.keep(*m_command, *promise);
        if (m_command->kind == Command::Kind::Place) {
            const QJsonObject order = QJsonDocument::fromJson(response->body).object();
            m_code = order[QLatin1StringView("handOverCode")].toString().toLatin1();
        } else if (m_command->kind == Command::Kind::HandOver) {
            walked.brought.insert(promise->order);
        }
    } else if (response->status == kComeBackLater) {
        ++walked.refused;
        m_isDone = true;
    } else {
        walked.strangeAnswers.append(describe(*response));
    }
}

} // namespace soban::drill
