// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Instance.h"

#include <QTemporaryDir>
#include <QTest>

using namespace soban::replay;

namespace {

/// A small sound instance.
InstanceTexts sound() {
    return {"order\tx\ty\tplacement_time\trestaurant\tready_time\n"
            "o1\t100\t200\t10\tr1\t25\n"
            "o2\t-300\t400.5\t12\tr2\t30\n",
            "courier\tx\ty\ton_time\toff_time\n"
            "c1\t0\t0\t5\t120\n",
            "restaurant\tx\ty\n"
            "r1\t10\t20\n"
            "r2\t30\t40\n",
            "meters_per_minute\tpickup service minutes\tdropoff service minutes\n"
            "320\t4\t3\n"};
}

QString faultOf(const InstanceTexts &texts) {
    const auto instance = parseInstance(texts);
    return instance ? QString() : instance.error().toText();
}

} // namespace

class TstReplayInstance : public QObject {
    Q_OBJECT

private slots:
    void readsAllFourTables();
    void findsColumnsByName();
    void takesWindowsLineEndsAndBlankLines();
    void namesFileAndLine_data();
    void namesFileAndLine();
    void namesTheFileThatIsNotThere();
    void readsAFolder();
};

void TstReplayInstance::readsAllFourTables() {
    const auto instance = parseInstance(sound());
    QVERIFY2(instance, qPrintable(faultOf(sound())));
    QCOMPARE(instance->orders.size(), 2);
    QCOMPARE(instance->orders[1].name, QStringLiteral("o2"));
    QCOMPARE(instance->orders[1].spot, (Spot{-300, 400.5}));
    QCOMPARE(instance->orders[1].placedMinute, 12.0);
    QCOMPARE(instance->orders[1].restaurant, 1);
    QCOMPARE(instance->orders[1].readyMinute, 30.0);
    QCOMPARE(instance->couriers.first().onMinute, 5.0);
    QCOMPARE(instance->couriers.first().offMinute, 120.0);
    QCOMPARE(instance->restaurants[0].spot, (Spot{10, 20}));
    QCOMPARE(instance->metersPerMinute, 320.0);
    QCOMPARE(instance->pickUpMinutes, 4.0);
    QCOMPARE(instance->dropOffMinutes, 3.0);
}

void TstReplayInstance::findsColumnsByName() {
    InstanceTexts texts = sound();
    texts.restaurants = "y\tnote\trestaurant\tx\n20\tbusy\tr1\t10\n40\t\tr2\t30\n";
    const auto instance = parseInstance(texts);
    QVERIFY2(instance, qPrintable(faultOf(texts)));
    QCOMPARE(instance->restaurants[1].spot, (Spot{30, 40}));
}

void TstReplayInstance::takesWindowsLineEndsAndBlankLines() {
    InstanceTexts texts = sound();
    texts.orders.replace("\n", "\r\n");
    texts.couriers.append("\n  \n");
    QCOMPARE(faultOf(texts), QString());
}

void TstReplayInstance::namesFileAndLine_data() {
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("becomes");
    QTest::addColumn<QString>("says");

    const auto row = [](const char *tag, const char *was, const char *becomes, const char *says) {
        QTest::newRow(tag) << QByteArray(was) << QByteArray(becomes) << QString::fromLatin1(says);
    };
    row("no number", "o2\t-300", "o2\twest", "orders.txt, line 3: x is \"west\"");
    row("not finite", "o2\t-300", "o2\tinf", "orders.txt, line 3: x is \"inf\"");
    row("too few cells", "\tr2\t30\n", "\tr2\n", "orders.txt, line 3: has 5 columns");
    row("unknown restaurant", "\tr2\t30\n", "\tr9\t30\n",
        "orders.txt, line 3: names the restaurant r9");
    row("ready before placed", "\tr2\t30\n", "\tr2\t11\n", "orders.txt, line 3: ready_time");
    row("order twice", "o2\t-300", "o1\t-300", "orders.txt, line 3: o1 is there twice");
    row("order without name", "o2\t-300", "\t-300", "orders.txt, line 3: order is empty");
    row("no orders", "o1\t100\t200\t10\tr1\t25\no2\t-300\t400.5\t12\tr2\t30\n", "",
        "orders.txt has no rows");
    row("column missing", "placement_time", "placed", "orders.txt, line 1: has no column");
    row("shift ends first", "\t5\t120", "\t5\t4", "couriers.txt, line 2: off_time");
    row("negative time", "\t5\t120", "\t-5\t120", "couriers.txt, line 2: on_time");
    row("column twice", "courier\tx\ty", "courier\tx\tx", "couriers.txt, line 1: has two columns");
    row("speed zero", "320\t", "0\t", "instance_parameters.txt, line 2: meters_per_minute");
    row("two rows of parameters", "320\t4\t3\n", "320\t4\t3\n320\t4\t3\n",
        "instance_parameters.txt must have one row");
    row("not one town", "r2\t30\t40", "r2\t30\t90000", "orders.txt and its companions span");
    row("empty file", "restaurant\tx\ty\nr1\t10\t20\nr2\t30\t40\n", "", "restaurants.txt is empty");
}

void TstReplayInstance::namesFileAndLine() {
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, becomes);
    QFETCH(QString, says);
    InstanceTexts texts = sound();
    int replaced = 0;
    for (QByteArray *text :
         {&texts.orders, &texts.couriers, &texts.restaurants, &texts.parameters}) {
        replaced += int(text->count(was));
        text->replace(was, becomes);
    }
    QCOMPARE(replaced, 1);
    const QString fault = faultOf(texts);
    QVERIFY2(fault.startsWith(says), qPrintable(fault));
}

void TstReplayInstance::namesTheFileThatIsNotThere() {
    const QTemporaryDir folder;
    const auto instance = readInstance(folder.path());
    QVERIFY(!instance);
    QVERIFY2(instance.error().toText().startsWith(
                 folder.filePath(QStringLiteral("orders.txt cannot be read"))),
             qPrintable(instance.error().toText()));
}

void TstReplayInstance::readsAFolder() {
    const QTemporaryDir folder;
    const auto write = [&folder](const char *name, const QByteArray &text) {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    const InstanceTexts texts = sound();
    QVERIFY(write("orders.txt", texts.orders));
    QVERIFY(write("couriers.txt", texts.couriers));
    QVERIFY(write("restaurants.txt", texts.restaurants));
    QVERIFY(write("instance_parameters.txt", texts.parameters));
    const auto instance = readInstance(folder.path());
    QVERIFY(instance);
    QCOMPARE(instance->orders.size(), 2);
}

QTEST_APPLESS_MAIN(TstReplayInstance)
#include "TstInstance.moc"
