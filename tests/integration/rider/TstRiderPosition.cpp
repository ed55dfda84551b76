// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rider is: set on the map, simulated, or told by a receiver; and who is told of it.
#include "RiderBench.h"

#include "client-rider/DutyDesk.h"
#include "client-rider/PlaceSheet.h"
#include "desk/SettingsSheet.h"
#include "ui/CodePlate.h"
#include "ui/MapPin.h"
#include "ui/MapView.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QCheckBox>

using namespace soban;
using namespace soban::testing;

namespace {

ui::Look *theLook = nullptr;

/// Says what the test says.
class FakeReceiver : public rider_app::Receiver {
public:
    explicit FakeReceiver(QPointer<FakeReceiver> &self) { self = this; }

    void say(double latitude, double longitude) { emit moved(*GeoPoint::of(latitude, longitude)); }
};

} // namespace

class TstRiderPosition : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void isSetByAClickOnTheMap();
    void isSetByTheKeyboard();
    void simulatedRiderRidesAndTheCustomerSees();
    void riderAtTheShopIsSeenBesideItsPin();
    void offersOfOneShopShareAPinAndAPressGoesOn();
    void simulationIsASetting();
    void receiverIsReportedAtABoundedRate();
    void machineWithoutAReceiverIsUsedByHand();
    void riderWithoutAPositionIsAsked();
    void coordinatesAreReadStrictly();

private:
    std::optional<GeoPoint> known() { return m_same->ask(client::calls::duty()).position; }
    bool isKnownNear(const GeoPoint &place) {
        return QTest::qWaitFor([&] { return known() && known()->distanceMetersTo(place) < 2; });
    }
    int works();
    /// By the same rider, elsewhere: nothing is left for the next test.
    void bring(const DemoOrder &order);

    DemoTown m_town;
    std::unique_ptr<Person> m_customer;
    std::unique_ptr<Person> m_owner;
    std::unique_ptr<Person> m_same; ///< the rider, elsewhere
    RiderBench m_bench{*theLook};
};

void TstRiderPosition::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    const auto person = [this](const char *login) {
        return std::make_unique<Person>(m_town.address(), QString::fromLatin1(login));
    };
    m_customer = person("customer1@demo.soban");
    m_owner = person("shop1@demo.soban");
    m_same = person(RiderBench::kRider);
}

void TstRiderPosition::init() {
    theLook->setLanguage(Language::English);
    m_bench.isOnDutyExpected = true;
}

void TstRiderPosition::cleanup() {
    m_bench.close();
}

int TstRiderPosition::works() {
    const QByteArray text = m_same->ask(client::calls::metrics()).bytes;
    const QByteArray name = "\nsoban_write_works_total ";
    const qsizetype at = text.indexOf(name) + name.size();
    return text.mid(at, text.indexOf('\n', at) - at).toInt();
}

void TstRiderPosition::bring(const DemoOrder &order) {
    using contract::DeliveryView;
    if (m_owner->ask(client::calls::ticket(order.id)).deliveryState == DeliveryState::Open)
        m_same->ask<DeliveryView>(
            client::calls::claimDelivery(order.id, {DeliveryState::Open, {}}));
    m_same->ask<DeliveryView>(
        client::calls::pickUpDelivery(order.id, {DeliveryState::Claimed, {}}));
    m_same->ask<DeliveryView>(
        client::calls::handOverDelivery(order.id, {DeliveryState::PickedUp, order.code, {}, {}}));
}

void TstRiderPosition::isSetByAClickOnTheMap() {
    m_bench.open(m_town.address());
    auto *map = m_bench.find<ui::MapView>(QStringLiteral("Map"));
    QVERIFY(map);
    // Only after the button: a press on the way must not move anybody.
    const auto before = known();
    QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, QPoint(80, 60));
    QVERIFY(m_bench.press("Set position"));
    const QPoint at(300, 120);
    const GeoPoint there = *map->placeAt(at);
    QVERIFY(there.distanceMetersTo(*before) > 100);
    QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, at);
    QVERIFY(isKnownNear(there));
    QVERIFY(!m_bench.find<QAbstractButton>(QStringLiteral("Set position"))->isChecked());
}

