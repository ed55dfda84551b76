// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's addresses: chosen, added, changed and deleted in the real window.
#include "CustomerBench.h"

#include "client-customer/AddressForm.h"
#include "client-customer/AddressRow.h"
#include "client-customer/AddressSheet.h"
#include "client-customer/BarButton.h"
#include "client-customer/PlacePicker.h"
#include "client-customer/ShopListModel.h"
#include "desk/MapTiles.h"
#include "support/TestTown.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"
#include "ui/MapPin.h"
#include "ui/SobanStyle.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QGraphicsScene>
#include <QListView>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace soban;
using namespace soban::testing;
using namespace soban::customer;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstCustomerAddress : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }

    void init() {
        theLook->setLanguage(Language::English);
        contract::AddressBook book;
        book.addresses.append(
            {QStringLiteral("Home"),
             {QStringLiteral("1 First Street"), *GeoPoint::of(37.8771, 127.7318)}});
        const ApiAnswer answer = m_town.call(m_town.request(
            contract::RouteId::SaveAddresses, Caller::Customer, {}, contract::encode(book)));
        QCOMPARE(answer.status, 200);
        m_bench = std::make_unique<CustomerBench>(*theLook);
        QVERIFY(m_bench->open(m_town.url().toString(), TestTown::loginOf(Caller::Customer),
                              QString::fromLatin1(TestTown::kPassword)));
        QTRY_VERIFY(bar()->text().contains(QStringLiteral("1 First Street")));
        QTRY_VERIFY(shops()->rowCount() > 1);
    }

    void cleanup() { m_bench.reset(); }

    void newAddressIsOrderedToAndShopsFollow() { // R1
        const int before = shops()->at(0).distanceMeters;
        openNew();
        m_bench->type(QStringLiteral("2 Second Street"));
        QVERIFY(m_bench->tabTo(QStringLiteral("Label")));
        m_bench->type(QStringLiteral("Work"));
        QVERIFY(m_bench->tabTo(QStringLiteral("Where it is on the map")));
        for (int i = 0; i < 5; ++i)
            m_bench->key(Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(m_bench->tabTo(QStringLiteral("Save")));
        m_bench->key(Qt::Key_Return);
        QTRY_VERIFY(!sheet());
        QCOMPARE(bar()->text(), QStringLiteral("Work · 2 Second Street"));
        QTRY_VERIFY(shops()->at(0).distanceMeters != before);
        const auto book = saved();
        QCOMPARE(book.addresses.size(), 2);
        QVERIFY(book.addresses.last().address.position.longitude() >
                book.addresses.first().address.position.longitude());
    }

    void clickOnTheMapIsThePlace() {
        openNew();
        m_bench->type(QStringLiteral("3 Third Street"));
        auto *map = m_bench->find<PlacePicker>(QStringLiteral("Where it is on the map"));
        QVERIFY(map);
        const QPoint at = map->viewport()->rect().center() + QPoint(40, -30);
        const auto expected = map->placeAt(at);
        QTest::mouseClick(map->viewport(), Qt::LeftButton, {}, at);
        QVERIFY(expected && map->place());
        QVERIFY(map->place()->distanceMetersTo(*expected) < 1);
    }

    void mapIsMovedBelowThePin() {
        openNew();
        auto *map = m_bench->find<PlacePicker>(QStringLiteral("Where it is on the map"));
        QVERIFY(map && map->place());
        const GeoPoint before = *map->place();
        const QPoint from = map->viewport()->rect().center() + QPoint(30, 20);
        QTest::mousePress(map->viewport(), Qt::LeftButton, {}, from);
        for (int step = 1; step <= 10; ++step)
            drag(map->viewport(), from - QPoint(8 * step, 0));
        QTest::mouseRelease(map->viewport(), Qt::LeftButton, {}, from - QPoint(80, 0));
        QVERIFY(map->place()->longitude() > before.longitude());
        // The pin stays in the middle.
        QVERIFY(
            (map->pixelOf(*map->place()) - map->viewport()->rect().center()).manhattanLength() <=
            3);
        m_bench->save(QStringLiteral("new-address"));
    }

    void handZoomsTheMapAboutThePin() {
        openNew();
        auto *map = m_bench->find<PlacePicker>(QStringLiteral("Where it is on the map"));
        const double before = map->metersPerPixel();
        const auto place = map->place();
        QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Zoom in"))));
        QVERIFY(map->metersPerPixel() < before);
        QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Zoom out"))));
        QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Zoom out"))));
        QVERIFY(map->metersPerPixel() > before);
        QCOMPARE(map->place(), place);
    }

    void thereIsOneWayOutOfFormAndList() {
        openSheet();
        // What deletes says that it does.
        QCOMPARE(m_bench->find<ui::Button>(QStringLiteral("Delete Home"))->text(),
                 QStringLiteral("Delete"));
        QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Close"))));
        QVERIFY(!sheet());
        openNew();
        QVERIFY(!m_bench->find<ui::Button>(QStringLiteral("Close")));
        QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Back"))));
        QVERIFY(m_bench->find<ui::Button>(QStringLiteral("Add an address")));
        QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Close"))));
        QVERIFY(!sheet());
    }

    void oneIsToldWhereThePinStands() {
        openNew();
        const auto told = [&] {
            const auto *label = m_bench->find<ui::TextLabel>(QStringLiteral("The pin stands "));
            return label ? label->text() : QString();
        };
        auto *map = m_bench->find<PlacePicker>(QStringLiteral("Where it is on the map"));
        const GeoPoint kitchen = m_town.kitchen().card.position;
        QVERIFY2(told().contains(QStringLiteral("no streets")), qPrintable(told()));
        map->groundPressed(kitchen); // as a click there does
        QVERIFY2(told().contains(QStringLiteral("The pin stands at “Kitchen”.")),
                 qPrintable(told()));
        map->groundPressed(
            *GeoPoint::of(kitchen.latitude() - 0.0005, kitchen.longitude() - 0.0005));
        QVERIFY2(told().contains(QStringLiteral("70 m south-west of “Kitchen”")),
                 qPrintable(told()));
    }

    void shopThatIsNamedIsDrawn() {
        const auto shop = [](double east, const char *name) {
            const QString words = QString::fromLatin1(name);
            return ui::MapMark{
                words, *GeoPoint::of(37.8771, 127.7318 + east), ui::MapMark::Kind::Pin, {}, {},
                words};
        };
        AddressForm form(*m_bench->window().findChild<desk::MapTiles *>());
        form.resize(560, 640);
        form.beginNew(*GeoPoint::of(37.8765, 127.7318),
                      {shop(0, "Here"), shop(0.0002, "Beside"), shop(0.008, "Far")});
        form.show();
        auto *map = form.findChild<PlacePicker *>();
        const auto told = [&] {
            for (const auto *label : form.findChildren<ui::TextLabel *>()) {
                if (label->text().startsWith(QStringLiteral("The pin stands ")))
                    return label->text();
            }
            return QString();
        };
        const auto isDrawn = [&](const char *name) {
            const QList<ui::MapMark> seen = map->landmarksInSight();
            return std::any_of(seen.cbegin(), seen.cend(), [&](const ui::MapMark &mark) {
                return mark.label == QLatin1StringView(name);
            });
        };
        QVERIFY(isDrawn("Here") && !isDrawn("Beside"));
        // The one that is nearest to the pin has its place before the other.
        map->groundPressed(*GeoPoint::of(37.8769, 127.7321));
        QVERIFY2(told().contains(QStringLiteral("“Beside”.")), qPrintable(told()));
        QVERIFY(isDrawn("Beside") && !isDrawn("Here"));
        // Where none can be seen, one is told that it cannot.
        map->groundPressed(*GeoPoint::of(37.6665, 127.7320));
        QVERIFY(map->landmarksInSight().isEmpty());
        QVERIFY2(told().contains(QStringLiteral("which lies outside this map")),
                 qPrintable(told()));
    }

    void landmarksStandApartOnTheMap() {
        const auto shop = [](double east, const char *name) {
            const QString words = QString::fromLatin1(name);
            return ui::MapMark{
                words, *GeoPoint::of(37.8771, 127.7318 + east), ui::MapMark::Kind::Pin, {}, {},
                words};
        };
        PlacePicker map;
        map.resize(500, 220);
        map.begin(*GeoPoint::of(37.8765, 127.7318),
                  {shop(0, "Here"), shop(0.0002, "Beside"), shop(0.008, "Far")});
        map.show();
        const auto names = [&] {
            QStringList all;
            for (const QGraphicsItem *item : map.scene()->items()) {
                if (const auto *pin = dynamic_cast<const ui::MapPin *>(item))
                    all.append(pin->mark().label);
            }
            all.removeAll(QString());
            all.sort();
            return all;
        };
        QCOMPARE(names(), QStringList({QStringLiteral("Far"), QStringLiteral("Here")}));
        // From nearer all of them are to be told apart.
        for (int i = 0; i < 7; ++i)
            QTest::keyClick(&map, Qt::Key_Plus);
        QCOMPARE(names(), QStringList({QStringLiteral("Beside"), QStringLiteral("Far"),
                                       QStringLiteral("Here")}));
    }

    void whatIsMissingIsSaidAtTheField() {
        openNew();
        QVERIFY(m_bench->tabTo(QStringLiteral("Save")));
        m_bench->key(Qt::Key_Return);
        QVERIFY(QApplication::focusWidget()->accessibleName().contains(QStringLiteral("Address")));
        QVERIFY(QApplication::focusWidget()->accessibleDescription().contains(
            QStringLiteral("street")));
        m_bench->type(QStringLiteral("4 Fourth Street"));
        m_bench->key(Qt::Key_Return);
        // The pin has not been moved from where it stood.
        QVERIFY(qobject_cast<PlacePicker *>(QApplication::focusWidget()));
        QCOMPARE(saved().addresses.size(), 1);
    }

    void refusalIsShownAtItsField_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("name");
        QTest::newRow("text") << QStringLiteral("addresses[0].address.text")
                              << QStringLiteral("Address");
        QTest::newRow("label") << QStringLiteral("addresses[0].label") << QStringLiteral("Label");
        QTest::newRow("position") << QStringLiteral("addresses[0].address.position.latitude")
                                  << QStringLiteral("Where it is on the map");
    }
    void refusalIsShownAtItsField() {
        QFETCH(QString, field);
        QFETCH(QString, name);
        openNew();
        auto *form = m_bench->window().findChild<AddressForm *>();
        QVERIFY(form->complain(contract::Problem::at(contract::ErrorCode::InvalidValue, field)));
        QCOMPARE(QApplication::focusWidget()->accessibleName(), name);
        QVERIFY(!form->complain(contract::Problem::of(contract::ErrorCode::Internal)));
    }

    void serversRefusalIsShown() {
        openNew();
        // A sign that the server does not take, and the field does not know about.
        m_bench->window().findChild<AddressForm *>()->submitted(
            {QString(), {QString(300, u'x'), *GeoPoint::of(37.9, 127.7)}});
        QTRY_VERIFY(QApplication::focusWidget()->accessibleDescription().contains(
            QStringLiteral("cannot be used")));
        QCOMPARE(saved().addresses.size(), 1);
    }

    void addressIsChanged() {
        openSheet();
        QVERIFY(m_bench->tabTo(QStringLiteral("Change Home")));
        m_bench->key(Qt::Key_Space);
        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Address"));
        m_bench->key(Qt::Key_End);
        m_bench->type(QStringLiteral(", door 7"));
        m_bench->key(Qt::Key_Return);
        QTRY_COMPARE(saved().addresses.first().address.text,
                     QStringLiteral("1 First Street, door 7"));
        QTRY_VERIFY(bar()->text().endsWith(QStringLiteral("door 7")));
    }

    void deletedAddressComesBack() {
        openSheet();
        QVERIFY(m_bench->tabTo(QStringLiteral("Delete Home")));
        m_bench->key(Qt::Key_Return);
        ui::Banner *banner = nullptr;
        QTRY_VERIFY((banner = m_bench->find<ui::Banner>(QStringLiteral("Deleted: Home"))));
        QCOMPARE(saved().addresses.size(), 0);
        QCOMPARE(bar()->text(), QStringLiteral("Where to?"));
        // The keyboard is at the way back already.
        m_bench->key(Qt::Key_Return);
        QTRY_COMPARE(saved().addresses.size(), 1);
        QTRY_VERIFY(bar()->text().contains(QStringLiteral("Home")));
    }

    void anotherOneIsChosen() {
        contract::AddressBook book = saved();
        book.addresses.append(
            {QStringLiteral("Work"), {QStringLiteral("5 Fifth"), *GeoPoint::of(37.882, 127.735)}});
        m_town.call(m_town.request(contract::RouteId::SaveAddresses, Caller::Customer, {},
                                   contract::encode(book)));
        m_bench->close();
        QVERIFY(m_bench->open(m_town.url().toString(), TestTown::loginOf(Caller::Customer),
                              QString::fromLatin1(TestTown::kPassword)));
        QTRY_VERIFY(bar()->text().contains(QStringLiteral("Home")));
        openSheet();
        QVERIFY(m_bench->tabTo(QStringLiteral("Work")));
        m_bench->key(Qt::Key_Return);
        QTRY_COMPARE(bar()->text(), QStringLiteral("Work · 5 Fifth"));
        QVERIFY(!sheet());
    }

