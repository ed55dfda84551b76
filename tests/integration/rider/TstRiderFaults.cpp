// SPDX-License-Identifier: GPL-3.0-or-later
// What goes wrong in a rider's day, in the real window on the real server: the line, the code, the
// race for a delivery.
#include "RiderBench.h"

#include "client-rider/CodeCells.h"
#include "client-rider/DutySwitch.h"
#include "client-rider/MainPage.h"
#include "client-rider/Notices.h"
#include "client-rider/ProofSheet.h"
#include "support/FaultProxy.h"
#include "ui/CodePlate.h"
#include "ui/MapView.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QFile>
#include <QPainter>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;

namespace {

ui::Look *theLook = nullptr;

/// A machine that makes calls.
class Telephone : public QObject {
    Q_OBJECT

public:
    Telephone() { QDesktopServices::setUrlHandler(QStringLiteral("tel"), this, "call"); }
    ~Telephone() override { QDesktopServices::unsetUrlHandler(QStringLiteral("tel")); }

    QList<QUrl> called;

public slots:
    void call(const QUrl &url) { called.append(url); }
};

} // namespace

class TstRiderFaults : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void stepWhileTheLineIsCutArrivesOnceWithItsRealTime();
    void stepsSurviveTheWindow();
    void claimWithoutAConnectionIsNotKept();
    void claimThatAnotherRiderWon();
    void wrongCodesAreCountedAndLocked();
    void photoTakenWhileTheLineIsCutProvesItsMoment();
    void wrongCodeOfAQueuedStepComesBack();
    void deliveryIsGivenBack();
    void nobodyGoesOffDutyWithADeliveryInHand();
    void whatIsSaidAboveMovesNothingBelow();
    void besideAWideMapNothingCoversTheDeliveries();
    void moneyOfTheDoorIsRememberedAndNotAskedTwice();
    void shopIsCalledOrItsNumberCopied();
    void numberIsCopiedWhereNothingCalls();
    void clickBesideDoesNotLoseTheCode();

private:
    contract::OrderAudit audit(OrderId order) {
        return m_operator->ask(client::calls::auditOrder(order));
    }
    Instant now() const { return m_clock.now(); }
    void claimed();
    void pickedUp();
    void typeCode(const QString &code);
    QString photo();
    void cutLine();
    void restoreLine();

    SystemClock m_clock;
    DemoTown m_town;
    QTemporaryDir m_files;
    std::unique_ptr<Person> m_customer;
    std::unique_ptr<Person> m_owner;
    std::unique_ptr<Person> m_other;
    std::unique_ptr<Person> m_operator;
    RiderBench m_bench{*theLook};
    DemoOrder m_order{*OrderId::fromNumber(1), {}};
};

void TstRiderFaults::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    const auto person = [this](const char *login) {
        return std::make_unique<Person>(m_town.address(), QString::fromLatin1(login));
    };
    m_customer = person("customer1@demo.soban");
    m_owner = person("shop1@demo.soban");
    m_other = person("rider2@demo.soban");
    m_operator = person("operator@demo.soban");
}

void TstRiderFaults::init() {
    theLook->setLanguage(Language::English);
    m_bench.linkGrace = 300ms;
    m_bench.blockedAfter = 10s;
    m_bench.isNewsExpected = true;
    m_order = mealForRiders(*m_customer, *m_owner);
}

