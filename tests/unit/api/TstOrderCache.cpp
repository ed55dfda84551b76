// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/OrderCache.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace soban;
using namespace soban::api;

namespace {

constexpr qsizetype kPlenty = 1024 * 1024;

OrderId orderOf(qint64 number) {
    return *OrderId::fromNumber(number);
}

const Actor kCustomer{Role::Customer, AccountId::fromNumber(1), {}};
const Actor kShop{Role::Shop, AccountId::fromNumber(2), ShopId::fromNumber(3)};
const Actor kRider{Role::Rider, AccountId::fromNumber(4), {}};

OrderDocuments documentsOf(int version) {
    return {*kCustomer.account, *kShop.shop, kRider.account, version, "customer", "shop", "rider"};
}

OrderAnswersPtr answersOf(int version) {
    return std::make_shared<const OrderAnswers>(documentsOf(version));
}

int versionIn(const OrderAnswersPtr &answers) {
    const QByteArray tag = answers->forViewer(kCustomer)->tag();
    return tag.sliced(1, tag.indexOf('-') - 1).toInt();
}

DomainEvent eventOf(OrderId order) {
    return {EventType::ReviewWritten, order, {}, ReviewMoved{order, *kShop.shop, {}}};
}

EventBatch batchOf(const QList<OrderId> &orders) {
    QList<CommittedEvent> events;
    for (const OrderId order : orders)
        events.append({{Sequence::before(),
                        *EventId::fromNumber(1),
                        EventType::ReviewWritten,
                        order,
                        Instant::fromMs(0),
                        {}},
                       {}});
    return std::make_shared<const QList<CommittedEvent>>(std::move(events));
}

/// Reads an order that is not kept, and keeps it.
void read(OrderCache &cache, OrderId order, int version = 1) {
    cache.keep(order, answersOf(version), cache.mark(order));
}

} // namespace

class TstOrderCache : public QObject {
    Q_OBJECT

private slots:
    void partiesReadTheirOwn();
    void strangersSeeNothing_data();
    void strangersSeeNothing();
    void whatWasReadIsKept();
    void changedOrderIsReadAnew();
    void whatWasReadBeforeAChangeIsNotKept();
    void nothingIsKeptWhileATransactionIsOpen();
    void commitInDoubtIsNotTrusted();
    void otherOrdersStay();
    void memoryIsBounded();
    void emptyCacheKeepsNothing();
    void readsAreCounted();
    void nobodyReadsLessThanWasTold();
};

void TstOrderCache::partiesReadTheirOwn() { // R8 R9
    const OrderAnswers answers(documentsOf(7));
    const auto bodyFor = [&](const Actor &viewer) {
        return answers.forViewer(viewer)->to(http::Request({})).body();
    };
    QCOMPARE(bodyFor(kCustomer), QByteArray("customer"));
    QCOMPARE(bodyFor(kShop), QByteArray("shop"));
    QCOMPARE(bodyFor(kRider), QByteArray("rider"));
    QVERIFY(answers.forViewer(kCustomer)->tag() != answers.forViewer(kShop)->tag());
    QVERIFY(answers.forViewer(kCustomer)->tag().startsWith("\"7-"));
}

void TstOrderCache::strangersSeeNothing_data() {
    QTest::addColumn<Actor>("viewer");
    const auto someone = AccountId::fromNumber(9);
    QTest::newRow("R8 another customer") << Actor{Role::Customer, someone, {}};
    QTest::newRow("R8 another shop") << Actor{Role::Shop, someone, ShopId::fromNumber(9)};
    QTest::newRow("R8 another rider") << Actor{Role::Rider, someone, {}};
    QTest::newRow("R8 an operator") << Actor{Role::Operator, kCustomer.account, {}};
    QTest::newRow("R8 a rider with the customer's account")
        << Actor{Role::Rider, kCustomer.account, {}};
    QTest::newRow("R8 nobody") << Actor::system();
}

void TstOrderCache::strangersSeeNothing() {
    QFETCH(Actor, viewer);
    QVERIFY(!OrderAnswers(documentsOf(7)).forViewer(viewer));
    OrderDocuments unpaid = documentsOf(7);
    unpaid.forShop.clear();
    unpaid.rider.reset();
    unpaid.forRider.clear();
    QVERIFY(OrderAnswers(unpaid).forViewer(kCustomer));
    QVERIFY(!OrderAnswers(unpaid).forViewer(kShop));
    QVERIFY(!OrderAnswers(unpaid).forViewer(kRider));
}

void TstOrderCache::whatWasReadIsKept() {
    OrderCache cache(kPlenty);
    QVERIFY(!cache.find(orderOf(1)));
    read(cache, orderOf(1));
    QVERIFY(cache.find(orderOf(1)));
    QVERIFY(!cache.find(orderOf(2)));
}

