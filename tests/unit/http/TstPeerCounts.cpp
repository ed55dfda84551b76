// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/PeerCounts.h"

#include <QTest>

#include <thread>
#include <vector>

using soban::http::PeerCounts;

namespace {

QHostAddress address(const char *text) {
    return QHostAddress(QString::fromLatin1(text));
}

} // namespace

class TstPeerCounts : public QObject {
    Q_OBJECT

private slots:
    void placesAreGivenBack();
    void whatCountsAsOne_data();
    void whatCountsAsOne();
    void someMayHaveAnyNumber();
    void neighboursOfThoseMayNot();
    void placesOutliveTheirOwner();
    void threadsShareTheCount();
};

void TstPeerCounts::placesAreGivenBack() {
    const auto counts = PeerCounts::make(2);
    const QHostAddress peer = address("192.0.2.1");
    auto first = counts->take(peer);
    const auto second = counts->take(peer);
    QVERIFY(first && second);
    QVERIFY(!counts->take(peer));
    QCOMPARE(counts->count(peer), 2);
    QVERIFY(counts->take(address("192.0.2.2")));
    {
        const PeerCounts::Place moved = std::move(*first);
        first.reset();
        QCOMPARE(counts->count(peer), 2);
    }
    QCOMPARE(counts->count(peer), 1);
    QVERIFY(counts->take(peer));
}

void TstPeerCounts::whatCountsAsOne_data() {
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isSame");
    const auto row = [](const char *name, const char *one, const char *other, bool isSame) {
        QTest::newRow(name) << QString::fromLatin1(one) << QString::fromLatin1(other) << isSame;
    };
    row("neighbours", "192.0.2.1", "192.0.2.2", false);
    row("mapped", "192.0.2.1", "::ffff:192.0.2.1", true);
    row("one IPv6 network", "2001:db8:1:2::1", "2001:db8:1:2:ffff::7", true);
    row("two IPv6 networks", "2001:db8:1:2::1", "2001:db8:1:3::1", false);
    row("two loopbacks", "127.0.0.1", "::1", false);
}

void TstPeerCounts::whatCountsAsOne() {
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, isSame);
    const auto counts = PeerCounts::make(1);
    const auto place = counts->take(QHostAddress(one));
    QVERIFY(place);
    QCOMPARE(!counts->take(QHostAddress(other)), isSame);
}

void TstPeerCounts::someMayHaveAnyNumber() {
    const auto counts = PeerCounts::make(1, {address("192.0.2.1")});
    const auto first = counts->take(address("192.0.2.1"));
    const auto second = counts->take(address("192.0.2.1"));
    QVERIFY(first && second);
    QCOMPARE(counts->count(address("192.0.2.1")), 2);
}

void TstPeerCounts::neighboursOfThoseMayNot() {
    const auto counts = PeerCounts::make(1, {address("2001:db8::1")});
    const auto proxy = counts->take(address("2001:db8::1"));
    QVERIFY(proxy && counts->take(address("2001:db8::1")));
    QVERIFY(!counts->take(address("2001:db8::2")));
}

void TstPeerCounts::placesOutliveTheirOwner() {
    auto counts = PeerCounts::make(1);
    const auto place = counts->take(address("192.0.2.1"));
    counts.reset();
    QVERIFY(place); // and is given back to something that is still there
}

void TstPeerCounts::threadsShareTheCount() {
    const auto counts = PeerCounts::make(10);
    const QHostAddress peer = address("192.0.2.1");
    std::atomic<int> refused = 0;
    std::atomic<int> most = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([&] {
                for (int round = 0; round < 2000; ++round) {
                    std::vector<PeerCounts::Place> places;
                    while (auto place = counts->take(peer))
                        places.push_back(std::move(*place));
                    ++refused;
                    most = std::max(most.load(), int(places.size()));
                }
            });
        }
    }
    QVERIFY(most <= 10);
    QCOMPARE(refused.load(), 8000);
    QCOMPARE(counts->count(peer), 0);
}

QTEST_GUILESS_MAIN(TstPeerCounts)
#include "TstPeerCounts.moc"
