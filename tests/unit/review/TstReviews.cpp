// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/Outcomes.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;
using contract::ErrorCode;

namespace {

const QString kWords = QStringLiteral("맛있어요, \"great\"");

} // namespace

class TstReviews : public QObject {
    Q_OBJECT

private:
    struct House {
        TestBench bench;
        review::Reviews &reviews = bench.rooms.model().reviews;
        storage::SqlReviewStore store{bench.rooms.database()};

        Actor customer() const { return bench.hands.customer(); }
        Actor owner() const { return {Role::Shop, bench.town.snackOwner, bench.town.snackBar}; }
    };

private slots:
    void reviewIsWrittenFromTheHandOverOn_data() { // R15
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("isAllowed");
        const auto row = [](const char *tag, OrderState state, bool isAllowed) {
            QTest::newRow(tag) << int(state) << isAllowed;
        };
        row("R15 placed", OrderState::Placed, false);
        row("R15 ready", OrderState::Ready, false);
        row("R15 on the way", OrderState::PickedUp, false);
        row("R15 delivered", OrderState::Delivered, true);
        row("R15 completed", OrderState::Completed, true);
    }
    void reviewIsWrittenFromTheHandOverOn() {
        QFETCH(int, state);
        QFETCH(bool, isAllowed);
        House house;
        const OrderId order = house.bench.orderIn(OrderState(state));
        const auto written = house.reviews.write(order, house.customer(), 4, kWords);
        QCOMPARE(written.ok(), isAllowed);
        if (isAllowed)
            return;
        QCOMPARE(codeOf(written), ErrorCode::NotAllowedNow);
        QCOMPARE(written.error().present->state, OrderState(state));
        QVERIFY(!house.store.find(order));
    }

    void reviewIsKeptAsWritten() { // R15
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Delivered);
        QVERIFY(house.reviews.write(order, house.customer(), 4, kWords));
        const auto stored = house.store.find(order);
        QVERIFY(stored);
        QCOMPARE(stored->stars, 4);
        QCOMPARE(stored->words, kWords);
        QCOMPARE(stored->customer, house.bench.town.mina);
        QCOMPARE(stored->shop, house.bench.town.snackBar);
        QCOMPARE(stored->writtenAt, house.bench.clock.now());
        QVERIFY(stored->answer.isEmpty() && !stored->answeredAt);
    }

    void customerAndShopHearOfIt() { // R15
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Delivered);
        QVERIFY(house.reviews.write(order, house.customer(), 4, kWords));
        const auto heard = house.bench.heard.of(EventType::ReviewWritten);
        QCOMPARE(heard.size(), 1);
        QCOMPARE(heard.first().audience,
                 (QList<Addressee>{house.bench.town.mina, house.bench.town.snackBar}));
        QCOMPARE(std::get<ReviewMoved>(heard.first().data).stars.value_or(0), 4);
    }

    void shopsStarsAreCounted() {
        House house;
        for (int stars : {5, 2})
            QVERIFY(house.reviews.write(house.bench.orderIn(OrderState::Delivered),
                                        house.customer(), stars, kWords));
        house.bench.rooms.refreshShop(house.bench.town.snackBar);
        const auto entry = house.bench.catalogue.find(house.bench.town.snackBar);
        QCOMPARE(entry->shop.reviewCount, 2);
        QCOMPARE(entry->shop.starSum, 7);
    }

    void secondReviewIsRefused() {
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Delivered);
        QVERIFY(house.reviews.write(order, house.customer(), 4, kWords));
        const auto again = house.reviews.write(order, house.customer(), 1, QStringLiteral("no"));
        QCOMPARE(codeOf(again), ErrorCode::AlreadyReviewed);
        QCOMPARE(house.store.find(order)->stars, 4);
    }

    void onlyTheCustomerReviews() {
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Delivered);
        const Actor jun{Role::Customer, house.bench.town.jun, {}};
        QCOMPARE(codeOf(house.reviews.write(order, jun, 1, kWords)), ErrorCode::NotFound);
        QCOMPARE(codeOf(house.reviews.write(*OrderId::fromNumber(1), house.customer(), 1, kWords)),
                 ErrorCode::NotFound);
    }

    void ownerAnswersAndMayAnswerAnew() { // R15
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Delivered);
        QVERIFY(house.reviews.write(order, house.customer(), 4, kWords));
        house.bench.clock.advance(1h);
        QVERIFY(house.reviews.answer(order, house.owner(), QStringLiteral("Thanks")));
        QVERIFY(house.reviews.answer(order, house.owner(), QStringLiteral("Thank you")));
        const auto stored = house.store.find(order);
        QCOMPARE(stored->answer, QStringLiteral("Thank you"));
        QVERIFY(stored->answeredAt == house.bench.clock.now());
        QCOMPARE(stored->words, kWords);
        QCOMPARE(house.bench.heard.count(EventType::ReviewAnswered), 2);
    }

    void onlyTheShopAnswers() {
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Delivered);
        QVERIFY(house.reviews.write(order, house.customer(), 4, kWords));
        const Actor florist{Role::Shop, house.bench.town.flowerOwner, house.bench.town.flowerShop};
        QCOMPARE(codeOf(house.reviews.answer(order, florist, kWords)), ErrorCode::NotFound);
        QVERIFY(house.store.find(order)->answer.isEmpty());
    }

    void whatWasNotReviewedCannotBeAnswered() {
        House house;
        const OrderId order = house.bench.orderIn(OrderState::Delivered);
        QCOMPARE(codeOf(house.reviews.answer(order, house.owner(), kWords)), ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TstReviews)
#include "TstReviews.moc"
