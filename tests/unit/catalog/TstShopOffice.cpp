// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/ShopOffice.h"
#include "storage/Migrations.h"
#include "support/Outcomes.h"
#include "support/TestBench.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;
using catalog::ShopOffice;
using contract::ErrorCode;

namespace {

contract::ItemDraft draftOf(const MenuItem &item) {
    contract::ItemDraft draft{
        item.id, item.name, item.description, item.price.minor(), item.picture, item.isHidden, {}};
    for (const OptionGroup &group : item.optionGroups) {
        contract::OptionGroupDraft made{group.id, group.name, group.minimum, group.maximum, {}};
        for (const MenuOption &option : group.options)
            made.options.append({option.id, option.name, option.price.minor()});
        draft.optionGroups.append(made);
    }
    return draft;
}

contract::MenuDraft draftOf(const Menu &menu) {
    contract::MenuDraft draft;
    for (const MenuSection &section : menu.sections) {
        contract::SectionDraft made{section.name, {}};
        for (const MenuItem &item : section.items)
            made.items.append(draftOf(item));
        draft.sections.append(made);
    }
    return draft;
}

contract::ItemDraft newItem(const char *name) {
    return {{}, {QString::fromLatin1(name), QString::fromLatin1(name)}, {}, 700, {}, false, {}};
}

} // namespace

class TstShopOffice : public QObject {
    Q_OBJECT

private:
    struct House {
        TestBench bench;
        ShopOffice &office = bench.rooms.model().office;
        const ShopId shop = bench.town.snackBar;

        /// As the catalogue has it after the commit.
        catalog::ShopEntryPtr entry() {
            bench.rooms.refreshShop(shop);
            return bench.catalogue.find(shop);
        }
        contract::ShopSettingsRequest settings() {
            const Shop now = entry()->shop;
            return {now.description,
                    now.phone,
                    now.picture,
                    int(now.deliveryRadiusMeters),
                    now.deliveryFee.minor(),
                    now.minimumOrder.minor(),
                    now.preparationMinutes,
                    now.fulfilments,
                    now.hours.intervals(),
                    now.hours.holidays().values(),
                    now.thanks};
        }
        /// What an order of one of an item comes to.
        std::optional<ErrorCode> order(MenuItemId item, int quantity = 1) {
            entry();
            auto request = bench.hands.snackRequest(PaymentMethod::OnDelivery);
            const qint64 price = bench.catalogue.find(shop)->menu.find(item)->price.minor();
            request.lines = {{item, {}, quantity}};
            request.expectedTotalMinor = price * quantity + 3000;
            std::optional<ErrorCode> refusal;
            bench.work([&] {
                const auto placed = bench.rooms.placement().place(bench.town.mina, request);
                if (!placed)
                    refusal = placed.error().code;
            });
            return refusal;
        }
    };

private slots:
    void settingsAreKeptAsEdited() {
        House house;
        auto request = house.settings();
        request.thanks = {QStringLiteral("또 오세요"), QStringLiteral("Come again")};
        request.deliveryFeeMinor = 1234;
        request.fulfilments = {Fulfilment::OwnDelivery};
        request.hours = {{3, 600, 1500}};
        request.holidays = {QDate(2027, 3, 1)};
        request.picture = QStringLiteral("bibimbap");
        QVERIFY(house.office.edit(house.shop, 1, request));
        const Shop now = house.entry()->shop;
        QCOMPARE(now.version, 2);
        QCOMPARE(now.thanks, request.thanks);
        QCOMPARE(now.deliveryFee.minor(), 1234);
        QCOMPARE(now.fulfilments, request.fulfilments);
        QCOMPARE(now.hours.intervals(), request.hours);
        QCOMPARE(now.hours.holidays(), QSet<QDate>{QDate(2027, 3, 1)});
        QCOMPARE(now.picture, request.picture);
        const auto heard = house.bench.heard.of(EventType::ShopChanged);
        QCOMPARE(heard.size(), 1);
        QCOMPARE(heard.first().audience, QList<Addressee>{house.shop});
    }

    void secondEditOfTheSameVersionIsRefused() {
        House house;
        const auto request = house.settings();
        QVERIFY(house.office.edit(house.shop, 1, request));
        QCOMPARE(codeOf(house.office.edit(house.shop, 1, request)), ErrorCode::StaleVersion);
        QCOMPARE(house.entry()->shop.version, 2);
    }

