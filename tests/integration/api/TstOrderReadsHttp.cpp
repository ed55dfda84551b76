// SPDX-License-Identifier: GPL-3.0-or-later
// One order, read again and again by all its parties, while it changes and while it does not.
#include "OrderWalk.h"

#include "contract/Review.h"
#include "support/PostgresServer.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace soban;
using namespace soban::testing;
using contract::ErrorCode;
using contract::RouteId;

namespace {

constexpr auto kRider = Fulfilment::PlatformRider;

const Steps kReady{
    {Action::Accept, Caller::Shop}, {Action::Start, Caller::Shop}, {Action::Finish, Caller::Shop}};
const Steps kFromClaimToDoor{{Action::Claim, Caller::NearRider},
                             {Action::PickUp, Caller::NearRider},
                             {Action::HandOver, Caller::NearRider}};

/// The version that a read was answered with; 0 if it was refused.
int versionOf(const ApiAnswer &answer) {
    const QByteArray tag = answer.header("ETag");
    return answer.status == 200 ? tag.sliced(1, tag.indexOf('-') - 1).toInt() : 0;
}

/// The version that an event tells of; 0 if of none.
int versionOf(const contract::EventEnvelope &event) {
    const auto data = contract::eventData(event);
    const auto *moved = data ? std::get_if<OrderMoved>(&*data) : nullptr;
    return moved ? moved->version : 0;
}

} // namespace

class TstOrderReadsHttp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void unchangedOrderIsReadFromMemory();
    void callerWhoHasItGetsNoBody();
    void tagIsGoodForAStep();
    void partiesHaveTagsOfTheirOwn();
    void strangersSeeNothingOfWhatIsKept();
    void everyStepIsSeenAtOnce();
    void reviewIsSeenAlthoughTheVersionStays();
    void givenBackDeliveryIsTheRidersNoMore();
    void refusedStepsChangeNothing();
    void nobodyReadsLessThanWasTold();
    void restartedServerGivesTheSameTags();
    void withoutMemoryEachReadAsksTheDatabase();

private:
    ApiCall readCall(RouteId route, Caller caller, OrderId order, const QByteArray &tag = {}) {
        ApiCall call = m_town.request(route, caller, {order.toText()});
        if (!tag.isEmpty())
            call.headers.append({"If-None-Match", tag});
        return call;
    }
    ApiAnswer read(RouteId route, Caller caller, OrderId order, const QByteArray &tag = {}) {
        return m_town.call(readCall(route, caller, order, tag));
    }
    ApiAnswer readOwn(OrderId order, const QByteArray &tag = {}) {
        return read(RouteId::GetOrder, Caller::Customer, order, tag);
    }
    qint64 figure(const QByteArray &name);

    TestTown m_town;
    const bool m_isShared = runsOnPostgres();
};

void TstOrderReadsHttp::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
}

qint64 TstOrderReadsHttp::figure(const QByteArray &name) {
    const auto answer = m_town.call(m_town.request(RouteId::Metrics, Caller::Nobody));
    const QByteArray head = name + ' ';
    for (const QByteArray &line : answer.body.split('\n')) {
        if (line.startsWith(head))
            return line.sliced(head.size()).toLongLong();
    }
    return -1;
}

void TstOrderReadsHttp::unchangedOrderIsReadFromMemory() { // P2
    const auto order = stand(m_town, kRider, kReady);
    QVERIFY(order);
    const auto first = readOwn(order->id);
    QCOMPARE(first.status, 200);
    const qint64 misses = figure("soban_order_cache_misses_total");
    const qint64 hits = figure("soban_order_cache_hits_total");
    for (int i = 0; i < 5; ++i) {
        const auto again = readOwn(order->id);
        QCOMPARE(again.body, first.body);
        QCOMPARE(again.header("ETag"), first.header("ETag"));
    }
    // The shop reads the same order.
    QCOMPARE(read(RouteId::GetTicket, Caller::Shop, order->id).status, 200);
    if (m_isShared) {
        // Another server may have changed it.
        QCOMPARE(figure("soban_order_cache_misses_total"), misses + 6);
        QCOMPARE(figure("soban_order_cache_orders"), 0);
        return;
    }
    QCOMPARE(figure("soban_order_cache_misses_total"), misses);
    QCOMPARE(figure("soban_order_cache_hits_total"), hits + 6);
    QVERIFY(figure("soban_order_cache_orders") >= 1);
    QVERIFY(figure("soban_order_cache_bytes") > first.body.size());
}

