// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Book.h"
#include "load/HttpClient.h"

#include <QRandomGenerator>
#include <QSet>

#include <array>
#include <memory>

namespace soban::drill {

/// Where the servers of a drill can be asked; the number 0 while one cannot.
struct Doors {
    std::array<bench::Port, 2> ports;

    /// Any that is open; nothing if none is.
    std::optional<bench::Port> any(QRandomGenerator &random) const;
};

/// What came of all walks.
struct Walked {
    qint64 acknowledged = 0;
    qint64 refused = 0;       ///< with 503
    qint64 askedAgain = 0;    ///< acknowledged to whoever asked again, at any server
    QSet<QByteArray> brought; ///< orders that the shop has handed over
    QStringList strangeAnswers;
};

/// A customer who orders, and the shop's steps with it, one request after the other, now at one
/// server, now at another. Where a connection ends, or a request is refused for a while, it is sent
/// again with its key to whichever server is open. Between the turns of the poller `goOn` is
/// called.
class Walk {
public:
    struct Scene {
        bench::Poller &poller;
        const Doors &doors;
        Book &book;
        QRandomGenerator &random;
        Walked &walked;
    };

    Walk(const Scene &scene, int customer) : m_scene(scene), m_customer(customer) {}

    void goOn();
    /// Asks for nothing new.
    void end() { m_isEnding = true; }
    /// Whether nothing that was asked for is unanswered.
    bool isAtRest() const { return !m_command || m_command->promise; }

private:
    Command &commandAfterLast();
    void connect();
    void heard(const std::optional<bench::Response> &response);

    const Scene m_scene;
    const int m_customer;
    std::unique_ptr<bench::HttpClient> m_client;
    bool m_isDone = false; ///< with the client
    Command *m_command = nullptr;
    int m_sent = 0;    ///< times that the command was
    QByteArray m_code; ///< of the order at hand
    bool m_isEnding = false;
};

} // namespace soban::drill
