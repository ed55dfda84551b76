// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/Catalogue.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace soban;
using namespace soban::catalog;

namespace {

constexpr quint32 kSeed = 20'270'115;

LocalizedText text(const char *ko, const char *en) {
    return {QString::fromUtf8(ko), QString::fromUtf8(en)};
}

Shop shopAt(qint64 number, const GeoPoint &position, double radiusMeters) {
    const Money zero = Money::zero(Currency::krw());
    const auto hours = *OpeningHours::of("Asia/Seoul", {}, {});
    return {*ShopId::fromNumber(number),
            ShopKind::Food,
            text("가게", "Shop"),
            {},
            {},
            {},
            position,
            radiusMeters,
            zero,
            zero,
            20,
            {Fulfilment::PlatformRider},
            hours,
            ShopMode::Normal,
            {},
            {},
            0,
            0};
}

ShopEntryPtr entryOf(const Shop &shop, const Menu &menu = {}) {
    return std::make_shared<const ShopEntry>(ShopEntry{shop, menu, searchTextOf(shop, menu)});
}

MenuItem item(const char *ko, const char *en) {
    return {*MenuItemId::fromNumber(500),
            text(ko, en),
            {},
            Money::zero(Currency::krw()),
            {},
            {},
            false};
}

QList<ShopId> idsOf(const QList<ShopHit> &hits) {
    QList<ShopId> ids;
    for (const ShopHit &hit : hits)
        ids.append(hit.entry->shop.id);
    return ids;
}

/// What a search without a grid finds.
QList<ShopId> bruteForce(const QList<Shop> &shops, const GeoPoint &near) {
    QList<std::pair<double, ShopId>> found;
    for (const Shop &shop : shops) {
        const double distance = shop.position.distanceMetersTo(near);
        if (distance <= std::min(shop.deliveryRadiusMeters, Catalogue::kFarthestMeters))
            found.append({distance, shop.id});
    }
    std::sort(found.begin(), found.end());
    QList<ShopId> ids;
    for (const auto &[distance, id] : found)
        ids.append(id);
    return ids;
}

GeoPoint somewhere(QRandomGenerator &random, const GeoPoint &centre, double spreadDegrees) {
    const auto off = [&] { return (random.generateDouble() - 0.5) * spreadDegrees; };
    double longitude =
        centre.longitude() + off() / std::max(0.1, std::cos(centre.latitude() * M_PI / 180));
    if (longitude > 180)
        longitude -= 360;
    return *GeoPoint::of(std::clamp(centre.latitude() + off(), -90.0, 90.0), longitude);
}

/// A snack bar and a flower shop, to search for by words.
void fill(Catalogue &catalogue) {
    Shop snacks = shopAt(1, *GeoPoint::of(37.88, 127.73), 3000);
    snacks.name = text("소반 분식", "Soban Snacks");
    catalogue.put(entryOf(snacks, {{{text("식사", "Meals"),
                                     {item("참치 김밥", "Tuna Kimbap"), item("라면", "Ramen")}}}}));
    Shop flowers = shopAt(2, *GeoPoint::of(37.881, 127.73), 3000);
    flowers.kind = ShopKind::Flowers;
    flowers.name = text("붓꽃", "Iris");
    catalogue.put(entryOf(flowers, {{{text("꽃", "Flowers"), {item("장미", "Rose")}}}}));
}

} // namespace

