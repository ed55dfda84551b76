// SPDX-License-Identifier: GPL-3.0-or-later
#include "load/StreamSwarm.h"

#include <algorithm>

namespace soban::bench {

namespace {

/// As many as are on their way at a time; more would only wait in the server's backlog.
constexpr int kOpeningAtOnce = 200;
constexpr std::chrono::seconds kSwarmPatience{180};
constexpr std::chrono::milliseconds kLook{10};

} // namespace

StreamSwarm::StreamSwarm(Poller &poller, Port port, Stream::Told told)
    : m_poller(poller)
    , m_port(port)
    , m_told([told = std::move(told)](int stream, const QByteArray &text, Moment at) {
        const bool isNote = text.contains("\"soban.stream.");
        if (told && !isNote)
            told(stream, text, at);
    }) {}

bool StreamSwarm::open(const QList<QByteArray> &tokens) {
    const Moment deadline = Clock::now() + kSwarmPatience;
    for (const QByteArray &token : tokens) {
        while (openingCount() >= kOpeningAtOnce && Clock::now() < deadline)
            m_poller.turn(Clock::now() + kLook);
        m_streams.push_back(
            std::make_unique<Stream>(m_poller, m_port, int(m_streams.size()), token, m_told));
    }
    while (openingCount() > 0 && Clock::now() < deadline)
        m_poller.turn(Clock::now() + kLook);
    return openCount() == int(m_streams.size());
}

int StreamSwarm::openingCount() const {
    // The older ones are open already, so only the last need a look.
    const std::size_t last = std::min<std::size_t>(m_streams.size(), 2 * kOpeningAtOnce);
    return int(std::count_if(m_streams.end() - std::ptrdiff_t(last), m_streams.end(),
                             [](const auto &s) { return s->state() == Stream::State::Opening; }));
}

int StreamSwarm::openCount() const {
    return int(std::count_if(m_streams.begin(), m_streams.end(),
                             [](const auto &s) { return s->state() == Stream::State::Open; }));
}

void StreamSwarm::pass(Span span) {
    const Moment end = Clock::now() + span;
    while (Clock::now() < end)
        m_poller.turn(end);
}

qint64 sequenceIn(const QByteArray &event) {
    constexpr QByteArrayView kName("\"sequence\":\"");
    constexpr qsizetype kDigits = 20;
    const qsizetype at = event.indexOf(kName);
    if (at < 0)
        return -1;
    bool isNumber = false;
    const qint64 sequence = event.mid(at + kName.size(), kDigits).toLongLong(&isNumber);
    return isNumber ? sequence : -1;
}

} // namespace soban::bench