void TstRiderFaults::cleanup() {
    m_bench.close();
    QVERIFY(m_town.isServerRunning() || m_town.startServer());
    // Nothing is left in hand for the next one.
    const auto rider =
        std::make_unique<Person>(m_town.address(), QLatin1String(RiderBench::kRider));
    const auto all = rider->ask(client::calls::deliveries()).deliveries;
    for (const contract::DeliveryView &delivery : all) {
        if (delivery.deliveryState == DeliveryState::Claimed)
            rider->ask<contract::DeliveryView>(
                client::calls::pickUpDelivery(delivery.orderId, {DeliveryState::Claimed, {}}));
    }
    const bool isOpen = audit(m_order.id).deliveryState == DeliveryState::Open;
    if (isOpen) {
        m_other->ask<contract::DeliveryView>(
            client::calls::claimDelivery(m_order.id, {DeliveryState::Open, {}}));
        m_other->ask<contract::DeliveryView>(
            client::calls::pickUpDelivery(m_order.id, {DeliveryState::Claimed, {}}));
    }
    if (audit(m_order.id).deliveryState == DeliveryState::PickedUp) {
        Person &hand = audit(m_order.id).riderId == m_other->account() ? *m_other : *rider;
        QFile file(photo());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto picture =
            hand.ask<contract::PictureView>(client::calls::uploadPicture(file.readAll()));
        hand.ask<contract::DeliveryView>(client::calls::handOverDelivery(
            m_order.id, {DeliveryState::PickedUp, {}, {}, picture.name}));
    }
}