private:
    static void drag(QWidget *widget, const QPoint &to) {
        QMouseEvent move(QEvent::MouseMove, to, widget->mapToGlobal(to), Qt::NoButton,
                         Qt::LeftButton, {});
        QApplication::sendEvent(widget, &move);
    }
    BarButton *bar() const {
        for (BarButton *button : m_bench->window().findChildren<BarButton *>()) {
            if (button->accessibleDescription() == QStringLiteral("Where to"))
                return button;
        }
        return nullptr;
    }
    const ShopListModel *shops() const {
        return qobject_cast<const ShopListModel *>(m_bench->list(QStringLiteral("Shops"))->model());
    }
    AddressSheet *sheet() const {
        auto *found = m_bench->window().findChild<AddressSheet *>();
        return found && found->isOpen() ? found : nullptr;
    }
    void openSheet() {
        m_bench->key(Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY(sheet());
    }
    void openNew() {
        openSheet();
        QVERIFY(m_bench->tabTo(QStringLiteral("Add an address")));
        m_bench->key(Qt::Key_Return);
        QTRY_COMPARE(QApplication::focusWidget()->accessibleName(), QStringLiteral("Address"));
    }
    contract::AddressBook saved() {
        return m_town.call(m_town.request(contract::RouteId::GetAddresses, Caller::Customer))
            .as<contract::AddressBook>()
            .value_or(contract::AddressBook{});
    }

    TestTown m_town;
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerAddress test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerAddress.moc"