    void pausedShopTakesNoOrderUntilItsTimeIsOver() {
        House house;
        const Instant until = house.bench.clock.now() + 30min;
        QVERIFY(house.office.setMode(house.shop, {ShopMode::Paused, {}, until}));
        QVERIFY(house.order(house.bench.town.ramen, 2) == ErrorCode::ShopClosed);
        house.bench.clock.advance(30min - 1ms);
        QVERIFY(house.order(house.bench.town.ramen, 2) == ErrorCode::ShopClosed);
        house.bench.clock.advance(1ms);
        QVERIFY(!house.order(house.bench.town.ramen, 2));
        QCOMPARE(house.entry()->shop.modeAt(house.bench.clock.now()), ShopMode::Normal);
    }

    void busyShopSaysHowMuchLonger() {
        House house;
        QVERIFY(house.office.setMode(house.shop, {ShopMode::Busy, 10, {}}));
        const Shop now = house.entry()->shop;
        QCOMPARE(now.modeAt(house.bench.clock.now() + 1000h), ShopMode::Busy);
        QCOMPARE(now.extraMinutes, 10);
        QVERIFY(!house.order(house.bench.town.ramen, 2));
    }

    void menuIsReplacedAsAWhole() {
        House house;
        const auto &town = house.bench.town;
        contract::MenuDraft draft = draftOf(house.entry()->menu);
        auto &meals = draft.sections[0].items;
        meals.move(2, 0);                             // the stew comes first
        meals.removeAt(2);                            // no ramen any more
        meals[1].priceMinor = 4500;                   // kimbap
        meals[1].optionGroups[1].options.removeAt(1); // no tuna
        draft.sections.prepend(
            {{QStringLiteral("새로"), QStringLiteral("New")}, {newItem("Juice"), newItem("Tea")}});
        const auto edited = house.office.editMenu(house.shop, 1, draft);
        QVERIFY(edited);
        QCOMPARE(edited->stock.value(town.stew).remaining, 3);
        const auto entry = house.entry();
        QCOMPARE(entry->menu, edited->entry->menu);
        QCOMPARE(entry->shop.menuVersion, 2);
        const auto &sections = entry->menu.sections;
        QCOMPARE(sections.size(), 2);
        QCOMPARE(sections[0].items[1].name.en, QStringLiteral("Tea"));
        QCOMPARE(sections[1].items[0].id, town.stew);
        QVERIFY(sections[1].items[0].isCounted);
        QCOMPARE(sections[1].items[1].id, town.kimbap);
        QCOMPARE(sections[1].items[1].price.minor(), 4500);
        QCOMPARE(sections[1].items[1].optionGroups[1].options.size(), 2);
        QCOMPARE(sections[1].items[1].optionGroups[0].options[1].id, town.large);
        QVERIFY(!entry->menu.find(town.ramen));
        // The ids that were given out are new ones, also after a restart.
        QVERIFY(storage::highestId(house.bench.rooms.database()) >=
                sections[0].items[1].id.number());
    }

    void ordersKeepTheirPrices() {
        House house;
        const OrderId order = house.bench.place(house.bench.hands.snackRequest());
        const auto before = house.bench.hands.order(order).lines;
        contract::MenuDraft draft = draftOf(house.entry()->menu);
        draft.sections[0].items[0].priceMinor += 1000;
        QVERIFY(house.office.editMenu(house.shop, 1, draft));
        house.entry();
        house.bench.walk(order, OrderState::Completed);
        QCOMPARE(house.bench.hands.order(order).lines, before);
    }

    void removedItemMayStillBeHeldByAnOrder() {
        House house;
        QVERIFY(!house.order(house.bench.town.stew, 2));
        contract::MenuDraft draft = draftOf(house.entry()->menu);
        draft.sections[0].items.removeLast();
        QVERIFY(house.office.editMenu(house.shop, 1, draft));
        QCOMPARE(house.bench.countOf("SELECT COUNT(*) FROM stock_holds"), 0);
        QVERIFY(!house.entry()->menu.find(house.bench.town.stew));
    }

