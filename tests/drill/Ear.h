// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Follower.h"
#include "drill/Walk.h"

namespace soban::drill {

/// Somebody who hears events over a WebSocket of one of several servers, and whenever that ends
/// resumes at whichever is open, from the last sequence that was heard (G8). Between the turns of
/// the poller `goOn` is called.
class Ear {
public:
    Ear(bench::Poller &poller, const Doors &doors, QRandomGenerator &random, int number,
        const QByteArray &token)
        : m_poller(poller), m_doors(doors), m_random(random), m_number(number), m_token(token) {}
    Q_DISABLE_COPY_MOVE(Ear)

    void goOn();
    const QByteArray &token() const { return m_token; }
    const QList<HeardEvent> &heard() const { return m_heard; }
    Sequence last() const { return m_last; }
    /// Events that came twice or out of order, and words that some may be missing.
    int wrong() const { return m_wrong; }

private:
    void hear(const QByteArray &text);

    bench::Poller &m_poller;
    const Doors &m_doors;
    QRandomGenerator &m_random;
    const int m_number;
    const QByteArray m_token;
    const bench::Stream::Told m_told = [this](int, const QByteArray &text, bench::Moment) {
        hear(text);
    };
    std::unique_ptr<bench::Stream> m_stream;
    QList<HeardEvent> m_heard;
    Sequence m_last = Sequence::before();
    int m_wrong = 0;
};

} // namespace soban::drill