void TstRiderFaults::claimed() {
    QVERIFY(m_bench.pressClaim());
    QTRY_VERIFY(m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code")));
}

void TstRiderFaults::pickedUp() {
    claimed();
    QVERIFY(m_bench.press("I have picked it up"));
    QTRY_VERIFY(m_bench.sees("Hand over"));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
}

void TstRiderFaults::typeCode(const QString &code) {
    auto *cells = m_bench.find<rider_app::CodeCells>(QStringLiteral("four digits"));
    QVERIFY(cells);
    QTest::keyClicks(cells, code);
    QTest::keyClick(cells, Qt::Key_Return);
}

QString TstRiderFaults::photo() {
    const QString path = m_files.filePath(QStringLiteral("door.png"));
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(QColor(0x8a, 0x5a, 0x30));
    QPainter painter(&image);
    painter.fillRect(100, 60, 120, 180, QColor(0x30, 0x50, 0x80));
    painter.end();
    return image.save(path) ? path : QString();
}

void TstRiderFaults::cutLine() {
    QVERIFY(m_town.stopServer());
    QTRY_VERIFY(!m_bench.desk().link().isUp());
}

void TstRiderFaults::restoreLine() {
    QVERIFY(m_town.startServer());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench.desk().link().isUp(), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench.desk().commands().pending(), 0, 10'000);
}

void TstRiderFaults::stepWhileTheLineIsCutArrivesOnceWithItsRealTime() { // R9
    m_bench.open(m_town.address());
    claimed();
    const int version = audit(m_order.id).version;
    cutLine();
    const Instant before = now();
    QVERIFY(m_bench.press("I have picked it up"));
    const Instant after = now();
    // The rider goes on at once, and is told what waits.
    QVERIFY(m_bench.sees("Hand over"));
    QTRY_VERIFY(m_bench.sees("1 step is not sent yet."));
    QTest::qWait(1'200); // it must not be the time of arrival
    restoreLine();
    QTRY_VERIFY(!m_bench.sees("1 step is not sent yet."));
    const auto order = audit(m_order.id);
    QCOMPARE(order.deliveryState, DeliveryState::PickedUp);
    QCOMPARE(order.version, version + 1); // each step counts once
    QVERIFY(order.times.pickedUp);
    QVERIFY(*order.times.pickedUp >= before && *order.times.pickedUp <= after);
    QTRY_COMPARE(m_customer->heard(EventType::OrderPickedUp, m_order.id), 1);
}

void TstRiderFaults::stepsSurviveTheWindow() { // R9
    m_bench.open(m_town.address());
    claimed();
    cutLine();
    const Instant before = now();
    QVERIFY(m_bench.press("I have picked it up"));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 1);
    QTRY_VERIFY(m_bench.sees("1 step is not sent yet.")); // stored: it has been tried
    const Instant after = now();
    m_bench.close();
    QVERIFY(m_town.startServer());
    m_bench.open(m_town.address(), true);
    QTRY_COMPARE_WITH_TIMEOUT(m_bench.desk().commands().pending(), 0, 10'000);
    const auto order = audit(m_order.id);
    QCOMPARE(order.deliveryState, DeliveryState::PickedUp);
    QVERIFY(*order.times.pickedUp >= before && *order.times.pickedUp <= after);
}

void TstRiderFaults::claimWithoutAConnectionIsNotKept() {
    m_bench.linkGrace = 3s;
    m_bench.open(m_town.address());
    QVERIFY(m_bench.offers(1));
    cutLine();
    // Before anybody knows that the line is lost: it is tried, and taken back.
    QVERIFY(m_bench.pressClaim());
    QTRY_VERIFY(m_bench.sees("Not claimed: no connection."));
    QCOMPARE(m_bench.desk().commands().pending(), 0);
    // Once it is known, it is not even tried.
    QTRY_COMPARE_WITH_TIMEOUT(m_bench.desk().link().state(), desk::LinkState::Offline, 5'000);
    QVERIFY(m_bench.pressClaim());
    QCOMPARE(m_bench.desk().commands().pending(), 0);
    QVERIFY(m_bench.sees("Not claimed: no connection."));
    QVERIFY(m_bench.sees("As of "));
    restoreLine();
    QCOMPARE(audit(m_order.id).deliveryState, DeliveryState::Open);
    claimed();
}

void TstRiderFaults::claimThatAnotherRiderWon() { // R9
    // No news comes through, so the window still offers what is gone.
    FaultProxy proxy(FaultProxy::Upgrades::Silence);
    proxy.setTarget(m_town.port());
    m_bench.linkGrace = 60s;
    m_bench.blockedAfter = 60s;
    m_bench.isNewsExpected = false;
    m_bench.open(QStringLiteral("http://127.0.0.1:%1").arg(proxy.port()));
    QVERIFY(m_bench.offers(1));
    m_other->ask<contract::DeliveryView>(
        client::calls::claimDelivery(m_order.id, {DeliveryState::Open, {}}));
    QVERIFY(m_bench.pressClaim());
    QTRY_VERIFY(m_bench.sees("Another rider was faster."));
    QTRY_VERIFY(m_bench.sees("No deliveries near you") || m_bench.sees("Refresh"));
    QCOMPARE(audit(m_order.id).riderId, std::optional(m_other->account()));
    m_bench.close();
    m_other->ask<contract::DeliveryView>(
        client::calls::pickUpDelivery(m_order.id, {DeliveryState::Claimed, {}}));
}

void TstRiderFaults::wrongCodesAreCountedAndLocked() {
    m_bench.open(m_town.address());
    pickedUp();
    QVERIFY(m_bench.collect());
    const QString wrong = m_order.code == u"1234" ? QStringLiteral("4321") : QStringLiteral("1234");
    for (int left = 4; left > 0; --left) {
        typeCode(wrong);
        const QString words = QStringLiteral("Tries left: %1.").arg(left);
        QTRY_VERIFY2(m_bench.find<QWidget>(words), qPrintable(words));
    }
    typeCode(wrong);
    QTRY_VERIFY(m_bench.sees("Locked for 15 minutes."));
    typeCode(m_order.code); // not even the right one now
    QTRY_VERIFY(m_bench.find<QWidget>(QStringLiteral("Locked for 15 minutes.")));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    QCOMPARE(audit(m_order.id).deliveryState, DeliveryState::PickedUp);
    // A photo still proves it.
    QVERIFY(m_bench.press("Photo"));
    m_bench.window().findChild<rider_app::MainPage *>()->proofSheet()->usePhoto(photo());
    QTRY_VERIFY(m_bench.find<QAbstractButton>(QStringLiteral("Handed over"))->isEnabled());
    QVERIFY(m_bench.press("Handed over"));
    QTRY_VERIFY(m_bench.sees("Thank you, well ridden!"));
    const auto order = m_customer->ask(client::calls::order(m_order.id));
    QCOMPARE(order.state, OrderState::Delivered);
    QVERIFY(order.proofPhoto && !order.proofPhoto->isEmpty());
}

void TstRiderFaults::photoTakenWhileTheLineIsCutProvesItsMoment() { // R9
    m_bench.open(m_town.address());
    pickedUp();
    QVERIFY(m_bench.collect());
    QVERIFY(m_bench.press("Photo"));
    auto *sheet = m_bench.window().findChild<rider_app::MainPage *>()->proofSheet();
    sheet->usePhoto(photo());
    QTRY_VERIFY(m_bench.find<QAbstractButton>(QStringLiteral("Handed over"))->isEnabled());
    cutLine();
    const Instant before = now();
    QVERIFY(m_bench.press("Handed over"));
    const Instant after = now();
    QTRY_VERIFY(!sheet->isOpen()); // nobody has to wait for the line
    QTRY_VERIFY(m_bench.sees("1 step is not sent yet."));
    QTest::qWait(1'000);
    m_bench.close();
    QVERIFY(m_town.startServer());
    m_bench.open(m_town.address(), true);
    QTRY_COMPARE_WITH_TIMEOUT(audit(m_order.id).deliveryState, DeliveryState::Delivered, 10'000);
    const auto order = audit(m_order.id);
    QVERIFY(*order.times.delivered >= before && *order.times.delivered <= after);
    QTRY_COMPARE(m_customer->heard(EventType::OrderDelivered, m_order.id), 1);
}

void TstRiderFaults::wrongCodeOfAQueuedStepComesBack() {
    m_bench.open(m_town.address());
    pickedUp();
    cutLine();
    QVERIFY(m_bench.collect());
    typeCode(m_order.code == u"1234" ? QStringLiteral("4321") : QStringLiteral("1234"));
    QTRY_VERIFY(m_bench.sees("1 step is not sent yet."));
    QTRY_VERIFY(!m_bench.sees("I have picked it up") && !m_bench.sees("Hand over"));
    restoreLine();
    QTRY_VERIFY(m_bench.sees("Not handed over: "));
    QVERIFY(m_bench.find<QAbstractButton>(QStringLiteral("Hand over")));
    QTest::qWait(ui::motion::kUndoMs + 500); // it stays until it is acknowledged
    QVERIFY(m_bench.sees("Not handed over: "));
    QVERIFY(m_bench.press("OK"));
    QVERIFY(!m_bench.sees("Not handed over: "));
}

void TstRiderFaults::deliveryIsGivenBack() {
    m_bench.open(m_town.address());
    claimed();
    QVERIFY(m_bench.press("Give up delivery"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // one careless key
    QTRY_VERIFY(!m_bench.sees("Give up this delivery?"));
    QVERIFY(m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code")));
    QVERIFY(m_bench.press("Give up delivery"));
    QVERIFY(m_bench.press("Give it up"));
    const QWidget *focus = QApplication::focusWidget();
    QVERIFY(focus && focus->isVisible() && !qobject_cast<const rider_app::DutySwitch *>(focus));
    QTRY_COMPARE(audit(m_order.id).deliveryState, DeliveryState::Open);
    QVERIFY(!m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code")));
    QTRY_VERIFY(m_other->ask(client::calls::offers()).offers.size() == 1);
    QVERIFY(m_bench.offers(1)); // one's own again, as everybody's
}

void TstRiderFaults::nobodyGoesOffDutyWithADeliveryInHand() {
    m_bench.open(m_town.address());
    claimed();
    QVERIFY(m_bench.press("On duty"));
    QVERIFY(m_bench.sees("You have a delivery in hand."));
    Person same(m_town.address(), QLatin1String(RiderBench::kRider));
    const auto refusal = same.tryTo(client::calls::setDuty({false, {}}));
    QVERIFY(!refusal && refusal.error().is(contract::ErrorCode::NotAllowedNow));
    QVERIFY(same.ask(client::calls::duty()).onDuty);
}

void TstRiderFaults::whatIsSaidAboveMovesNothingBelow() {
    m_bench.open(m_town.address());
    claimed();
    auto *next = m_bench.find<QAbstractButton>(QStringLiteral("I have picked it up"));
    const auto *plate = m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code"));
    const auto places = [&] {
        QCoreApplication::processEvents();
        QTest::qWait(50);
        return QList<QPoint>{next->mapTo(&m_bench.window(), QPoint()),
                             plate->mapTo(&m_bench.window(), QPoint())};
    };
    const QList<QPoint> before = places();
    QVERIFY(m_bench.press("On duty")); // is told why not
    QVERIFY(m_bench.sees("You have a delivery in hand."));
    QCOMPARE(places(), before);
    cutLine();
    QTRY_VERIFY_WITH_TIMEOUT(m_bench.sees("No connection"), 15'000);
    QCOMPARE(places(), before);
    restoreLine();
    QTRY_VERIFY(!m_bench.sees("No connection"));
    QCOMPARE(places(), before);
}

void TstRiderFaults::besideAWideMapNothingCoversTheDeliveries() {
    m_bench.open(m_town.address());
    m_bench.window().resize(1024, 768);
    const QListView *offers = m_bench.offers(1);
    QVERIFY(offers);
    const auto place = [&](const QWidget *widget) {
        return QRect(widget->mapTo(&m_bench.window(), QPoint()), widget->size());
    };
    const auto *map = m_bench.find<ui::MapView>({});
    QVERIFY(map);
    QTRY_VERIFY(place(map).left() > place(offers).right());
    const QRect before = place(offers);
    cutLine();
    const auto *notices = m_bench.window().findChild<const rider_app::Notices *>();
    QTRY_VERIFY_WITH_TIMEOUT(notices->height() > 0, 15'000);
    QCOMPARE(place(notices).left(), place(map).left());
    QCOMPARE(place(notices).right(), place(map).right());
    QCOMPARE(place(offers), before);
}

void TstRiderFaults::moneyOfTheDoorIsRememberedAndNotAskedTwice() {
    m_bench.open(m_town.address());
    pickedUp();
    QVERIFY(m_bench.collect());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    // The step goes on where it was, also in another window of the same rider.
    QVERIFY(m_bench.find<QAbstractButton>(QStringLiteral("Hand over")));
    m_bench.close();
    m_bench.open(m_town.address(), true);
    QTRY_VERIFY(m_bench.find<QAbstractButton>(QStringLiteral("Hand over")));
    QVERIFY(m_bench.press("Hand over"));
    typeCode(m_order.code);
    QTRY_COMPARE(audit(m_order.id).deliveryState, DeliveryState::Delivered);
}

void TstRiderFaults::shopIsCalledOrItsNumberCopied() {
    m_bench.open(m_town.address());
    claimed();
    const Telephone telephone;
    QVERIFY(m_bench.press("Call the shop"));
    QCOMPARE(telephone.called.size(), 1);
    QCOMPARE(telephone.called.first().scheme(), QStringLiteral("tel"));
    QVERIFY(!telephone.called.first().path().isEmpty());
    QVERIFY(m_bench.press("Copy number"));
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u'-'), qPrintable(copied));
    QVERIFY(m_bench.sees("The number is copied."));
}

void TstRiderFaults::numberIsCopiedWhereNothingCalls() {
    m_bench.open(m_town.address());
    claimed();
    QVERIFY(m_bench.press("Call the shop"));
    QVERIFY(m_bench.sees("This computer cannot call."));
    QVERIFY(m_bench.find<QAbstractButton>(QStringLiteral("Copy number")));
}

void TstRiderFaults::clickBesideDoesNotLoseTheCode() {
    m_bench.open(m_town.address());
    m_bench.window().resize(1024, 768);
    pickedUp();
    QVERIFY(m_bench.collect());
    auto *sheet = m_bench.window().findChild<rider_app::MainPage *>()->proofSheet();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("1"));
    QTest::mouseClick(sheet, Qt::LeftButton, {}, QPoint(4, 4));
    QVERIFY(sheet->isOpen());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace);
    QTest::mouseClick(sheet, Qt::LeftButton, {}, QPoint(4, 4));
    QVERIFY(!sheet->isOpen());
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstRiderFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstRiderFaults.moc"
