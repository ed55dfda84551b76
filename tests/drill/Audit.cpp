// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/Audit.h"

#include <QSet>

namespace soban::drill {

using bench::Response;

namespace {

QList<QByteArray> requestsOf(const QList<Command *> &commands) {
    QList<QByteArray> requests;
    for (const Command *command : commands)
        requests.append(command->request);
    return requests;
}

QString words(const char *what, const QByteArray &order, const QString &more = {}) {
    return QStringLiteral("%1 %2 %3")
        .arg(QLatin1StringView(what), QString::fromLatin1(order), more);
}

} // namespace

void Audit::holdPage(const Line &line) {
    const Fault deaf = m_follower.begin(line);
    if (deaf)
        blame(m_tally.eventsWrong, *deaf);
    readOrders(line, ordersOfPage());
    lookUp(line);
    sendAgain(line);
    if (!deaf)
        checkEvents(line);
    m_tally.events += m_follower.page().size();
    m_book.turnPage();
    m_follower.turnPage();
}

void Audit::holdAll(const Line &line) {
    readOrders(line, m_book.orders().keys());
}

QList<QByteArray> Audit::ordersOfPage() const {
    QSet<QByteArray> orders;
    for (const Command &command : m_book.page()) {
        if (command.promise)
            orders.insert(command.promise->order);
    }
    return orders.values();
}

void Audit::readOrders(const Line &line, const QList<QByteArray> &orders) {
    QList<QByteArray> requests;
    for (const QByteArray &order : orders)
        requests.append(m_book.readRequest(order));
    const auto answers = askAll(line, requests);
    for (qsizetype i = 0; i < orders.size(); ++i)
        checkOrder(orders[i], answers[i]);
}

void Audit::checkOrder(const QByteArray &order, const std::optional<Response> &answer) {
    const auto found = promiseIn(answer);
    if (!found)
        return blame(m_tally.missing, words("missing:", order, describe(answer)));
    const KnownOrder known = m_book.orders().value(order);
    const bool isSame = found->order == order && found->totalMinor == known.totalMinor &&
                        found->version >= known.version;
    if (!isSame)
        blame(m_tally.changed, words("changed:", order, describe(answer)));
}

/// What nobody saw the answer of is asked for with its key: it was done, or it is done now.
void Audit::lookUp(const Line &line) {
    QList<Command *> unseen;
    for (Command &command : m_book.page()) {
        if (!command.promise)
            unseen.append(&command);
    }
    m_tally.lookedUp += unseen.size();
    const Follower::Versions before = m_follower.versions();
    const auto answers = askAll(line, requestsOf(unseen));
    for (qsizetype i = 0; i < unseen.size(); ++i) {
        const auto promise = promiseIn(answers[i]);
        if (!promise) {
            blame(m_tally.missing, QStringLiteral("no outcome by key: ") + describe(answers[i]));
            continue;
        }
        m_book.keep(*unseen[i], *promise);
        m_tally.foundDone += before.value(promise->order) >= promise->version ? 1 : 0;
    }
}

void Audit::sendAgain(const Line &line) {
    QList<Command *> known;
    for (Command &command : m_book.page()) {
        if (command.promise)
            known.append(&command);
    }
    const auto answers = askAll(line, requestsOf(known));
    for (qsizetype i = 0; i < known.size(); ++i) {
        const auto again = promiseIn(answers[i]);
        const Promise &first = *known[i]->promise;
        if (!again)
            blame(m_tally.missing, words("key forgotten:", first.order, describe(answers[i])));
        else if (again->order != first.order)
            blame(m_tally.doubled, words("two orders by one key:", first.order));
        else if (*again != first)
            blame(m_tally.changed, words("another answer:", first.order, describe(answers[i])));
    }
}

void Audit::checkEvents(const Line &line) {
    if (const auto fault = m_follower.resume(line))
        return blame(m_tally.eventsWrong, *fault);
    const auto differing = m_follower.compareWithLog(line);
    if (!differing)
        return blame(m_tally.eventsWrong, differing.error());
    if (*differing > 0)
        blame(m_tally.eventsWrong, QStringLiteral("the log is not what was heard"), *differing);
    if (const int broken = m_follower.takeBrokenVersions())
        blame(m_tally.eventsWrong, QStringLiteral("versions do not follow each other"), broken);
    compareWithBook();
}

void Audit::compareWithBook() {
    QSet<QByteArray> strangers;
    for (const HeardEvent &event : m_follower.page()) {
        if (!m_book.orders().contains(event.order))
            strangers.insert(event.order);
    }
    for (const QByteArray &order : strangers)
        blame(m_tally.doubled, words("nobody's order:", order));
    for (const QByteArray &order : ordersOfPage()) {
        if (m_follower.versions()[order] != m_book.orders()[order].version)
            blame(m_tally.eventsWrong, words("the last event tells another version:", order));
    }
}

void Audit::blame(qint64 &count, const QString &words, qint64 times) {
    constexpr qsizetype kMostExamples = 10;
    count += times;
    if (m_tally.examples.size() < kMostExamples)
        m_tally.examples.append(words);
}

} // namespace soban::drill
