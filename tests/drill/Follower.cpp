// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Follower.h"

#include "stage/Requests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace soban::drill {

namespace {

std::optional<HeardEvent> readEvent(const QJsonObject &event) {
    const QString order = event[QLatin1StringView("correlationid")].toString();
    const auto sequence = Sequence::fromText(event[QLatin1StringView("sequence")].toString());
    if (order.isEmpty() || !sequence)
        return std::nullopt;
    const QJsonObject data = event[QLatin1StringView("data")].toObject();
    return HeardEvent{*sequence, event[QLatin1StringView("id")].toString().toLatin1(),
                      event[QLatin1StringView("type")].toString().toLatin1(), order.toLatin1(),
                      data[QLatin1StringView("version")].toInt()};
}

} // namespace

std::optional<HeardEvent> readEvent(const QByteArray &json) {
    return readEvent(QJsonDocument::fromJson(json).object());
}

std::optional<QString> Follower::begin(const Line &line) {
    constexpr std::chrono::seconds kPatience{20};
    m_stream = std::make_unique<bench::Stream>(line.poller, line.port, 0, m_token, m_told);
    const bench::Moment deadline = bench::Clock::now() + kPatience;
    while (m_stream->state() == bench::Stream::State::Opening && bench::Clock::now() < deadline)
        line.poller.turn(deadline);
    if (m_stream->state() != bench::Stream::State::Open)
        return QStringLiteral("the shop's stream does not open");
    return resume(line);
}

std::optional<QString> Follower::resume(const Line &line) {
    const auto events = readLog(line, m_token, m_last);
    if (!events)
        return events.error();
    for (const HeardEvent &event : *events)
        hear(event);
    return std::nullopt;
}

Result<QList<HeardEvent>, QString> readLog(const Line &line, const QByteArray &token,
                                           Sequence since) {
    QList<HeardEvent> events;
    while (true) {
        const auto answer =
            ask(line, bench::getRequest(
                          "/api/v1/events?limit=100&since=" + since.toText().toLatin1(), token));
        if (!answer || answer->status != 200)
            return QString(QStringLiteral("the events are refused: ") + describe(answer));
        const QJsonObject page = QJsonDocument::fromJson(answer->body).object();
        const QJsonArray told = page[QLatin1StringView("events")].toArray();
        const auto next = Sequence::fromText(page[QLatin1StringView("sequence")].toString());
        if (told.isEmpty() || !next)
            return events;
        for (const auto &value : told) {
            if (const auto event = readEvent(value.toObject()))
                events.append(*event);
        }
        since = *next;
    }
}

Result<int, QString> Follower::compareWithLog(const Line &line) const {
    const auto log = readLog(line, m_token, m_pageBegin);
    if (!log)
        return log.error();
    const auto common = std::min(log->size(), m_page.size());
    const auto same =
        std::mismatch(log->begin(), log->begin() + common, m_page.begin()).first - log->begin();
    return int(std::max(log->size(), m_page.size()) - same);
}

void Follower::turnPage() {
    m_page.clear();
    m_pageBegin = m_last;
}

void Follower::hearText(const QByteArray &text) {
    if (const auto event = readEvent(text))
        hear(*event);
}

void Follower::hear(const HeardEvent &event) {
    if (event.sequence <= m_last) // told by the stream and by the log
        return;
    m_last = event.sequence;
    m_page.append(event);
    const auto before = m_versions.constFind(event.order);
    if (before != m_versions.cend() && event.version != *before + 1)
        ++m_brokenVersions;
    m_versions[event.order] = event.version;
}

} // namespace soban::drill
