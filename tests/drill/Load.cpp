// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Load.h"

namespace soban::drill {

namespace {
constexpr int kUnavailable = 503;
constexpr std::chrono::seconds kWait{30};
constexpr std::chrono::milliseconds kLook{10};

} // namespace

using bench::Moment;

Load::Load(const Line &line, int customers, Book &book, QRandomGenerator &random)
    : m_line(line)
    , m_book(book)
    , m_random(random)
    , m_current(std::size_t(customers), nullptr)
    , m_crowd(
          line.poller, line.port, customers, [this](int client) { return next(client); },
          [this](int client, const std::optional<bench::Response> &response) {
              heard(client, response);
          }) {}

void Load::runFor(bench::Span span) {
    const Moment end = bench::Clock::now() + span;
    while (bench::Clock::now() < end)
        m_line.poller.turn(end);
}

bool Load::runUntil(const std::function<bool()> &isSo) {
    const Moment end = bench::Clock::now() + kWait;
    while (!isSo() && m_crowd.isBusy() && bench::Clock::now() < end)
        m_line.poller.turn(bench::Clock::now() + kLook);
    return isSo();
}

void Load::finish() {
    m_isEnding = true;
    runUntil([this] { return !m_crowd.isBusy(); });
}

std::optional<QByteArray> Load::next(int client) {
    if (m_isEnding)
        return std::nullopt;
    Command *&current = m_current[std::size_t(client)];
    const bool isOpen = current && !current->promise;
    if (!isOpen)
        current = &commandAfter(current, client);
    return current->request;
}

Command &Load::commandAfter(const Command *last, int client) {
    const bool canAccept = last && last->kind == Command::Kind::Place;
    return canAccept && m_random.bounded(2) == 0 ? m_book.accept(client, *last->promise)
                                                 : m_book.place(client);
}

void Load::heard(int client, const std::optional<bench::Response> &response) {
    if (!response)
        return;
    Command *current = m_current[std::size_t(client)];
    if (const auto promise = promiseIn(response)) {
        ++m_acknowledged;
        m_book.keep(*current, *promise);
    } else if (response->status == kUnavailable) {
        ++m_refused;
    } else {
        m_strangeAnswers.append(describe(*response));
        m_isEnding = true; // there is nothing more to learn
    }
}

} // namespace soban::drill