void TstRiderPosition::isSetByTheKeyboard() {
    m_bench.open(m_town.address());
    QTest::keyClick(&m_bench.window(), Qt::Key_P, Qt::ControlModifier);
    auto *map = qobject_cast<ui::MapView *>(QApplication::focusWidget());
    QVERIFY(map);
    const auto before = known();
    QTest::keyClick(map, Qt::Key_Right);
    QTest::keyClick(map, Qt::Key_Up);
    const GeoPoint there = *map->centre();
    QTest::keyClick(map, Qt::Key_Return);
    QVERIFY(isKnownNear(there));
    QVERIFY(known()->longitude() > before->longitude());
    QVERIFY(known()->latitude() > before->latitude());
    // Esc changes nothing.
    QTest::keyClick(&m_bench.window(), Qt::Key_P, Qt::ControlModifier);
    QTest::keyClick(map, Qt::Key_Left);
    QTest::keyClick(map, Qt::Key_Escape);
    QTest::keyClick(map, Qt::Key_Return);
    QTest::qWait(300);
    QCOMPARE(*known(), there);
}

void TstRiderPosition::simulatedRiderRidesAndTheCustomerSees() { // R10
    m_bench.open(m_town.address());
    const DemoOrder order = mealForRiders(*m_customer, *m_owner);
    QVERIFY(m_bench.pressClaim());
    QTRY_VERIFY(m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code")));
    const auto shop = m_same->ask(client::calls::delivery(order.id)).shopPosition;
    const double far = known()->distanceMetersTo(shop);
    QVERIFY(m_bench.sees("Stop the simulated ride")); // it has set out by itself
    const auto seen = [&] {
        return m_customer->ask(client::calls::riderPosition(order.id)).position;
    };
    QTRY_VERIFY_WITH_TIMEOUT(seen().distanceMetersTo(shop) < far - 20, 15'000);
    QVERIFY(m_bench.press("Stop the simulated ride"));
    QVERIFY(m_bench.sees("Start a simulated ride"));
    QVERIFY(m_bench.press("I have picked it up"));
    QTRY_VERIFY(m_bench.sees("Stop the simulated ride")); // and goes on to the door
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    m_same->ask<contract::DeliveryView>(
        client::calls::handOverDelivery(order.id, {DeliveryState::PickedUp, order.code, {}, {}}));
    QTRY_VERIFY(!m_bench.sees("Stop the simulated ride"));
}

void TstRiderPosition::riderAtTheShopIsSeenBesideItsPin() {
    m_bench.open(m_town.address());
    const DemoOrder order = mealForRiders(*m_customer, *m_owner);
    QVERIFY(m_bench.pressClaim());
    QTRY_VERIFY(m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code")));
    auto *map = m_bench.find<ui::MapView>(QStringLiteral("Map"));
    auto *duty = m_bench.window().findChild<rider_app::DutyDesk *>();
    QVERIFY(map && duty);
    duty->setPosition(m_same->ask(client::calls::delivery(order.id)).shopPosition);
    QCoreApplication::processEvents();
    // The dot is in this green, and so are the thin strokes of the word below it.
    const QRgb green = theLook->tokens().fresh.ink.rgb();
    const QImage seen = map->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
    int dot = 0;
    for (int y = 0; y < seen.height(); ++y) {
        for (int x = 0; x < seen.width(); ++x)
            dot += (seen.pixel(x, y) & RGB_MASK) == (green & RGB_MASK) ? 1 : 0;
    }
    constexpr int kMostOfIt = 60;
    QVERIFY2(dot > kMostOfIt, qPrintable(QString::number(dot)));
    bring(order);
}

void TstRiderPosition::offersOfOneShopShareAPinAndAPressGoesOn() { // R8
    m_bench.open(m_town.address());
    const DemoOrder first = mealForRiders(*m_customer, *m_owner);
    const DemoOrder second = mealForRiders(*m_customer, *m_owner);
    QListView *list = m_bench.offers(2);
    auto *map = m_bench.find<ui::MapView>(QStringLiteral("Map"));
    QVERIFY(list && map);
    QCOMPARE(list->currentIndex().row(), 0);
    const auto pins = [&] {
        int count = 0;
        for (const QGraphicsItem *item : map->scene()->items()) {
            const ui::MapMark &mark = dynamic_cast<const ui::MapPin &>(*item).mark();
            if (mark.kind == ui::MapMark::Kind::Pin)
                count += mark.count;
        }
        return count;
    };
    QCOMPARE(pins(), 2);
    const GeoPoint shop = m_same->ask(client::calls::offers()).offers.first().shopPosition;
    for (const int row : {1, 0}) {
        QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, map->pixelOf(shop));
        QCOMPARE(list->currentIndex().row(), row);
    }
    bring(first);
    bring(second);
}

void TstRiderPosition::simulationIsASetting() {
    m_bench.open(m_town.address());
    QTest::keyClick(&m_bench.window(), Qt::Key_Comma, Qt::ControlModifier);
    auto *box = m_bench.find<QCheckBox>(QStringLiteral("Simulate my position"));
    QVERIFY(box && box->isChecked()); // the server is on this machine
    box->click();
    QCOMPARE(m_bench.desk().preferences().simulatesPosition(), std::optional(false));
    m_bench.close();
    m_bench.open(m_town.address(), true);
    const DemoOrder order = mealForRiders(*m_customer, *m_owner);
    QVERIFY(m_bench.pressClaim());
    QTRY_VERIFY(m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code")));
    QVERIFY(!m_bench.sees("Stop the simulated ride") && !m_bench.sees("Start a simulated ride"));
    m_same->ask<contract::DeliveryView>(
        client::calls::pickUpDelivery(order.id, {DeliveryState::Claimed, {}}));
    m_same->ask<contract::DeliveryView>(
        client::calls::handOverDelivery(order.id, {DeliveryState::PickedUp, order.code, {}, {}}));
}

void TstRiderPosition::receiverIsReportedAtABoundedRate() {
    QPointer<FakeReceiver> receiver;
    m_bench.open(m_town.address(), false,
                 [&receiver] { return std::make_unique<FakeReceiver>(receiver); });
    QVERIFY(!receiver); // nobody asked for it yet
    m_bench.desk().preferences().setSimulatesPosition(false);
    QVERIFY(receiver);
    const int before = works();
    const GeoPoint last = *GeoPoint::of(37.8802, 127.7303);
    for (int step = 0; step < 100; ++step) {
        receiver->say(37.8702 + 0.0001 * step, 127.7303);
        QTest::qWait(20);
    }
    receiver->say(last.latitude(), last.longitude());
    QVERIFY(works() - before <= 3); // others' work included
    QTRY_VERIFY_WITH_TIMEOUT(known()->distanceMetersTo(last) < 2, 12'000);
    // A hand on the map goes before it.
    QVERIFY(m_bench.press("Set position"));
    auto *map = m_bench.find<ui::MapView>(QStringLiteral("Map"));
    QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, QPoint(200, 100));
    QVERIFY(!receiver);
}

void TstRiderPosition::machineWithoutAReceiverIsUsedByHand() {
    m_bench.open(m_town.address(), false, [] { return std::unique_ptr<rider_app::Receiver>(); });
    m_bench.desk().preferences().setSimulatesPosition(false);
    const auto before = known();
    QVERIFY(before);
    QVERIFY(m_bench.press("Set position"));
    auto *map = m_bench.find<ui::MapView>(QStringLiteral("Map"));
    const GeoPoint there = *map->placeAt(QPoint(240, 40));
    QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, QPoint(240, 40));
    QVERIFY(isKnownNear(there));
    // Whatever this machine really has does no harm either.
    const auto real = rider_app::systemReceiver();
    QTest::qWait(200);
}

void TstRiderPosition::riderWithoutAPositionIsAsked() {
    m_bench.isOnDutyExpected = false;
    m_bench.rider = QStringLiteral("new-rider@demo.soban");
    m_bench.isNew = true;
    m_bench.open(m_town.address());
    QTRY_VERIFY(m_bench.sees("You are off duty"));
    QVERIFY(m_bench.press("Go on duty"));
    auto *sheet = m_bench.window().findChild<rider_app::PlaceSheet *>();
    QTRY_VERIFY(sheet && sheet->isOpen());
    QWidget *field = QApplication::focusWidget();
    QTest::keyClicks(field, QStringLiteral("somewhere"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(sheet->isOpen());
    QVERIFY(m_bench.sees("Two numbers"));
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, QStringLiteral("37.8790, 127.7290"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(m_bench.sees("On duty"));
    QVERIFY(!sheet->isOpen());
    QVERIFY(m_bench.sees("Deliveries near you"));
}

void TstRiderPosition::coordinatesAreReadStrictly() {
    using rider_app::PlaceSheet;
    QCOMPARE(PlaceSheet::placeOf(QStringLiteral(" 37.5 ,127.25 ")), GeoPoint::of(37.5, 127.25));
    for (const char *wrong :
         {"", "37.5", "37.5;127.2", "91, 0", "0, 181", "a, b", "1,2,3", "nan, 1"})
        QVERIFY2(!PlaceSheet::placeOf(QString::fromLatin1(wrong)), wrong);
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstRiderPosition test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstRiderPosition.moc"