    void hiddenItemCannotBeOrderedNorFound() {
        House house;
        contract::MenuDraft draft = draftOf(house.entry()->menu);
        draft.sections[0].items[1].isHidden = true;
        QVERIFY(house.office.editMenu(house.shop, 1, draft));
        QVERIFY(house.order(house.bench.town.ramen, 2) == ErrorCode::UnknownItem);
        QVERIFY(house.entry()->menu.find(house.bench.town.ramen)->isHidden);
        QVERIFY(!house.entry()->searchText.contains(QStringLiteral("ramen")));
    }

    void soldOutItemComesBackAtItsTime() {
        House house;
        const MenuItemId ramen = house.bench.town.ramen;
        const Instant until = house.bench.clock.now() + 1h;
        QVERIFY(house.office.setAvailability(house.shop, ramen, {SoldOut{until}, {}}));
        QVERIFY(house.order(ramen, 2) == ErrorCode::SoldOut);
        house.bench.clock.advance(1h);
        QVERIFY(!house.order(ramen, 2));
        QVERIFY(house.office.setAvailability(house.shop, ramen, {SoldOut{}, {}}));
        house.bench.clock.advance(1h);
        QVERIFY(house.order(ramen, 2) == ErrorCode::SoldOut);
        QVERIFY(house.office.setAvailability(house.shop, ramen, {}));
        QVERIFY(!house.order(ramen, 2));
    }

    void dailyStockBeginsAnewEachDay() {
        House house;
        const MenuItemId ramen = house.bench.town.ramen;
        const auto shelved =
            house.office.setAvailability(house.shop, ramen, {{}, contract::StockRequest{{}, 4}});
        QVERIFY(shelved && (shelved->stock == ShelfStock{4, 4}));
        QVERIFY(!house.order(ramen, 3));
        QVERIFY(house.order(ramen, 2) == ErrorCode::SoldOut);
        house.bench.clock.advance(24h);
        QVERIFY(!house.order(ramen, 4));
        QVERIFY(house.order(ramen, 2) == ErrorCode::SoldOut);
        QCOMPARE(house.bench.remaining(ramen), 0);
    }

    void whatYesterdayHeldDoesNotComeBackToday() {
        House house;
        const MenuItemId ramen = house.bench.town.ramen;
        QVERIFY(
            house.office.setAvailability(house.shop, ramen, {{}, contract::StockRequest{{}, 4}}));
        QVERIFY(!house.order(ramen, 2));
        QVERIFY(!house.order(ramen, 2));
        storage::SqlStockStore stock(house.bench.rooms.database());
        const auto held = [&] {
            storage::Rows row = house.bench.rooms.database().query(
                "SELECT order_id FROM stock_holds ORDER BY order_id LIMIT 1");
            row.next();
            return row.id<OrderId>(0);
        };
        stock.putBack(held());
        QCOMPARE(house.bench.remaining(ramen), 2);
        house.bench.clock.advance(24h);
        QVERIFY(!house.order(ramen, 3));
        stock.putBack(held());
        QCOMPARE(house.bench.remaining(ramen), 1);
    }

    void itemThatIsNotCountedAnyMoreNeverRunsOut() {
        House house;
        const MenuItemId stew = house.bench.town.stew;
        QVERIFY(!house.order(stew, 3));
        QVERIFY(house.order(stew) == ErrorCode::SoldOut);
        const auto shelved =
            house.office.setAvailability(house.shop, stew, {{}, contract::StockRequest{}});
        QVERIFY(shelved && !shelved->stock && !shelved->item.isCounted);
        QVERIFY(!house.order(stew, 9));
    }

    void nobodyTouchesAnotherShopsItems() {
        House house;
        QCOMPARE(codeOf(house.office.setAvailability(house.shop, house.bench.town.roses, {})),
                 ErrorCode::NotFound);
        contract::MenuDraft draft = draftOf(house.entry()->menu);
        draft.sections[0].items[0].id = house.bench.town.roses;
        draft.sections[0].items[0].optionGroups.clear();
        QCOMPARE(codeOf(house.office.editMenu(house.shop, 1, draft)), ErrorCode::UnknownItem);
        QCOMPARE(house.bench.heard.count(EventType::ShopChanged), 0);
    }
};

std::unique_ptr<QObject> newTstShopOffice() {
    return std::make_unique<TstShopOffice>();
}

#include "TstShopOffice.moc"
