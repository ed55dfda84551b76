// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/TownWriter.h"

#include "contract/Codec.h"

#include <QTest>

using namespace soban;
using namespace soban::replay;

namespace {

Instance someInstance() {
    Instance instance{};
    for (int i = 0; i < 8; ++i)
        instance.restaurants.append({QStringLiteral("r%1").arg(i + 1), {i * 100.0, 0}});
    instance.couriers = {{QStringLiteral("c1"), {0, 0}, 0, 60}};
    instance.orders = {{QStringLiteral("o1"), {50, 50}, 1, 0, 9},
                       {QStringLiteral("o2"), {9, 9}, 2, 3, 9}};
    return instance;
}

contract::Town townWith(quint32 seed) {
    const Instance instance = someInstance();
    return townOf(instance, Geography(instance), seed);
}

} // namespace

class TstReplayTownWriter : public QObject {
    Q_OBJECT

private slots:
    void writesATownThatTheServerReads();
    void givesEverybodyAPlace();
    void isTheSameForTheSameSeed();
    void countsSomeItems();
};

void TstReplayTownWriter::writesATownThatTheServerReads() {
    const auto read = contract::decode<contract::Town>(contract::encode(townWith(1)));
    QVERIFY2(read, read ? "" : qPrintable(read.error().field));
    QCOMPARE(read->shops.size(), 8);
}

void TstReplayTownWriter::givesEverybodyAPlace() {
    const contract::Town town = townWith(1);
    QCOMPARE(town.customers.size(), 2);
    QCOMPARE(town.riders.size(), 1);
    QVERIFY(!town.riders.first().onDuty);
    QVERIFY(town.customers.first().hasCard);
    QCOMPARE(town.shops[2].owner.login, shopLogin(2));
    for (const contract::TownShop &shop : town.shops) {
        QCOMPARE(shop.hours.size(), 7);
        QCOMPARE(shop.fulfilments, QList{Fulfilment::PlatformRider});
    }
}

void TstReplayTownWriter::isTheSameForTheSameSeed() {
    QCOMPARE(contract::encode(townWith(7)), contract::encode(townWith(7)));
    QVERIFY(contract::encode(townWith(7)) != contract::encode(townWith(8)));
}

void TstReplayTownWriter::countsSomeItems() {
    int counted = 0;
    int uncounted = 0;
    for (const contract::TownShop &shop : townWith(1).shops) {
        for (const contract::TownSection &section : shop.sections) {
            for (const contract::TownItem &item : section.items)
                ++(item.stock ? counted : uncounted);
        }
    }
    QVERIFY(counted >= 8);
    QVERIFY(uncounted >= 8);
}

QTEST_APPLESS_MAIN(TstReplayTownWriter)
#include "TstTownWriter.moc"
