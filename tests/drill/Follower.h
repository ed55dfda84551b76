// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Event.h"
#include "domain/Result.h"
#include "drill/Crowd.h"
#include "load/Stream.h"

#include <QHash>

#include <optional>
#include <utility>

namespace soban::drill {

/// An event as it was heard.
struct HeardEvent {
    Sequence sequence;
    QByteArray id;
    QByteArray type;
    QByteArray order;
    int version;

    bool operator==(const HeardEvent &) const = default;
};

/// Reads an event of the wire; nothing for what tells of no order, as a stream's own notes.
std::optional<HeardEvent> readEvent(const QByteArray &json);
/// All events after `since` for whoever has the token, as the log has them; the reason if they
/// cannot be read.
Result<QList<HeardEvent>, QString> readLog(const Line &line, const QByteArray &token,
                                           Sequence since);

/// The shop's ear: hears of its orders over a stream, and after each end of it resumes from the
/// last sequence that it heard (G8).
class Follower {
public:
    using Versions = QHash<QByteArray, int>;

    explicit Follower(const QByteArray &token) : m_token(token) {}
    Q_DISABLE_COPY_MOVE(Follower)

    /// Opens a stream and hears what was missed. The reason if it cannot.
    std::optional<QString> begin(const Line &line);
    /// Asks for all since the last sequence that was heard.
    std::optional<QString> resume(const Line &line);
    /// The stream is over.
    void end() { m_stream.reset(); }
    /// Reads what was heard since `turnPage` once more from the log, and compares. The number of
    /// events that differ.
    Result<int, QString> compareWithLog(const Line &line) const;

    /// What was heard since `turnPage`.
    const QList<HeardEvent> &page() const { return m_page; }
    void turnPage();
    /// The version that the last event of an order told, by order.
    const Versions &versions() const { return m_versions; }
    /// How many events since the last call did not tell the version after the one before.
    int takeBrokenVersions() { return std::exchange(m_brokenVersions, 0); }

private:
    using Events = QList<HeardEvent>;
    void hear(const HeardEvent &event);
    void hearText(const QByteArray &text);

    const QByteArray m_token;
    const bench::Stream::Told m_told = [this](int, const QByteArray &text, bench::Moment) {
        hearText(text);
    };
    std::unique_ptr<bench::Stream> m_stream;
    Events m_page;
    Sequence m_pageBegin = Sequence::before(); ///< the last sequence before the page
    Sequence m_last = Sequence::before();
    Versions m_versions;
    int m_brokenVersions = 0;
};

} // namespace soban::drill
