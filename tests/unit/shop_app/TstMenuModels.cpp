// SPDX-License-Identifier: GPL-3.0-or-later
// The values behind the shop's pages: what is typed, what is sent, what is kept.
#include "client-shop/HoursText.h"
#include "client-shop/ItemForm.h"
#include "client-shop/LineList.h"
#include "client-shop/MenuEdits.h"
#include "client-shop/SaleWords.h"
#include "client-shop/ShopForm.h"

#include <QSignalSpy>
#include <QTest>

using namespace soban;
using namespace soban::shop_app;
using namespace std::chrono_literals;
using Interval = OpeningHours::Interval;

namespace {

const Currency kWon = Currency::krw();
const LocalizedText kRice{QStringLiteral("밥"), QStringLiteral("Rice")};
const LocalizedText kSoup{QStringLiteral("국"), QStringLiteral("Soup")};
/// A Friday, 17:00 in Seoul.
constexpr Instant kNow = Instant::fromMs(1'800'000'000'000);

template <typename Id>
Id id(qint64 number) {
    return *Id::fromNumber(number);
}

contract::OwnItemView item(qint64 number, qint64 price = 9'000) {
    const QString name = QString::number(number);
    return {
        id<MenuItemId>(number), {name, name}, {}, *Money::of(price, kWon), {}, false, {}, {}, {}};
}

contract::OwnMenuView menu() {
    return {3, {{kRice, {item(1), item(2)}}, {kSoup, {item(3)}}}};
}

contract::ShopSettingsView shop(QList<Interval> hours, QList<QDate> holidays = {}) {
    const Money none = Money::zero(kWon);
    return {.id = id<ShopId>(1),
            .version = 1,
            .kind = ShopKind::Food,
            .name = {},
            .description = {},
            .phone = {},
            .address = {{}, *GeoPoint::of(37, 127)},
            .timeZone = QStringLiteral("Asia/Seoul"),
            .picture = {},
            .deliveryRadiusMeters = 4'500,
            .deliveryFee = none,
            .minimumOrder = none,
            .preparationMinutes = 20,
            .fulfilments = {Fulfilment::Collection, Fulfilment::PlatformRider},
            .hours = std::move(hours),
            .holidays = std::move(holidays),
            .thanks = {},
            .mode = {ShopMode::Normal, {}, {}}};
}

} // namespace

class TstMenuModels : public QObject {
    Q_OBJECT

private slots:
    void soldOutUntilADayBeginsNamesTheDay() {
        const Here here{kNow, QTimeZone(QByteArrayLiteral("Asia/Seoul"))};
        const auto words = [&](Instant until) {
            return SaleWords::untilWords(until, here, Language::English);
        };
        const Instant midnight = kNow + 7h;
        QCOMPARE(words(midnight), QStringLiteral("until tomorrow"));
        QCOMPARE(words(midnight + 11h), QStringLiteral("until tomorrow 11:00"));
        QCOMPARE(words(midnight + 48h), QStringLiteral("until 18 Jan"));
        QCOMPARE(words(kNow + 4h), QStringLiteral("until 21:00"));
    }
    void amountsAreReadAsTyped_data();
    void amountsAreReadAsTyped();
    void draftLeavesAllAsItIs();
    void itemsMoveBetweenSections();
    void sectionGoesWithItsLastItem();
    void sectionsAreRenamedMovedAndRemoved();
    void typedStaysAndTheRestFollows();
    void shelfIsToldOfSaleAndStock();
    void soldOutTodayEndsAtTheNextDaysOpening();
    void eveningThatGoesOnIsStillTheDayBefore();
    void timesAreReadAsTyped_data();
    void timesAreReadAsTyped();
    void closingBeforeOpeningIsTheNextDay();
    void daysAreReplacedOneByOne();
    void holidaysInARowAreOne();
    void shopSendsOnlyWhatWasTyped();
    void linesKeepTheirRows();
};