void TstOrderCache::changedOrderIsReadAnew() {
    OrderCache cache(kPlenty);
    read(cache, orderOf(1), 1);
    cache.announced(eventOf(orderOf(1)));
    QVERIFY(!cache.find(orderOf(1)));
    cache.committed(batchOf({orderOf(1)}));
    QVERIFY(!cache.find(orderOf(1)));
    read(cache, orderOf(1), 2);
    QCOMPARE(versionIn(cache.find(orderOf(1))), 2);
}

void TstOrderCache::whatWasReadBeforeAChangeIsNotKept() {
    OrderCache cache(kPlenty);
    const auto mark = cache.mark(orderOf(1));
    cache.announced(eventOf(orderOf(1)));
    cache.committed(batchOf({orderOf(1)}));
    cache.keep(orderOf(1), answersOf(1), mark);
    QVERIFY(!cache.find(orderOf(1)));
}

void TstOrderCache::nothingIsKeptWhileATransactionIsOpen() {
    OrderCache cache(kPlenty);
    cache.announced(eventOf(orderOf(1)));
    read(cache, orderOf(1));
    QVERIFY(!cache.find(orderOf(1)));
}

/// A transaction that was undone, or of which nobody knows, is not told. The next one that is tells
/// that this one's fate is known: nothing of it is told after that.
void TstOrderCache::commitInDoubtIsNotTrusted() { // G3
    OrderCache cache(kPlenty);
    read(cache, orderOf(1));
    cache.announced(eventOf(orderOf(1)));
    read(cache, orderOf(1));
    QVERIFY(!cache.find(orderOf(1)));
    cache.committed(batchOf({orderOf(2)}));
    read(cache, orderOf(1));
    QVERIFY(cache.find(orderOf(1)));
}

void TstOrderCache::otherOrdersStay() {
    OrderCache cache(kPlenty);
    read(cache, orderOf(1));
    cache.announced(eventOf(orderOf(2)));
    cache.announced({EventType::ShopChanged, {}, {}, ShopChanged{*kShop.shop}});
    cache.committed(batchOf({orderOf(2)}));
    QVERIFY(cache.find(orderOf(1)));
}

void TstOrderCache::memoryIsBounded() {
    const qsizetype each = answersOf(1)->bytes();
    QVERIFY(each >= qsizetype(sizeof(OrderAnswers)));
    OrderCache cache(3 * each);
    for (const int number : {1, 2, 3})
        read(cache, orderOf(number));
    QVERIFY(cache.find(orderOf(1))); // read again, so that 2 is the one left alone for longest
    read(cache, orderOf(4));
    QCOMPARE(cache.counts().orders, 3);
    QCOMPARE(cache.counts().bytes, 3 * each);
    QVERIFY(!cache.find(orderOf(2)));
    for (const int number : {1, 3, 4})
        QVERIFY(cache.find(orderOf(number)));
}

void TstOrderCache::emptyCacheKeepsNothing() {
    OrderCache cache(0);
    read(cache, orderOf(1));
    QVERIFY(!cache.find(orderOf(1)));
    QCOMPARE(cache.counts().orders, 0);
}

void TstOrderCache::readsAreCounted() {
    OrderCache cache(kPlenty);
    cache.find(orderOf(1));
    read(cache, orderOf(1));
    cache.find(orderOf(1));
    cache.find(orderOf(1));
    QCOMPARE(cache.counts().misses, 1);
    QCOMPARE(cache.counts().hits, 2);
}

/// One writer and several readers at once, with a database that is a number: whoever reads after a
/// version was told gets that one or a later one.
void TstOrderCache::nobodyReadsLessThanWasTold() { // G8
    constexpr int kVersions = 1'000;
    OrderCache cache(kPlenty);
    const OrderId order = orderOf(1);
    std::atomic<int> stored = 1;
    std::atomic<int> told = 1;
    std::atomic<int> tooOld = 0;
    std::atomic<int> hits = 0;
    std::atomic<int> reads = 0;
    const auto readOn = [&] {
        while (told.load() < kVersions) {
            const int known = told.load();
            auto answers = cache.find(order);
            if (answers) {
                ++hits;
            } else {
                const auto mark = cache.mark(order);
                answers = answersOf(stored.load());
                cache.keep(order, answers, mark);
            }
            if (versionIn(answers) < known)
                ++tooOld;
            ++reads;
        }
    };
    std::vector<std::thread> readers;
    for (int i = 0; i < 3; ++i)
        readers.emplace_back(readOn);
    for (int version = 2; version <= kVersions; ++version) {
        cache.announced(eventOf(order));
        stored = version;
        cache.committed(batchOf({order}));
        told = version;
        // The readers come to find what they kept.
        for (const int before = reads; version < kVersions && reads < before + 6;)
            std::this_thread::yield();
    }
    for (std::thread &reader : readers)
        reader.join();
    QCOMPARE(tooOld.load(), 0);
    QVERIFY(hits.load() > 0);
}

QTEST_APPLESS_MAIN(TstOrderCache)
#include "TstOrderCache.moc"
