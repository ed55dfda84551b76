// SPDX-License-Identifier: GPL-3.0-or-later
#include "realtime/CatchUp.h"
#include "realtime/SubscriptionBook.h"

#include <QTest>

#include <deque>
#include <map>
#include <random>

using namespace soban;
using namespace soban::realtime;
using Phase = CatchUp::Phase;

namespace {

Sequence seq(qint64 number) {
    return *Sequence::fromNumber(number);
}

WireEvent wire(qint64 number) {
    return {seq(number), QString::number(number), 100};
}

QList<qint64> numbers(const QList<WireEvent> &events) {
    QList<qint64> result;
    for (const WireEvent &each : events)
        result.append(each.sequence.number());
    return result;
}

struct LogRow {
    qint64 sequence;
    QList<Addressee> audience;
};

/// A follower as a hub drives it, with what its client got.
struct Client {
    Client(qint64 from, QList<Addressee> names, qsizetype maxHeldBytes)
        : since(from), addressees(std::move(names)), catchUp(seq(from), maxHeldBytes) {}

    bool concerns(const LogRow &row) const {
        return std::any_of(
            addressees.begin(), addressees.end(),
            [&row](const Addressee &addressee) { return row.audience.contains(addressee); });
    }
    void take(const QList<WireEvent> &events) { received += numbers(events); }

    qint64 since;
    QList<Addressee> addressees;
    CatchUp catchUp;
    std::optional<LogPage> page; ///< read, but not arrived yet
    QList<qint64> received;
};

/// A log, a bus that lags behind it, reads that lag as well, and clients that come at any time.
class World {
public:
    explicit World(unsigned seed) : m_random(seed) {}

    void step() {
        switch (pick(0, 6)) {
        case 0:
            commit();
            break;
        case 1:
            passOneBatch();
            break;
        case 2:
            join();
            break;
        case 3:
            forSomeone([this](Client &client) { startRead(client); });
            break;
        case 4:
            forSomeone([](Client &client) { arrive(client); });
            break;
        default:
            forSomeone([](Client &client) { drain(client); });
            break;
        }
        check();
    }

    /// Nothing new happens; all that is under way arrives.
    void settle() {
        while (!m_bus.empty())
            passOneBatch();
        for (auto &[id, client] : m_clients) {
            while (client.catchUp.phase() != Phase::Live) {
                startRead(client);
                arrive(client);
                drain(client);
            }
        }
    }

    void checkComplete() const {
        for (const auto &[id, client] : m_clients)
            QCOMPARE(client.received, expected(client, m_log.empty() ? 0 : m_log.back().sequence));
    }

private:
    int pick(int low, int high) { return std::uniform_int_distribution(low, high)(m_random); }

    void commit() {
        QList<LogRow> batch;
        for (int i = pick(1, 4); i > 0; --i) {
            m_lastSequence += pick(1, 3); // the log may leave numbers out
            LogRow row{m_lastSequence, {}};
            for (qint64 account = 1; account <= 4; ++account) {
                if (pick(0, 2) == 0)
                    row.audience.append(*AccountId::fromNumber(account));
            }
            batch.append(row);
        }
        m_log.insert(m_log.end(), batch.begin(), batch.end());
        m_bus.push_back(batch);
    }

    void passOneBatch() {
        if (m_bus.empty())
            return;
        for (const LogRow &row : m_bus.front()) {
            for (const Addressee &addressee : row.audience) {
                for (const FollowerId id : m_book.followersOf(addressee)) {
                    if (m_clients.at(id).catchUp.offer(wire(row.sequence)))
                        m_clients.at(id).take({wire(row.sequence)});
                }
            }
        }
        m_bus.pop_front();
    }

    void join() {
        if (m_clients.size() > 5)
            return;
        const qint64 since = pick(0, int(m_lastSequence));
        QList<Addressee> addressees{*AccountId::fromNumber(pick(1, 4))};
        if (pick(0, 1) == 0)
            addressees.append(*AccountId::fromNumber(pick(1, 4)));
        const FollowerId id = m_clients.size() + 1;
        m_book.add(id, {*SessionId::fromNumber(1), addressees});
        m_clients.emplace(id, Client(since, addressees, 100 * pick(0, 5)));
    }

    template <typename Action>
    void forSomeone(Action action) {
        if (!m_clients.empty())
            action(std::next(m_clients.begin(), pick(0, int(m_clients.size()) - 1))->second);
    }

    void startRead(Client &client) {
        if (client.catchUp.phase() != Phase::Reading || client.page)
            return;
        LogPage page{{}, seq(m_lastSequence), true};
        const int limit = pick(1, 6);
        for (const LogRow &row : m_log) {
            if (seq(row.sequence) <= *client.catchUp.cursor() || !client.concerns(row))
                continue;
            page.events.append(wire(row.sequence));
            if (page.events.size() == limit) {
                page.readTo = seq(row.sequence);
                page.isComplete = false;
                break;
            }
        }
        client.page = page;
    }

    static void arrive(Client &client) {
        if (!client.page)
            return;
        client.catchUp.takePage(*client.page);
        client.take(client.page->events);
        client.page.reset();
    }

    static void drain(Client &client) {
        if (client.catchUp.phase() != Phase::Draining)
            return;
        if (const auto held = client.catchUp.finish())
            client.take(*held);
    }

