// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Geography.h"

#include <QTest>

using namespace soban::replay;

class TstReplayGeography : public QObject {
    Q_OBJECT

private slots:
    void keepsDistances_data();
    void keepsDistances();
    void findsPlacesOnTheWay();
};

void TstReplayGeography::keepsDistances_data() {
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::newRow("next door") << 30.0 << -40.0;
    QTest::newRow("east") << 5000.0 << 0.0;
    QTest::newRow("north") << 0.0 << 5000.0;
    QTest::newRow("across the town") << -20'000.0 << 15'000.0;
}

void TstReplayGeography::keepsDistances() {
    QFETCH(double, x);
    QFETCH(double, y);
    Instance instance{};
    instance.restaurants = {{QStringLiteral("r1"), {1000, 2000}}};
    const Geography geography(instance);
    const auto home = geography.at({1000, 2000});
    QCOMPARE(home, Geography::centre());
    const double meters = home.distanceMetersTo(geography.at({1000 + x, 2000 + y}));
    const double meant = std::hypot(x, y);
    QVERIFY2(std::abs(meters - meant) < meant / 200, qPrintable(QString::number(meters)));
}

void TstReplayGeography::findsPlacesOnTheWay() {
    const auto from = *soban::GeoPoint::of(37, 127);
    const auto to = *soban::GeoPoint::of(38, 129);
    QCOMPARE(between(from, to, 0), from);
    QCOMPARE(between(from, to, 0.5), *soban::GeoPoint::of(37.5, 128));
    QCOMPARE(between(from, to, 1), to);
}

QTEST_APPLESS_MAIN(TstReplayGeography)
#include "TstGeography.moc"