class TstCatalogue : public QObject {
    Q_OBJECT

private slots:
    void gridFindsWhatMeasuringAllShopsFinds_data() {
        QTest::addColumn<double>("latitude");
        QTest::addColumn<double>("longitude");
        QTest::newRow("a town") << 37.88 << 127.73;
        QTest::newRow("the equator at Greenwich") << 0.0 << 0.0;
        QTest::newRow("the date line") << -17.0 << 179.99;
        QTest::newRow("far north") << 84.0 << 20.0;
    }
    void gridFindsWhatMeasuringAllShopsFinds() {
        QFETCH(double, latitude);
        QFETCH(double, longitude);
        const GeoPoint centre = *GeoPoint::of(latitude, longitude);
        QRandomGenerator random(kSeed);
        Catalogue catalogue;
        QList<Shop> shops;
        for (int i = 1; i <= 600; ++i) {
            // Some would deliver further than the platform lets them.
            shops.append(shopAt(i, somewhere(random, centre, 0.5), random.bounded(500, 30'000)));
            catalogue.put(entryOf(shops.last()));
        }
        int found = 0;
        for (int i = 0; i < 60; ++i) {
            const GeoPoint near = somewhere(random, centre, 0.5);
            const auto expected = bruteForce(shops, near);
            QCOMPARE(idsOf(catalogue.search({near, {}, {}})), expected);
            found += int(expected.size());
        }
        QVERIFY(found > 100);
    }

    void nearestComesFirstWithItsDistance() {
        Catalogue catalogue;
        fill(catalogue);
        const GeoPoint near = *GeoPoint::of(37.8812, 127.73);
        const auto hits = catalogue.search({near, {}, {}});
        QCOMPARE(idsOf(hits), (QList{*ShopId::fromNumber(2), *ShopId::fromNumber(1)}));
        QCOMPARE(qRound(hits.first().distanceMeters), 22);
    }

    void searchFoldsWhatPeopleType_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("nothing typed") << QString() << true;
        QTest::newRow("shop in Korean") << QStringLiteral("분식") << true;
        QTest::newRow("shop in Korean, without its space") << QStringLiteral("소반분식") << true;
        QTest::newRow("shop in English, other case") << QStringLiteral("sObAn") << true;
        QTest::newRow("item in Korean") << QStringLiteral("라면") << true;
        QTest::newRow("item in English") << QStringLiteral("kimbap") << true;
        QTest::newRow("full width letters") << QStringLiteral("ｒａｍｅｎ") << true;
        QTest::newRow("syllables typed apart")
            << QStringLiteral("라면").normalized(QString::NormalizationForm_D) << true;
        QTest::newRow("two words of two items") << QStringLiteral("라면 tuna") << true;
        QTest::newRow("two words, a tab and more between")
            << QStringLiteral(" 라면 \t tuna ") << true;
        QTest::newRow("two words, an ideographic space between")
            << QStringLiteral("라면\u3000tuna") << true;
        QTest::newRow("one word of two is not there") << QStringLiteral("라면 pizza") << false;
        QTest::newRow("over the border of two names") << QStringLiteral("KimbapRamen") << false;
        QTest::newRow("not there") << QStringLiteral("피자") << false;
    }
    void searchFoldsWhatPeopleType() {
        QFETCH(QString, words);
        QFETCH(bool, isFound);
        Catalogue catalogue;
        fill(catalogue);
        const auto ids = idsOf(catalogue.search({*GeoPoint::of(37.88, 127.73), {}, words}));
        QCOMPARE(ids.contains(*ShopId::fromNumber(1)), isFound);
    }

    void kindIsKept() {
        Catalogue catalogue;
        fill(catalogue);
        const auto ids =
            idsOf(catalogue.search({*GeoPoint::of(37.88, 127.73), ShopKind::Flowers, {}}));
        QCOMPARE(ids, QList{*ShopId::fromNumber(2)});
    }

    void shopThatMovedIsFoundAtItsNewPlaceOnly() {
        Catalogue catalogue;
        fill(catalogue);
        catalogue.put(entryOf(shopAt(1, *GeoPoint::of(35.1, 129.0), 3000)));
        QCOMPARE(catalogue.count(), 2);
        QVERIFY(!idsOf(catalogue.search({*GeoPoint::of(37.88, 127.73), {}, {}}))
                     .contains(*ShopId::fromNumber(1)));
        QCOMPARE(idsOf(catalogue.search({*GeoPoint::of(35.1, 129.0), {}, {}})),
                 QList{*ShopId::fromNumber(1)});
    }

    void entryInHandOutlivesItsReplacement() {
        Catalogue catalogue;
        fill(catalogue);
        const ShopEntryPtr before = catalogue.find(*ShopId::fromNumber(1));
        catalogue.put(entryOf(shopAt(1, *GeoPoint::of(37.88, 127.73), 3000)));
        QCOMPARE(before->shop.name.en, QStringLiteral("Soban Snacks"));
        QCOMPARE(catalogue.find(*ShopId::fromNumber(1))->shop.name.en, QStringLiteral("Shop"));
        QVERIFY(!catalogue.find(*ShopId::fromNumber(3)));
    }
};

std::unique_ptr<QObject> newTstCatalogue() {
    return std::make_unique<TstCatalogue>();
}

#include "TstCatalogue.moc"