    QList<qint64> expected(const Client &client, qint64 upTo) const {
        QList<qint64> result;
        for (const LogRow &row : m_log) {
            if (row.sequence > client.since && row.sequence <= upTo && client.concerns(row))
                result.append(row.sequence);
        }
        return result;
    }

    /// At any moment a client has exactly its events up to its cursor.
    void check() {
        for (const auto &[id, client] : m_clients)
            QCOMPARE(client.received, expected(client, client.catchUp.cursor()->number()));
    }

    std::mt19937 m_random;
    qint64 m_lastSequence = 0;
    std::vector<LogRow> m_log;
    std::deque<QList<LogRow>> m_bus;
    SubscriptionBook m_book;
    std::map<FollowerId, Client> m_clients;
};

} // namespace

class TstCatchUp : public QObject {
    Q_OBJECT

private slots:
    void handsOutThePageThenWhatWasHeldThenLiveEvents();
    void skipsLiveEventsThatThePageHad();
    void readsOnUntilThePageIsComplete();
    void readsFromTheLogWhatItCouldNotHold();
    void beginsAtTheEndWithoutASince();
    void goesOnAtTheEndAfterASinceBeyondIt();
    void givesEveryClientExactlyItsEvents_data();
    void givesEveryClientExactlyItsEvents();
};

void TstCatchUp::handsOutThePageThenWhatWasHeldThenLiveEvents() {
    CatchUp catchUp(seq(3), 1000);
    QCOMPARE(catchUp.phase(), Phase::Reading);
    QVERIFY(!catchUp.hasRead());
    QVERIFY(!catchUp.offer(wire(7)));
    catchUp.takePage({{wire(4), wire(5)}, seq(6), true});
    QCOMPARE(catchUp.phase(), Phase::Draining);
    QCOMPARE(catchUp.cursor(), seq(6));
    QVERIFY(!catchUp.offer(wire(8)));
    const auto held = catchUp.finish();
    QVERIFY(held);
    QCOMPARE(numbers(*held), (QList<qint64>{7, 8}));
    QCOMPARE(catchUp.phase(), Phase::Live);
    QCOMPARE(catchUp.cursor(), seq(8));
    QVERIFY(catchUp.offer(wire(9)));
    QVERIFY(!catchUp.offer(wire(9))); // for another addressee of the same client
}

void TstCatchUp::skipsLiveEventsThatThePageHad() {
    CatchUp catchUp(seq(0), 1000);
    catchUp.offer(wire(1));
    catchUp.offer(wire(2));
    catchUp.offer(wire(3));
    catchUp.takePage({{wire(1), wire(2)}, seq(2), true});
    QVERIFY(!catchUp.offer(wire(3)));
    QCOMPARE(numbers(*catchUp.finish()), QList<qint64>{3});
    QVERIFY(!catchUp.offer(wire(2)));
}

void TstCatchUp::readsOnUntilThePageIsComplete() {
    CatchUp catchUp(seq(0), 1000);
    catchUp.takePage({{wire(1), wire(2)}, seq(2), false});
    QVERIFY(!catchUp.finish());
    QCOMPARE(catchUp.phase(), Phase::Reading);
    QCOMPARE(catchUp.cursor(), seq(2));
    catchUp.takePage({{}, seq(5), true});
    QVERIFY(catchUp.finish());
    QCOMPARE(catchUp.cursor(), seq(5));
}

void TstCatchUp::readsFromTheLogWhatItCouldNotHold() {
    CatchUp catchUp(seq(0), 200); // two events
    catchUp.takePage({{}, seq(0), true});
    for (qint64 number = 1; number <= 4; ++number)
        QVERIFY(!catchUp.offer(wire(number)));
    QVERIFY(!catchUp.finish()); // 1 and 2 were let go
    catchUp.takePage({{wire(1), wire(2), wire(3)}, seq(3), true});
    QCOMPARE(numbers(*catchUp.finish()), QList<qint64>{4});
}

void TstCatchUp::beginsAtTheEndWithoutASince() {
    CatchUp catchUp(std::nullopt, 1000);
    QVERIFY(!catchUp.cursor());
    catchUp.offer(wire(5));
    catchUp.offer(wire(6));
    catchUp.takePage({{}, seq(5), true});
    QCOMPARE(numbers(*catchUp.finish()), QList<qint64>{6});
}

void TstCatchUp::goesOnAtTheEndAfterASinceBeyondIt() {
    CatchUp catchUp(seq(1000), 1000);
    catchUp.offer(wire(11));
    catchUp.takePage({{}, seq(10), true, true});
    QCOMPARE(numbers(*catchUp.finish()), QList<qint64>{11});
    QVERIFY(catchUp.offer(wire(12)));
}

void TstCatchUp::givesEveryClientExactlyItsEvents_data() {
    QTest::addColumn<unsigned>("firstSeed");
    for (unsigned first = 0; first < 4000; first += 500)
        QTest::addRow("G8 seeds from %u", first) << first;
}

void TstCatchUp::givesEveryClientExactlyItsEvents() {
    QFETCH(unsigned, firstSeed);
    for (unsigned seed = firstSeed; seed < firstSeed + 500; ++seed) {
        World world(seed);
        for (int step = 0; step < 200; ++step)
            world.step();
        world.settle();
        world.checkComplete();
        if (QTest::currentTestFailed())
            QFAIL(qPrintable(QStringLiteral("with seed %1").arg(seed)));
    }
}

QTEST_APPLESS_MAIN(TstCatchUp)
#include "TstCatchUp.moc"
