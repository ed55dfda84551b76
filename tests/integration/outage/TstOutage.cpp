// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's, the shop's and the rider's window with an order on its way, while the server is
// away for some seconds: SOBAN_OUTAGE_SECONDS (2 unless set; a minute for a look by hand).
#include "client-customer/CustomerWindow.h"
#include "client-customer/OrderBook.h"
#include "client-rider/OfferDelegate.h"
#include "client-rider/RiderWindow.h"
#include "client-shop/BoardList.h"
#include "client-shop/ShopWindow.h"
#include "client-shop/TicketBook.h"
#include "desk/OfflineBanner.h"
#include "support/DemoTown.h"
#include "ui/Button.h"
#include "ui/CodePlate.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;

namespace {

ui::Look *theLook = nullptr;

/// One app with what its stream has brought.
struct Seat {
    QTemporaryDir place;
    std::unique_ptr<desk::Desk> desk;
    std::unique_ptr<desk::AppWindow> window;
    QList<Sequence> sequences;

    template <typename Window>
    void open(desk::App app, const QString &address, const char *login, QSize size) {
        DeskSetup setup{app, address, place.path(), 300ms};
        // As in life, but no longer than the test has patience for.
        setup.stream.reconnect = {200ms, 2'000ms};
        setup.queue.retry = {200ms, 2'000ms};
        desk = makeDesk(setup, *theLook);
        QObject::connect(
            &desk->stream(), &client::EventStream::eventReceived, desk.get(),
            [this](const contract::EventEnvelope &event) { sequences.append(event.sequence); });
        window = std::make_unique<Window>(*desk);
        window->begin();
        window->resize(size);
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        QVERIFY(signIn(*desk, QString::fromLatin1(login)));
        QTRY_VERIFY_WITH_TIMEOUT(desk->link().isUp(), 10'000);
    }
    void close() {
        window.reset();
        desk.reset();
    }
    QString banner() const {
        for (const auto *banner : window->findChildren<desk::OfflineBanner *>()) {
            if (banner->isVisible())
                return banner->accessibleName();
        }
        return {};
    }
    bool isStrictlyRising() const {
        for (qsizetype i = 1; i < sequences.size(); ++i) {
            if (sequences.at(i) <= sequences.at(i - 1))
                return false;
        }
        return true;
    }
};

int outageMs() {
    bool isNumber = false;
    const int seconds = qEnvironmentVariable("SOBAN_OUTAGE_SECONDS").toInt(&isNumber);
    return (isNumber && seconds > 0 ? seconds : 2) * 1'000;
}

} // namespace

class TstOutage : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void threeWindowsOutliveAServerThatIsAway();

private:
    void pressClaim();
    void pressPickedUp();
    void pressAccept(OrderId order);
    void save(const QString &moment) const;
    contract::OrderAudit audit(OrderId order) {
        return m_operator->ask(client::calls::auditOrder(order));
    }

    SystemClock m_clock;
    DemoTown m_town;
    Seat m_customer;
    Seat m_shop;
    Seat m_rider;
    std::unique_ptr<Person> m_witness; ///< the customer, elsewhere
    std::unique_ptr<Person> m_owner;
    std::unique_ptr<Person> m_operator;
};

void TstOutage::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    const auto person = [this](const char *login) {
        return std::make_unique<Person>(m_town.address(), QString::fromLatin1(login));
    };
    m_witness = person("customer1@demo.soban");
    m_owner = person("shop1@demo.soban");
    m_operator = person("operator@demo.soban");
    theLook->setLanguage(Language::English);
    m_customer.open<customer::CustomerWindow>(desk::App::Customer, m_town.address(),
                                              "customer1@demo.soban", {1280, 800});
    m_shop.open<shop_app::ShopWindow>(desk::App::Shop, m_town.address(), "shop1@demo.soban",
                                      {1280, 800});
    m_rider.open<rider_app::RiderWindow>(desk::App::Rider, m_town.address(), "rider1@demo.soban",
                                         {480, 800});
}

void TstOutage::cleanupTestCase() {
    m_rider.close();
    m_shop.close();
    m_customer.close();
}

void TstOutage::pressClaim() {
    QListView *list = nullptr;
    QTRY_VERIFY([&] {
        for (QListView *view : m_rider.window->findChildren<QListView *>()) {
            if (view->isVisible() && view->accessibleName() == u"Deliveries near you")
                list = view;
        }
        return list && list->model()->rowCount() == 1;
    }());
    QCoreApplication::processEvents();
    QTest::mouseClick(
        list->viewport(), Qt::LeftButton, {},
        rider_app::OfferDelegate::buttonIn(*theLook, list->visualRect(list->model()->index(0, 0)))
            .center());
}

void TstOutage::pressPickedUp() {
    for (ui::Button *button : m_rider.window->findChildren<ui::Button *>()) {
        if (button->isVisible() && button->text() == u"I have picked it up") {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL("the button for the next step is not there");
}

void TstOutage::pressAccept(OrderId order) {
    for (shop_app::BoardList *list : m_shop.window->findChildren<shop_app::BoardList *>()) {
        if (list->lane() != shop_app::Lane::New)
            continue;
        list->scrollTo(qobject_cast<const shop_app::BoardColumn *>(list->model())->find(order));
        const QRect box = list->partRect(order, shop_app::TicketPart::Step);
        QVERIFY(!box.isEmpty());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, box.center());
    }
}

void TstOutage::save(const QString &moment) const {
    const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    const auto grab = [&](const Seat &seat, const char *app) {
        seat.window->grab().save(QDir(folder).filePath(
            QStringLiteral("outage-%1-%2.png").arg(moment, QString::fromLatin1(app))));
    };
    grab(m_customer, "customer");
    grab(m_shop, "shop");
    grab(m_rider, "rider");
}

void TstOutage::threeWindowsOutliveAServerThatIsAway() { // R3 R9 R10 G8
    const auto *orders = m_customer.window->findChild<customer::OrderBook *>();
    const auto *tickets = m_shop.window->findChild<shop_app::TicketBook *>();
    QVERIFY(orders && tickets);
    // One order with the rider, one that has just come to the shop.
    const DemoOrder carried = mealForRiders(*m_witness, *m_owner);
    pressClaim();
    QTRY_VERIFY(m_rider.window->findChild<ui::CodePlate *>() &&
                m_rider.window->findChild<ui::CodePlate *>()->isVisible());
    const DemoOrder fresh = placeMeal(*m_witness, *m_owner);
    QTRY_VERIFY(tickets->shown(fresh.id));
    QTRY_VERIFY(orders->find(fresh.id) && orders->find(carried.id));
    const auto carriedBefore = audit(carried.id);
    const auto freshBefore = audit(fresh.id);

    QVERIFY(m_town.stopServer());
    QElapsedTimer away;
    away.start();
    for (const Seat *seat : {&m_customer, &m_shop, &m_rider}) {
        QTRY_VERIFY(seat->desk->link().state() == desk::LinkState::Offline);
        QVERIFY2(seat->banner().contains(u"No connection"), qPrintable(seat->banner()));
        QVERIFY2(seat->banner().contains(u"As of"), qPrintable(seat->banner()));
    }
    // What was there is still there, and what is pressed holds at once.
    QVERIFY(orders->find(carried.id) && tickets->shown(carried.id));
    const Instant beforePress = m_clock.now();
    pressPickedUp();
    const Instant afterPress = m_clock.now();
    pressAccept(fresh.id);
    QTRY_COMPARE(tickets->shown(fresh.id)->state, OrderState::Accepted);
    QTRY_COMPARE(m_rider.desk->commands().pending(), 1);
    QTRY_COMPARE(m_shop.desk->commands().pending(), 1);
    QTest::qWait(std::max(0, outageMs() - int(away.elapsed())));
    save(QStringLiteral("away"));
    QCOMPARE(m_rider.desk->commands().pending(), 1);
    QVERIFY(!m_customer.banner().isEmpty());
    qInfo("the server was away for %lld ms; the customer's banner: %s", away.elapsed(),
          qPrintable(m_customer.banner()));

    QVERIFY(m_town.startServer());
    QElapsedTimer back;
    back.start();
    for (const Seat *seat : {&m_customer, &m_shop, &m_rider}) {
        QTRY_VERIFY_WITH_TIMEOUT(seat->desk->link().isUp(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(seat->desk->commands().pending(), 0, 10'000);
        QVERIFY2(seat->banner().isEmpty(), qPrintable(seat->banner()));
    }
    // Everybody sees what everybody did, without a hand.
    QTRY_COMPARE(orders->find(carried.id)->deliveryState, DeliveryState::PickedUp);
    QTRY_COMPARE(orders->find(fresh.id)->state, OrderState::Accepted);
    QTRY_COMPARE(tickets->known(carried.id)->deliveryState, DeliveryState::PickedUp);
    QTRY_COMPARE(tickets->known(fresh.id)->state, OrderState::Accepted);
    qInfo("all three had caught up %lld ms after the server was back", back.elapsed());
    save(QStringLiteral("back"));
    // Nothing is lost, nothing is doubled, and the step has its real time.
    const auto carriedAfter = audit(carried.id);
    const auto freshAfter = audit(fresh.id);
    QCOMPARE(carriedAfter.version, carriedBefore.version + 1);
    QCOMPARE(freshAfter.version, freshBefore.version + 1);
    QVERIFY(*carriedAfter.times.pickedUp >= beforePress &&
            *carriedAfter.times.pickedUp <= afterPress);
    QCOMPARE(orders->find(carried.id)->version, carriedAfter.version);
    QCOMPARE(orders->find(fresh.id)->version, freshAfter.version);
    QCOMPARE(tickets->known(carried.id)->version, carriedAfter.version);
    QCOMPARE(tickets->known(fresh.id)->version, freshAfter.version);
    QTRY_COMPARE(m_witness->heard(EventType::OrderPickedUp, carried.id), 1);
    QTRY_COMPARE(m_witness->heard(EventType::OrderAccepted, fresh.id), 1);
    for (const Seat *seat : {&m_customer, &m_shop, &m_rider})
        QVERIFY(seat->isStrictlyRising());
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstOutage test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstOutage.moc"
