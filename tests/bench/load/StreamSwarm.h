// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "load/Stream.h"

#include <QList>

#include <memory>
#include <vector>

namespace soban::bench {

/// Thousands of clients of the event stream. They live as long as this does, and answer the
/// server's pings whenever the poller turns.
class StreamSwarm {
public:
    /// `told`: every event, with the moment at which its bytes came. Notes (heartbeats) are not
    /// told.
    StreamSwarm(Poller &poller, Port port, Stream::Told told = {});
    Q_DISABLE_COPY_MOVE(StreamSwarm)

    /// Opens one more stream for each token; true when all are open within three
    /// minutes.
    bool open(const QList<QByteArray> &tokens);
    int openCount() const;
    /// Turns the poller for so long, so that what is under way arrives.
    void pass(Span span);

private:
    int openingCount() const;

    Poller &m_poller;
    const Port m_port;
    const Stream::Told m_told;
    std::vector<std::unique_ptr<Stream>> m_streams;
};

/// The `sequence` of an event as it came; -1 if it has none.
qint64 sequenceIn(const QByteArray &event);

} // namespace soban::bench
