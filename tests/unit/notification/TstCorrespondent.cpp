// SPDX-License-Identifier: GPL-3.0-or-later
#include "notification/Correspondent.h"

#include "contract/Events.h"
#include "storage/SqlQueries.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::notification;
using namespace soban::testing;
using storage::StorageError;

namespace {

/// Fails as a full disk would, that often.
class FailingMessages : public MessageBook {
public:
    FailingMessages(MessageBook &book, int times) : m_book(book), m_times(times) {}

    bool insert(const MessagePosted &message, AccountId to, Instant now) override {
        if (m_times-- > 0)
            throw StorageError(StorageError::Kind::Other, QStringLiteral("no space left"));
        return m_book.insert(message, to, now);
    }

private:
    MessageBook &m_book;
    int m_times;
};

} // namespace

class TstCorrespondent : public QObject {
    Q_OBJECT

private:
    struct House {
        LiveBench bench;
        std::unique_ptr<Correspondent> correspondent;

        ~House() { bench.stop(); }

        void startCorrespondent() { startCorrespondent(bench.rooms().correspondence()); }
        void startCorrespondent(const Correspondent::Desk &desk) {
            correspondent =
                std::make_unique<Correspondent>(bench.writer(), desk, bench.ids, bench.clock);
            QObject::connect(&bench.bus(), &EventBus::committed, correspondent.get(),
                             &Correspondent::onCommitted, Qt::QueuedConnection);
            correspondent->catchUp();
        }
        OrderId place(Fulfilment how) {
            std::optional<OrderId> id;
            bench.run([&](Hands &hands) {
                id = hands.place(how == Fulfilment::OwnDelivery
                                     ? hands.flowerRequest()
                                     : hands.snackRequest(PaymentMethod::Card, how));
            });
            return *id;
        }
        void walk(OrderId order, OrderState to) {
            bench.run([&](Hands &hands) { hands.walk(order, to); });
        }
        int messages() { return bench.countOf("SELECT COUNT(*) FROM messages"); }
        int thanks() {
            return bench.countOf("SELECT COUNT(*) FROM messages WHERE kind = 'thanks'");
        }
        int wishes() {
            return bench.countOf("SELECT COUNT(*) FROM messages WHERE kind = 'reviewRequest'");
        }
        int told() {
            return bench.countOf("SELECT COUNT(*) FROM events WHERE type = 'soban.message.posted'");
        }
        bool hasReadAll() {
            return bench.countOf("SELECT COALESCE((SELECT seq FROM cursors WHERE consumer = "
                                 "'notification'), 0) >= (SELECT COALESCE(MAX(seq), 0) FROM events "
                                 "WHERE type IN ('soban.order.delivered', 'soban.order.completed', "
                                 "'soban.review.answered'))") == 1;
        }
    };

private slots:
    void deliveryAsksForAReviewAndCompletionThanks() { // R13 R15
        House house;
        house.startCorrespondent();
        const OrderId order = house.place(Fulfilment::PlatformRider);
        house.walk(order, OrderState::Delivered);
        QTRY_COMPARE(house.wishes(), 1);
        QCOMPARE(house.thanks(), 0);
        house.walk(order, OrderState::Completed);
        QTRY_COMPARE(house.thanks(), 1);
        QTRY_VERIFY(house.hasReadAll());
        QCOMPARE(house.messages(), 2);
        QCOMPARE(house.told(), 2);
    }

    void collectionBringsBothAtOnce() { // R13 R15
        House house;
        house.startCorrespondent();
        house.walk(house.place(Fulfilment::Collection), OrderState::Completed);
        QTRY_COMPARE(house.messages(), 2);
        QCOMPARE(house.thanks(), 1);
        QCOMPARE(house.wishes(), 1);
    }

    void shopThatWroteNoThanksSendsNone() { // R13
        House house;
        house.startCorrespondent();
        house.walk(house.place(Fulfilment::OwnDelivery), OrderState::Completed);
        QTRY_VERIFY(house.messages() == 1 && house.hasReadAll());
        QCOMPARE(house.wishes(), 1);
    }

    void messageIsTheShopsAndGoesToTheCustomer() { // R13
        House house;
        house.startCorrespondent();
        house.walk(house.place(Fulfilment::Collection), OrderState::Completed);
        QTRY_COMPARE(house.messages(), 2);
        house.bench.run([&](Hands &) {
            storage::Rows row = house.bench.rooms().database().query(
                "SELECT account_id, kind, text_ko, text_en FROM messages ORDER BY kind DESC");
            QVERIFY(row.next());
            QCOMPARE(row.id<AccountId>(0), house.bench.town.mina);
            QCOMPARE(row.text(3), QStringLiteral("Enjoy your meal"));
            QVERIFY(row.next());
            QVERIFY(row.text(2).contains(QStringLiteral("소반 분식")));
            QVERIFY(row.text(3).contains(QStringLiteral("Soban Snacks")));
        });
        QCOMPARE(house.bench.countOf("SELECT COUNT(*) FROM event_audience a JOIN events e ON "
                                     "e.seq >= a.first_seq AND e.seq <= a.seq "
                                     "WHERE e.type = 'soban.message.posted'"),
                 2);
    }

