// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Attention.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;

class TstAttention : public QObject {
    Q_OBJECT

private:
    struct House {
        TestBench bench;
        storage::SqlShopBook book{bench.rooms.database()};

        Order placed() {
            return bench.walk(bench.place(bench.hands.snackRequest()), OrderState::Placed);
        }
        void missOne() {
            const OrderId order = placed().id;
            bench.work([&] { bench.rooms.placement().expire(order); });
        }
        Shop shop() const { return book.find(bench.town.snackBar)->shop; }
    };

private slots:
    void threeMissedInARowPauseTheShopForHalfAnHour() { // R3
        House house;
        house.missOne();
        house.missOne();
        QCOMPARE(house.shop().modeAt(house.bench.clock.now()), ShopMode::Normal);
        const auto before = house.bench.heard.count(EventType::ShopChanged);
        house.missOne();
        QCOMPARE(house.shop().modeAt(house.bench.clock.now()), ShopMode::Paused);
        QCOMPARE(house.shop().modeAt(house.bench.clock.now() + 30min), ShopMode::Normal);
        QCOMPARE(house.bench.heard.count(EventType::ShopChanged), before + 1);
        QCOMPARE(house.bench.heard.of(EventType::ShopChanged).last().audience,
                 QList<Addressee>{house.bench.town.snackBar});
    }

    void answerBetweenThemCounts_data() { // R3 R4
        QTest::addColumn<bool>("isAccepted");
        QTest::newRow("R4 accepted") << true;
        QTest::newRow("R4 refused") << false;
    }
    void answerBetweenThemCounts() {
        QFETCH(bool, isAccepted);
        House house;
        house.missOne();
        house.missOne();
        const Order order = house.placed();
        house.bench.work([&] {
            auto &kitchen = house.bench.rooms.model().kitchen;
            const Actor owner = house.bench.hands.ownerOf(order);
            const auto answer =
                isAccepted ? kitchen.accept(order.id, owner, order.version, 20)
                           : kitchen.refuse(order.id, owner, order.version, {EndReason::TooBusy});
            QVERIFY(answer);
        });
        house.missOne();
        QCOMPARE(house.shop().modeAt(house.bench.clock.now()), ShopMode::Normal);
    }

    void shopThatWasPausedStartsAnew() { // R3
        House house;
        for (int i = 0; i < 3; ++i)
            house.missOne();
        house.bench.clock.advance(30min);
        house.bench.rooms.refreshShop(house.bench.town.snackBar);
        house.missOne();
        QCOMPARE(house.shop().modeAt(house.bench.clock.now()), ShopMode::Normal);
    }
};

std::unique_ptr<QObject> newTstAttention() {
    return std::make_unique<TstAttention>();
}

#include "TstAttention.moc"
