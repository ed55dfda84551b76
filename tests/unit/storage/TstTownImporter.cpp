// SPDX-License-Identifier: GPL-3.0-or-later
#include "StorageTestKit.h"
#include "storage/SqlCatalogue.h"
#include "storage/TownImporter.h"
#include "support/SmallTown.h"

#include <QTest>

using namespace soban;
using namespace soban::storage;
using namespace soban::testing;
using contract::Town;

namespace {

struct Flaw {
    const char *tag;
    std::function<void(Town &)> spoil;
    const char *field;
};

/// All in the second shop, so that there is a first to be undone.
const QList<Flaw> &flaws() {
    static const QList<Flaw> kFlaws{
        {"no time", [](Town &t) { t.shops[1].hours[0].opens = QStringLiteral("9 am."); },
         "shops[1].hours"},
        {"after the day's end",
         [](Town &t) { t.shops[1].hours[0].closes = QStringLiteral("24:01"); }, "shops[1].hours"},
        {"closes before it opens",
         [](Town &t) { t.shops[1].hours[0].closes = QStringLiteral("08:00"); }, "shops[1].hours"},
        {"two hours of one day overlap",
         [](Town &t) {
             t.shops[1].hours.append({1, QStringLiteral("12:00"), QStringLiteral("13:00")});
         },
         "shops[1].hours"},
        {"no such day", [](Town &t) { t.shops[1].holidays = {QStringLiteral("2027-02-30")}; },
         "shops[1].hours"},
        {"more to choose than may be chosen",
         [](Town &t) {
             t.shops[1].sections = t.shops[0].sections; // with its options
             t.shops[1].sections[0].items[0].optionGroups[0].minimum = 2;
         },
         "shops[1].optionGroups of Kimbap"},
        {"more may be chosen than there is",
         [](Town &t) {
             t.shops[1].sections = t.shops[0].sections;
             t.shops[1].sections[0].items[0].optionGroups[1].maximum = 4;
         },
         "shops[1].optionGroups of Kimbap"},
    };
    return kFlaws;
}

} // namespace

class TstTownImporter : public QObject {
    Q_OBJECT

private:
    struct House : FreshDatabase {
        QStringList hashed;
        TownImporter importer{database, ids, clock, [this](const QString &password) {
                                  hashed.append(password);
                                  return QString(u'#' + password);
                              }};

        int rows() {
            return countOf(
                "SELECT (SELECT COUNT(*) FROM shops) + (SELECT COUNT(*) FROM accounts) + "
                "(SELECT COUNT(*) FROM menu_items) + (SELECT COUNT(*) FROM riders)");
        }
    };

private slots:
    void townIsLoadedWhole() {
        House house;
        const Town town = smallTown();
        QVERIFY(!house.importer.import(town));
        QCOMPARE(house.countOf("SELECT COUNT(*) FROM shops"), 2);
        // Two owners, two customers, three riders.
        QCOMPARE(house.countOf("SELECT COUNT(*) FROM accounts"), 7);
        QCOMPARE(house.countOf("SELECT COUNT(*) FROM riders WHERE on_duty = 1"), 2);
        QCOMPARE(
            house.countOf("SELECT COUNT(*) FROM accounts WHERE role = 'shop' AND shop_id IS NULL"),
            0);
        QCOMPARE(house.countOf("SELECT SUM(remaining) FROM stock"), 5);
    }

    void catalogueReadsWhatWasLoaded() {
        House house;
        QVERIFY(!house.importer.import(smallTown()));
        catalog::Catalogue catalogue;
        SqlCatalogue(house.database).loadAll(catalogue);
        QCOMPARE(catalogue.count(), 2);
        const auto hits = catalogue.search({townCentre(), ShopKind::Food, {}});
        QCOMPARE(hits.size(), 1);
        const Shop &shop = hits.first().entry->shop;
        QCOMPARE(shop.name.en, QStringLiteral("Soban Snacks"));
        QCOMPARE(shop.fulfilments, (QList{Fulfilment::PlatformRider, Fulfilment::Collection}));
        QCOMPARE(shop.minimumOrder.minor(), 8000);
        QCOMPARE(shop.hours.intervals().size(), 7);
        QVERIFY(shop.hours.isOpenAt(kTownTime));
        QVERIFY(!shop.hours.isOpenAt(kTownTime + std::chrono::hours(23 * 24))); // its holiday
        const MenuSection &meals = hits.first().entry->menu.sections.first();
        QCOMPARE(meals.items.size(), 3);
        QCOMPARE(meals.items[0].optionGroups[1].maximum, 2);
        QCOMPARE(meals.items[0].optionGroups[1].options[2].name.en, QStringLiteral("Egg"));
        QVERIFY(!meals.items[1].isCounted && meals.items[2].isCounted);
    }

    void passwordIsHashedOnceForAllWhoHaveIt() {
        House house;
        QVERIFY(!house.importer.import(smallTown()));
        QCOMPARE(house.hashed, QStringList{QStringLiteral("password")});
        QCOMPARE(house.countOf("SELECT COUNT(*) FROM accounts WHERE password_hash <> '#password'"),
                 0);
    }

    void whatMakesNoSenseIsNamedAndNothingKept_data() {
        QTest::addColumn<int>("row");
        for (int i = 0; i < flaws().size(); ++i)
            QTest::newRow(flaws()[i].tag) << i;
    }
    void whatMakesNoSenseIsNamedAndNothingKept() {
        QFETCH(int, row);
        House house;
        Town town = smallTown();
        flaws()[row].spoil(town);
        QCOMPARE(house.importer.import(town).value_or(QString()),
                 QString::fromLatin1(flaws()[row].field));
        QCOMPARE(house.rows(), 0);
        // The database is as good as before.
        QVERIFY(!house.importer.import(smallTown()));
    }

    void unknownTimeZoneIsRefused() {
        House house;
        Town town = smallTown();
        town.timeZone = QStringLiteral("Asia/Nowhere");
        QCOMPARE(house.importer.import(town).value_or(QString()), QStringLiteral("shops[0].hours"));
    }

    void loginTakenTwiceIsNamedAndNothingKept_data() {
        QTest::addColumn<QString>("login");
        QTest::newRow("taken") << QStringLiteral("mina");
        QTest::newRow("taken, other case") << QStringLiteral("MINA");
        QTest::newRow("no login at all") << QStringLiteral(" ");
    }
    void loginTakenTwiceIsNamedAndNothingKept() {
        QFETCH(QString, login);
        House house;
        Town town = smallTown();
        town.riders.last().login = login;
        QCOMPARE(house.importer.import(town).value_or(QString()),
                 QStringLiteral("riders[2].login"));
        QCOMPARE(house.rows(), 0);
        QVERIFY(!house.importer.import(smallTown()));
    }

    void shopMayBeOpenUntilMidnight() {
        House house;
        Town town = smallTown();
        town.shops[0].hours[0].closes = QStringLiteral("24:00");
        QVERIFY(!house.importer.import(town));
    }
};

std::unique_ptr<QObject> newTstTownImporter() {
    return std::make_unique<TstTownImporter>();
}

#include "TstTownImporter.moc"