void TstOrderReadsHttp::callerWhoHasItGetsNoBody() {
    auto order = stand(m_town, kRider);
    QVERIFY(order);
    const QByteArray tag = readOwn(order->id).header("ETag");
    const QByteArray version = '"' + QByteArray::number(order->version) + '-';
    QVERIFY2(tag.startsWith(version), tag.constData());
    const auto unchanged = readOwn(order->id, "W/" + tag + ", \"1-00000000\"");
    QCOMPARE(unchanged.status, 304);
    QVERIFY(unchanged.body.isEmpty());
    QCOMPARE(unchanged.header("ETag"), tag);
    QCOMPARE(unchanged.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(readOwn(order->id, "*").status, 304);
    // What cannot be read is ignored.
    QCOMPARE(readOwn(order->id, tag.sliced(1)).status, 200);
    QVERIFY(advance(m_town, *order, {Action::Accept, Caller::Shop}));
    const auto changed = readOwn(order->id, tag);
    QCOMPARE(changed.status, 200);
    QVERIFY(changed.header("ETag") != tag);
}

void TstOrderReadsHttp::tagIsGoodForAStep() {
    const auto order = stand(m_town, kRider);
    QVERIFY(order);
    ApiCall accept = actionCall(m_town, wiredAction(RouteId::AcceptTicket), Caller::Shop, *order);
    accept.ifMatch = read(RouteId::GetTicket, Caller::Shop, order->id).header("ETag");
    QCOMPARE(m_town.call(accept).status, 200);
}

void TstOrderReadsHttp::partiesHaveTagsOfTheirOwn() { // R8
    auto order = stand(m_town, kRider, kReady);
    QVERIFY(order && advance(m_town, *order, {Action::Claim, Caller::NearRider}));
    const QList<std::pair<RouteId, Caller>> parties{{RouteId::GetOrder, Caller::Customer},
                                                    {RouteId::GetTicket, Caller::Shop},
                                                    {RouteId::GetDelivery, Caller::NearRider}};
    QByteArrayList tags;
    for (const auto &[route, caller] : parties)
        tags.append(read(route, caller, order->id).header("ETag"));
    for (qsizetype own = 0; own < parties.size(); ++own) {
        const auto &[route, caller] = parties[own];
        for (const QByteArray &tag : std::as_const(tags))
            QCOMPARE(read(route, caller, order->id, tag).status, tag == tags[own] ? 304 : 200);
    }
    QCOMPARE(QSet<QByteArray>(tags.begin(), tags.end()).size(), 3);
}

void TstOrderReadsHttp::strangersSeeNothingOfWhatIsKept() { // R8
    const auto order = stand(m_town, kRider, kReady);
    QVERIFY(order);
    const QByteArray tag = readOwn(order->id).header("ETag");
    QCOMPARE(readOwn(order->id, tag).status, 304);
    const QList<std::pair<RouteId, Caller>> strangers{{RouteId::GetOrder, Caller::OtherCustomer},
                                                      {RouteId::GetTicket, Caller::OtherShop},
                                                      {RouteId::GetDelivery, Caller::NearRider}};
    for (const auto &[route, caller] : strangers) {
        for (const QByteArray &condition : {QByteArray(), tag, QByteArray("*")}) {
            const auto refused = read(route, caller, order->id, condition).problem();
            QVERIFY(refused && refused->code == ErrorCode::NotFound);
        }
    }
    QVERIFY(read(RouteId::GetOrder, Caller::Nobody, order->id, "*").problem()->code ==
            ErrorCode::Unauthenticated);
}

void TstOrderReadsHttp::everyStepIsSeenAtOnce() {
    auto order = stand(m_town, kRider);
    QVERIFY(order);
    for (const Step &step :
         kReady + kFromClaimToDoor + Steps{{Action::Confirm, Caller::Customer}}) {
        QCOMPARE(versionOf(readOwn(order->id)), order->version);
        QCOMPARE(versionOf(read(RouteId::GetTicket, Caller::Shop, order->id)), order->version);
        QVERIFY(advance(m_town, *order, step));
        const auto seen = readOwn(order->id).as<contract::OrderView>();
        QVERIFY(seen);
        QCOMPARE(seen->version, order->version);
        QCOMPARE(seen->state, order->stage.order);
        const auto ticket =
            read(RouteId::GetTicket, Caller::Shop, order->id).as<contract::TicketView>();
        QVERIFY(ticket);
        QCOMPARE(ticket->version, order->version);
    }
    QCOMPARE(order->stage.order, OrderState::Completed);
}

void TstOrderReadsHttp::reviewIsSeenAlthoughTheVersionStays() { // R15
    const auto order = stand(m_town, kRider, kReady + kFromClaimToDoor);
    QVERIFY(order);
    const auto send = [&](RouteId route, Caller caller, const QByteArray &body) {
        return m_town.call(m_town.request(route, caller, {order->id.toText()}, body)).status;
    };
    const auto before = readOwn(order->id);
    QVERIFY(!before.as<contract::OrderView>()->review);
    const contract::WriteReviewRequest review{4, QStringLiteral("Warm and soon"), {}};
    QCOMPARE(send(RouteId::WriteReview, Caller::Customer, contract::encode(review)), 201);
    const auto reviewed = readOwn(order->id, before.header("ETag"));
    QCOMPARE(reviewed.status, 200);
    QCOMPARE(versionOf(reviewed), versionOf(before));
    QCOMPARE(reviewed.as<contract::OrderView>()->review->words, review.words);
    const contract::AnswerReviewRequest thanks{QStringLiteral("Thank you")};
    QCOMPARE(send(RouteId::AnswerReview, Caller::Shop, contract::encode(thanks)), 200);
    const auto answered = readOwn(order->id, reviewed.header("ETag"));
    QCOMPARE(answered.status, 200);
    QCOMPARE(*answered.as<contract::OrderView>()->review->answer, thanks.words);
}

void TstOrderReadsHttp::givenBackDeliveryIsTheRidersNoMore() { // R9
    auto order = stand(m_town, kRider, kReady);
    QVERIFY(order && advance(m_town, *order, {Action::Claim, Caller::NearRider}));
    const auto delivery = [&](Caller rider) {
        return read(RouteId::GetDelivery, rider, order->id).status;
    };
    QCOMPARE(delivery(Caller::NearRider), 200);
    QCOMPARE(delivery(Caller::NearRider), 200);
    QCOMPARE(delivery(Caller::OtherRider), 404);
    QVERIFY(advance(m_town, *order, {Action::GiveBack, Caller::NearRider}));
    QCOMPARE(delivery(Caller::NearRider), 404);
    QVERIFY(advance(m_town, *order, {Action::Claim, Caller::OtherRider}));
    QCOMPARE(delivery(Caller::OtherRider), 200);
    QCOMPARE(delivery(Caller::NearRider), 404);
}

void TstOrderReadsHttp::refusedStepsChangeNothing() {
    const auto order = stand(m_town, kRider, kReady);
    QVERIFY(order);
    const auto before = readOwn(order->id);
    ApiCall outdated = actionCall(m_town, wiredAction(RouteId::AcceptTicket), Caller::Shop, *order);
    outdated.atVersion(order->version - 1);
    QCOMPARE(m_town.call(outdated).status, 409);
    const auto after = readOwn(order->id, before.header("ETag"));
    QCOMPARE(after.status, 304);
}

/// While one hand walks orders to their doors, another reads them without pause, and a third reads
/// upon each event: it never gets less than the event told.
void TstOrderReadsHttp::nobodyReadsLessThanWasTold() { // G8
    constexpr int kOrders = 6;
    std::atomic<qint64> current = 0;
    std::atomic<bool> isOver = false;
    std::thread hammer([&] {
        const auto line = m_town.newConnection();
        while (!isOver) {
            if (const auto id = OrderId::fromNumber(current))
                line->call(readCall(RouteId::GetOrder, Caller::Customer, *id));
        }
    });
    std::atomic<int> eventsSeen = 0;
    QStringList faults; // the follower's until it is joined
    const Sequence before = m_town.events(Caller::Customer).last().sequence;
    std::thread follower([&] {
        const auto line = m_town.newConnection();
        ApiCall poll = m_town.request(RouteId::PollEvents, Caller::Customer);
        const QByteArray path = poll.target;
        Sequence since = before;
        while (!isOver) {
            poll.target = path + "?waitMs=100&since=" + since.toText().toLatin1();
            const auto page = line->call(poll).as<contract::EventPage>();
            if (!page)
                return faults.append(QStringLiteral("no events"));
            since = page->sequence;
            for (const auto &event : page->events) {
                const int told = versionOf(event);
                if (told == 0)
                    continue;
                const int seen = versionOf(
                    line->call(readCall(RouteId::GetOrder, Caller::Customer, *event.subject)));
                if (seen < told)
                    faults.append(QStringLiteral("%1 after %2").arg(seen).arg(told));
                ++eventsSeen;
            }
        }
    });
    int steps = 0;
    QStringList ownFaults;
    for (int i = 0; i < kOrders; ++i) {
        auto order = stand(m_town, kRider);
        current = order ? order->id.number() : 0;
        for (const Step &step : kReady + kFromClaimToDoor) {
            if (!order || !advance(m_town, *order, step))
                break;
            ++steps;
            if (versionOf(readOwn(order->id)) < order->version)
                ownFaults.append(QStringLiteral("less than the step was answered with"));
        }
    }
    [&] { QTRY_VERIFY(eventsSeen >= steps + kOrders); }();
    isOver = true;
    hammer.join();
    follower.join();
    QCOMPARE(steps, kOrders * 6);
    faults += ownFaults;
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TstOrderReadsHttp::restartedServerGivesTheSameTags() { // G1
    auto order = stand(m_town, kRider, kReady);
    QVERIFY(order);
    const QByteArray tag = readOwn(order->id).header("ETag");
    m_town.killServer();
    QVERIFY(!m_town.restartServer());
    QCOMPARE(readOwn(order->id, tag).status, 304);
    QVERIFY(advance(m_town, *order, {Action::Claim, Caller::NearRider}));
    QCOMPARE(versionOf(readOwn(order->id, tag)), order->version);
}

void TstOrderReadsHttp::withoutMemoryEachReadAsksTheDatabase() {
    auto order = stand(m_town, kRider);
    QVERIFY(order);
    QVERIFY(m_town.stopServer());
    QVERIFY(!m_town.restartServer(
        {QStringLiteral("--set"), QStringLiteral("database.orderCacheBytes=0")}));
    const QByteArray tag = readOwn(order->id).header("ETag");
    QCOMPARE(readOwn(order->id, tag).status, 304);
    QCOMPARE(figure("soban_order_cache_hits_total"), 0);
    QCOMPARE(figure("soban_order_cache_orders"), 0);
    QVERIFY(advance(m_town, *order, {Action::Accept, Caller::Shop}));
    QCOMPARE(versionOf(readOwn(order->id, tag)), order->version);
}

QTEST_GUILESS_MAIN(TstOrderReadsHttp)
#include "TstOrderReadsHttp.moc"