void TstMenuModels::amountsAreReadAsTyped_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("minor"); // −1: none
    QTest::newRow("plain") << QStringLiteral("8000") << qint64(8'000);
    QTest::newRow("grouped") << QStringLiteral(" ₩8,000 ") << qint64(8'000);
    QTest::newRow("nothing") << QString() << qint64(-1);
    QTest::newRow("negative") << QStringLiteral("-5") << qint64(-1);
    QTest::newRow("words") << QStringLiteral("팔천") << qint64(-1);
    QTest::newRow("a part of a won") << QStringLiteral("8.5") << qint64(-1);
    QTest::newRow("too many digits") << QStringLiteral("1234567890123456") << qint64(-1);
}

void TstMenuModels::amountsAreReadAsTyped() {
    QFETCH(QString, text);
    QFETCH(qint64, minor);
    QCOMPARE(amountOf(text, kWon).value_or(-1), minor);
    const auto euro = Currency::fromCode(u"EUR");
    if (euro) {
        QCOMPARE(amountOf(QStringLiteral("12.5"), *euro).value_or(-1), 1'250);
        QCOMPARE(amountText(1'205, *euro), QStringLiteral("12.05"));
    }
}

void TstMenuModels::draftLeavesAllAsItIs() {
    const contract::MenuDraft draft = menu_edits::draftOf(menu());
    QCOMPARE(draft.sections.size(), 2);
    QVERIFY(draft.sections[0].items[1].id == id<MenuItemId>(2));
    const ItemForm form = ItemForm::of(item(1), kRice);
    const auto back = form.draft(id<MenuItemId>(1), kWon);
    QVERIFY(back && back->priceMinor == 9'000 && !back->isHidden);
    QVERIFY(!form.differsOnMenu(form) && !form.differsOnShelf(form));
}

void TstMenuModels::itemsMoveBetweenSections() {
    contract::MenuDraft draft = menu_edits::draftOf(menu());
    QVERIFY(menu_edits::moveItem(draft, id<MenuItemId>(2), 0));
    QVERIFY(draft.sections[0].items[0].id == id<MenuItemId>(2));
    QVERIFY(!menu_edits::moveItem(draft, id<MenuItemId>(2), 2));
    QVERIFY(menu_edits::putItem(draft, draft.sections[0].items[0], kSoup));
    QVERIFY((menu_edits::placeOf(draft, id<MenuItemId>(2)) == menu_edits::Place{1, 1}));
    contract::ItemDraft fresh = draft.sections[0].items[0];
    fresh.id.reset();
    const LocalizedText drinks{QStringLiteral("마실 것"), QStringLiteral("Drinks")};
    QVERIFY(menu_edits::putItem(draft, fresh, drinks));
    QVERIFY(draft.sections.last().name == drinks);
    fresh.id = id<MenuItemId>(99);
    QVERIFY(!menu_edits::putItem(draft, fresh, drinks)); // it is no longer there
}

void TstMenuModels::sectionGoesWithItsLastItem() {
    contract::MenuDraft draft = menu_edits::draftOf(menu());
    QVERIFY(menu_edits::removeItem(draft, id<MenuItemId>(3)));
    QCOMPARE(draft.sections.size(), 1);
    QVERIFY(!menu_edits::removeItem(draft, id<MenuItemId>(3)));
}

void TstMenuModels::sectionsAreRenamedMovedAndRemoved() {
    contract::MenuDraft draft = menu_edits::draftOf(menu());
    QVERIFY(menu_edits::moveSection(draft, kSoup, 0));
    QVERIFY(draft.sections[0].name == kSoup);
    const LocalizedText stew{QStringLiteral("찌개"), QStringLiteral("Stew")};
    QVERIFY(menu_edits::renameSection(draft, kSoup, stew));
    QVERIFY(!menu_edits::renameSection(draft, kSoup, stew));
    QVERIFY(menu_edits::removeSection(draft, stew));
    QCOMPARE(draft.sections.size(), 1);
}

void TstMenuModels::typedStaysAndTheRestFollows() {
    const ItemForm base = ItemForm::of(item(1), kRice);
    ItemForm typed = base;
    typed.price = QStringLiteral("9,500");
    typed.name.en = QStringLiteral("Typed");
    ItemForm fresh = base;
    fresh.price = QStringLiteral("10,000");
    fresh.name.ko = QStringLiteral("새 이름");
    fresh.left = QStringLiteral("7");
    const ItemForm merged = ItemForm::merged(typed, base, fresh);
    QCOMPARE(merged.price, QStringLiteral("9,500"));
    QCOMPARE(merged.name.en, QStringLiteral("Typed"));
    QCOMPARE(merged.name.ko, QStringLiteral("새 이름"));
    QCOMPARE(merged.left, QStringLiteral("7"));
}

void TstMenuModels::shelfIsToldOfSaleAndStock() {
    contract::OwnItemView counted = item(1);
    counted.stock = ShelfStock{3, 40};
    const ItemForm base = ItemForm::of(counted, kRice);
    ItemForm typed = base;
    typed.sale = Sale::SoldForHours;
    auto request = typed.availability(base, {}, kNow, kNow + 1h);
    QVERIFY(request && request->soldOut->until == kNow + 4h && !request->stock);
    typed.sale = Sale::SoldToday;
    QVERIFY(typed.availability(base, {}, kNow, kNow + 1h)->soldOut->until == kNow + 1h);
    typed.sale = Sale::OnSale;
    typed.left.clear();
    typed.perDay = QStringLiteral("50");
    request = typed.availability(base, SoldOut{}, kNow, kNow);
    QVERIFY(!request->soldOut && request->stock->perDay == 50 && !request->stock->remaining);
    typed.perDay = QStringLiteral("many");
    QVERIFY(!typed.availability(base, {}, kNow, kNow));
    // Hidden and shown again says nothing about the shelf.
    typed = base;
    typed.sale = Sale::Hidden;
    QVERIFY(typed.differsOnMenu(base) && !typed.differsOnShelf(base));
}

void TstMenuModels::soldOutTodayEndsAtTheNextDaysOpening() {
    // Friday lunch and dinner; Saturday is a holiday, Sunday opens at eleven.
    const auto own = shop({{5, 660, 900}, {5, 1020, 1320}, {6, 600, 1200}, {7, 660, 1200}},
                          {QDate(2027, 1, 16)});
    const QDateTime back = endOfToday(own, kNow).toUtc().toTimeZone(QTimeZone("Asia/Seoul"));
    QCOMPARE(back.date(), QDate(2027, 1, 17));
    QCOMPARE(back.time(), QTime(11, 0));
    // A shop that never opens: for a day at least.
    QVERIFY(endOfToday(shop({}), kNow) > kNow);
}

void TstMenuModels::eveningThatGoesOnIsStillTheDayBefore() {
    const auto own = shop({{5, 1020, 1620}, {6, 660, 1200}}); // Friday 17:00 to 3:00
    const Instant afterMidnight = kNow + 8h;                  // Saturday, 1:00
    const QDateTime back =
        endOfToday(own, afterMidnight).toUtc().toTimeZone(QTimeZone("Asia/Seoul"));
    QCOMPARE(back.date(), QDate(2027, 1, 16));
    QCOMPARE(back.time(), QTime(11, 0));
}

void TstMenuModels::timesAreReadAsTyped_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("minute"); // −1: none
    QTest::newRow("hour") << QStringLiteral("9") << 540;
    QTest::newRow("digits") << QStringLiteral("0930") << 570;
    QTest::newRow("colon") << QStringLiteral(" 21:05 ") << 1265;
    QTest::newRow("midnight") << QStringLiteral("24:00") << 1440;
    QTest::newRow("after it") << QStringLiteral("24:01") << -1;
    QTest::newRow("no minute") << QStringLiteral("9:75") << -1;
    QTest::newRow("words") << QStringLiteral("noon") << -1;
    QTest::newRow("nothing") << QString() << -1;
}

void TstMenuModels::timesAreReadAsTyped() {
    QFETCH(QString, text);
    QFETCH(int, minute);
    QCOMPARE(HoursText::minuteOf(text).value_or(-1), minute);
}

void TstMenuModels::closingBeforeOpeningIsTheNextDay() {
    const auto night = HoursText::intervalOf(5, QStringLiteral("17:00"), QStringLiteral("02:00"));
    QVERIFY((night == Interval{5, 1020, 1560}));
    QVERIFY(HoursText::intervalText(*night).contains(QStringLiteral("02:00")));
    QVERIFY(!HoursText::intervalOf(5, QStringLiteral("17:00"), QStringLiteral("17:00")));
    QVERIFY((HoursText::intervalOf(5, QStringLiteral("0"), QStringLiteral("24")) ==
             Interval{5, 0, 1440}));
}

void TstMenuModels::daysAreReplacedOneByOne() {
    const QList<Interval> before{{1, 600, 900}, {2, 600, 900}, {1, 960, 1200}};
    const auto after = HoursText::with(before, 1, {{5, 60, 120}});
    QVERIFY((after == QList<Interval>{{1, 60, 120}, {2, 600, 900}}));
    QCOMPARE(HoursText::of(before, 1).size(), 2);
}

void TstMenuModels::holidaysInARowAreOne() {
    const QDate first(2026, 12, 24);
    const auto spans = HoursText::spansOf({first.addDays(1), first, first.addDays(5)});
    QVERIFY((spans == QList<HolidaySpan>{{first, 2}, {first.addDays(5), 1}}));
}

void TstMenuModels::shopSendsOnlyWhatWasTyped() {
    const auto own = shop({});
    const ShopForm base = ShopForm::of(own);
    QCOMPARE(base.radius, QStringLiteral("4.5"));
    ShopForm typed = base;
    typed.radius = QStringLiteral("3,2");
    typed.thanks.ko = QStringLiteral("고맙습니다");
    contract::ShopSettingsRequest request{{}, QStringLiteral("02-1"),   {}, 9'999, 777, 0,
                                          45, {Fulfilment::Collection}, {}, {},    {}};
    typed.applyTo(request, base, kWon);
    QCOMPARE(request.deliveryRadiusMeters, 3'200);
    QCOMPARE(request.thanks.ko, QStringLiteral("고맙습니다"));
    QCOMPARE(request.deliveryFeeMinor, 777); // as somebody else has set it
    QCOMPARE(request.preparationMinutes, 45);
    QVERIFY(!metersOf(QStringLiteral("0")) && !metersOf(QStringLiteral("far")) &&
            !metersOf(QStringLiteral("101")));
}

void TstMenuModels::linesKeepTheirRows() {
    LineModel model;
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    model.setLines({{QStringLiteral("one")}, {QStringLiteral("two"), QStringLiteral("2")}});
    model.setLines({{QStringLiteral("one")}, {QStringLiteral("two")}, {QStringLiteral("three")}});
    QCOMPARE(inserts.size(), 2);
    QCOMPARE(resets.size(), 0);
    QCOMPARE(model.rowCount(), 3);
    model.setLines({{QStringLiteral("one"), QStringLiteral("1"), QStringLiteral("below")}});
    QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("one, 1, below"));
}

QTEST_MAIN(TstMenuModels)
#include "TstMenuModels.moc"