    void nobodyIsAskedForAReviewThatIsWritten() { // R15
        House house;
        house.startCorrespondent();
        const OrderId order = house.place(Fulfilment::PlatformRider);
        house.walk(order, OrderState::Completed);
        QTRY_COMPARE(house.messages(), 2);
        const auto shown = [&] {
            contract::MessageList list;
            house.bench.run([&](Hands &) {
                list = storage::SqlPersonQueries(house.bench.rooms().database())
                           .messages(house.bench.town.mina, {}, 10);
            });
            return list.messages;
        };
        const auto before = shown();
        QCOMPARE(before.size(), 2);
        house.bench.run([&](Hands &hands) {
            QCOMPARE(before.first().orderNumber, hands.order(order).number);
            QVERIFY(house.bench.rooms().model().reviews.write(order, hands.customer(), 5,
                                                              QStringLiteral("Crisp"), {}));
        });
        QCOMPARE(shown().size(), 1);
        QCOMPARE(shown().first().kind, QStringLiteral("thanks"));
    }

    void answeredReviewIsToldOfOnce() { // R15
        House house;
        house.startCorrespondent();
        const OrderId order = house.place(Fulfilment::PlatformRider);
        house.walk(order, OrderState::Completed);
        house.bench.run([&](Hands &hands) {
            review::Reviews &reviews = house.bench.rooms().model().reviews;
            const Actor owner = hands.ownerOf(hands.order(order));
            QVERIFY(reviews.write(order, hands.customer(), 5, QStringLiteral("Crisp"), {}));
            QVERIFY(reviews.answer(order, owner, QStringLiteral("Thank you")));
            QVERIFY(reviews.answer(order, owner, QStringLiteral("Thank you!")));
        });
        QTRY_VERIFY(house.messages() == 3 && house.hasReadAll());
        house.bench.run([&](Hands &) {
            storage::Rows row = house.bench.rooms().database().query(
                "SELECT data FROM events WHERE type = 'soban.message.posted' "
                "ORDER BY seq DESC LIMIT 1");
            QVERIFY(row.next());
            const auto data = contract::decodeEventData(EventType::MessagePosted,
                                                        *contract::parseJson(row.text(0).toUtf8()));
            QVERIFY(data);
            const auto &posted = std::get<MessagePosted>(*data);
            QVERIFY(posted.kind == MessageKind::Answer && posted.order == order);
            QCOMPARE(posted.shopName.en, QStringLiteral("Soban Snacks"));
            QCOMPARE(posted.text.en, QStringLiteral("Soban Snacks answered your review."));
        });
    }

    void eventsReadAgainPostNothingAgain() { // G10
        House house;
        house.startCorrespondent();
        house.walk(house.place(Fulfilment::PlatformRider), OrderState::Completed);
        QTRY_VERIFY(house.messages() == 2 && house.hasReadAll());
        house.bench.run([&](Hands &) {
            house.bench.rooms().correspondence().cursors.moveCursor(QStringLiteral("notification"),
                                                                    Sequence::before());
        });
        QVERIFY(!house.hasReadAll());
        house.correspondent->catchUp();
        QTRY_VERIFY(house.hasReadAll());
        QCOMPARE(house.messages(), 2);
        QCOMPARE(house.told(), 2);
    }

    void whatHappenedMeanwhileIsMadeUpForAtStart() { // G10
        House house;
        house.walk(house.place(Fulfilment::PlatformRider), OrderState::Completed);
        QCOMPARE(house.messages(), 0);
        house.bench.stop();
        house.bench.start();
        house.startCorrespondent();
        QTRY_COMPARE(house.messages(), 2);
    }

    void manyEventsAreReadToTheLast() {
        constexpr int kOrders = 140; // more than fit into two transactions
        House house;
        house.bench.run([&](Hands &hands) {
            for (int i = 0; i < kOrders; ++i) {
                hands.walk(
                    hands.place(hands.snackRequest(PaymentMethod::Card, Fulfilment::Collection)),
                    OrderState::Completed);
            }
        });
        house.startCorrespondent();
        QTRY_COMPARE(house.messages(), 2 * kOrders);
        QTRY_VERIFY(house.hasReadAll());
    }

    void messageThatCouldNotBeWrittenIsWrittenLater() { // G13
        House house;
        const auto desk = house.bench.rooms().correspondence();
        FailingMessages failing(desk.messages, 2);
        house.walk(house.place(Fulfilment::Collection), OrderState::Completed);
        house.startCorrespondent({desk.log, desk.cursors, failing, desk.facts, desk.events});
        QTRY_COMPARE(house.messages(), 2);
        QCOMPARE(house.told(), 2);
        house.bench.stop();
    }
};

QTEST_GUILESS_MAIN(TstCorrespondent)
#include "TstCorrespondent.moc"
