// SPDX-License-Identifier: GPL-3.0-or-later
#include "StorageTestKit.h"
#include "storage/OrderNumbers.h"
#include "support/SmallTown.h"

#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;

namespace {

struct House {
    FreshDatabase fresh;
    const TownIds town = settle(fresh.database, fresh.ids, fresh.clock);
    OrderNumbers numbers{fresh.database};
};

} // namespace

class TstOrderNumbers : public QObject {
    Q_OBJECT

private slots:
    void eachShopCountsForItself() {
        House house;
        house.fresh.commit([&] {
            QCOMPARE(house.numbers.next(house.town.snackBar), 1);
            QCOMPARE(house.numbers.next(house.town.snackBar), 2);
            QCOMPARE(house.numbers.next(house.town.flowerShop), 1);
        });
        house.fresh.commit([&] { QCOMPARE(house.numbers.next(house.town.snackBar), 3); });
        QCOMPARE(OrderNumbers(house.fresh.database).next(house.town.snackBar), 4);
        QCOMPARE(OrderNumbers(house.fresh.database).next(house.town.flowerShop), 2);
    }

    void whatIsUndoneGivesItsNumbersBack() {
        House house;
        house.fresh.commit([&] {
            QCOMPARE(house.numbers.next(house.town.snackBar), 1);
            const int savepoint = house.fresh.database.openSavepoint();
            QCOMPARE(house.numbers.next(house.town.snackBar), 2);
            QCOMPARE(house.numbers.next(house.town.flowerShop), 1);
            house.fresh.database.undoChanges(savepoint);
            QCOMPARE(house.numbers.next(house.town.snackBar), 2);
            QCOMPARE(house.numbers.next(house.town.flowerShop), 1);
        });
        house.fresh.database.begin();
        QCOMPARE(house.numbers.next(house.town.snackBar), 3);
        house.fresh.database.rollBack();
        house.fresh.commit([&] { QCOMPARE(house.numbers.next(house.town.snackBar), 3); });
    }

    void otherServersCountOn() { // several servers on one database
        SOBAN_ONLY_ON_POSTGRES("a SQLite file has one server");
        House house;
        Database other(house.fresh.address(), Database::Access::ReadWrite);
        OrderNumbers theirs(other);
        house.fresh.commit([&] { QCOMPARE(house.numbers.next(house.town.snackBar), 1); });
        other.begin();
        QCOMPARE(theirs.next(house.town.snackBar), 2);
        other.commit();
        house.fresh.commit([&] { QCOMPARE(house.numbers.next(house.town.snackBar), 3); });
    }
};

std::unique_ptr<QObject> newTstOrderNumbers() {
    return std::make_unique<TstOrderNumbers>();
}

#include "TstOrderNumbers.moc"
