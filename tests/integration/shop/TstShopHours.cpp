// SPDX-License-Identifier: GPL-3.0-or-later
// Hours, holidays and settings in the shop's real window on the real server, by mouse and keyboard;
// what comes of it is read over the API. With SOBAN_PICTURES set to a folder, the pages are saved
// there in their looks.
#include "ShopRig.h"
#include "client-shop/HoursPage.h"
#include "client-shop/HoursText.h"
#include "client-shop/LineList.h"
#include "client-shop/ShopPage.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using shop_app::HoursPage;
using shop_app::LineList;
using shop_app::ShopPage;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstShopHours : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void daysHoursReachTheCustomers();
    void badTimesAndOverlapsAreSaid();
    void holidayIsAddedAndRemoved();
    void thanksAndTermsReachTheServer();
    void wrongSettingsKeepWhatWasTyped();
    void changeElsewhereIsKept();
    void pagesInEachLook();

private:
    HoursPage *hours() { return m_rig->seen<HoursPage>(); }
    ShopPage *settings() { return m_rig->seen<ShopPage>(); }
    void go(Qt::Key number) {
        QTest::keyClick(&m_rig->window(), number, Qt::ControlModifier);
        QCoreApplication::processEvents();
    }
    void openDay(int weekday) {
        LineList *days = hours()->days();
        QTest::mouseClick(days->viewport(), Qt::LeftButton, {},
                          days->visualRect(days->lines()->index(weekday - 1)).center());
    }
    QString complaintAt(const QString &field) {
        return m_rig->named(field)->accessibleDescription();
    }
    /// A field of the sheet's rows of times, from the top.
    QLineEdit *time(const QString &name, int row) {
        QList<QLineEdit *> found;
        for (QLineEdit *line : m_rig->window().findChildren<QLineEdit *>()) {
            if (line->isVisible() && line->accessibleName() == name)
                found.append(line);
        }
        return found.value(row);
    }
    void writeTime(const QString &name, int row, const QString &text) {
        QLineEdit *line = time(name, row);
        QVERIFY(line);
        line->setFocus();
        line->clear();
        QTest::keyClicks(line, text);
    }

    std::unique_ptr<ShopRig> m_rig;
};

void TstShopHours::initTestCase() {
    m_rig = std::make_unique<ShopRig>(*theLook);
    const auto fault = m_rig->start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
}

void TstShopHours::init() {
    m_rig->openWindow();
    QVERIFY(QTest::qWaitForWindowExposed(&m_rig->window()));
    QTRY_VERIFY(m_rig->isIn());
    go(Qt::Key_5);
    QTRY_VERIFY(hours() && hours()->days()->lines()->rowCount() == 7);
}

void TstShopHours::cleanup() {
    m_rig->closeWindow();
}

void TstShopHours::daysHoursReachTheCustomers() {
    openDay(3);
    writeTime(QStringLiteral("Opens"), 0, QStringLiteral("1100"));
    writeTime(QStringLiteral("Closes"), 0, QStringLiteral("14:30"));
    QVERIFY(m_rig->press(QStringLiteral("More hours")));
    writeTime(QStringLiteral("Opens"), 1, QStringLiteral("17"));
    writeTime(QStringLiteral("Closes"), 1, QStringLiteral("2:00"));
    auto *thursday = qobject_cast<QCheckBox *>(m_rig->named(QStringLiteral("Thursday")));
    QVERIFY(thursday);
    QTest::mouseClick(thursday, Qt::LeftButton, {}, QPoint(10, thursday->height() / 2));
    m_rig->saveInEachLook(QStringLiteral("hours-day"));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    const auto ofDay = [this](int weekday) {
        return shop_app::HoursText::of(m_rig->shown().hours, weekday);
    };
    using Intervals = QList<OpeningHours::Interval>;
    QTRY_VERIFY((ofDay(3) == Intervals{{3, 660, 870}, {3, 1020, 1560}}));
    QVERIFY((ofDay(4) == Intervals{{4, 660, 870}, {4, 1020, 1560}}));
    QVERIFY((ofDay(5) == Intervals{{5, 0, 1440}}));
    QTRY_VERIFY(!m_rig->named(QStringLiteral("More hours")));
    openDay(4);
    QVERIFY(m_rig->press(QStringLiteral("Closed")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_VERIFY(ofDay(4).isEmpty());
}

void TstShopHours::badTimesAndOverlapsAreSaid() {
    openDay(1);
    writeTime(QStringLiteral("Opens"), 0, QStringLiteral("noon"));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QVERIFY(time(QStringLiteral("Opens"), 0)->hasFocus());
    writeTime(QStringLiteral("Opens"), 0, QStringLiteral("10"));
    writeTime(QStringLiteral("Closes"), 0, QStringLiteral("15"));
    QVERIFY(m_rig->press(QStringLiteral("More hours")));
    writeTime(QStringLiteral("Opens"), 1, QStringLiteral("14"));
    writeTime(QStringLiteral("Closes"), 1, QStringLiteral("20"));
    const auto before = m_rig->shown().hours;
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_VERIFY(m_rig->named(QStringLiteral("Save"))->isEnabled());
    m_rig->save(QStringLiteral("hours-overlap"));
    QVERIFY(m_rig->shown().hours == before);
    QCOMPARE(time(QStringLiteral("Opens"), 1)->text(), QStringLiteral("14")); // kept
    // Leaving asks first.
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    // The end of the app asks about it, too.
    QVERIFY(m_rig->press(QStringLiteral("Keep editing")));
    QVERIFY(!m_rig->window().close());
    QVERIFY(m_rig->press(QStringLiteral("Keep editing")));
    QVERIFY(m_rig->press(QStringLiteral("Back")));
    QVERIFY(m_rig->press(QStringLiteral("Discard")));
    QVERIFY(!m_rig->named(QStringLiteral("More hours")));
}

void TstShopHours::holidayIsAddedAndRemoved() {
    QVERIFY(m_rig->press(QStringLiteral("Add holiday")));
    QTest::keyClick(m_rig->named(QStringLiteral("How many days")), Qt::Key_Plus);
    m_rig->saveInEachLook(QStringLiteral("hours-holiday"));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_COMPARE(m_rig->settings().holidays.size(), 2);
    const QList<QDate> days = m_rig->settings().holidays;
    QCOMPARE(days[0].addDays(1), days[1]);
    QTRY_VERIFY(m_rig->named(QStringLiteral("Holidays"))); // once the window has heard of it
    auto *list = qobject_cast<LineList *>(m_rig->named(QStringLiteral("Holidays")));
    QTRY_VERIFY(list && list->lines()->rowCount() == 1);
    list->enter();
    QTest::keyClick(list, Qt::Key_Return);
    QVERIFY(m_rig->press(QStringLiteral("Remove")));
    QTRY_COMPARE(m_rig->settings().holidays.size(), 0);
}

void TstShopHours::thanksAndTermsReachTheServer() {
    go(Qt::Key_6);
    QTRY_VERIFY(settings() && settings()->isEnabled());
    QVERIFY(m_rig->write(QStringLiteral("Thanks in Korean"), QStringLiteral("또 오세요!")));
    QVERIFY(m_rig->write(QStringLiteral("Thanks in English"), QStringLiteral("Come again!")));
    QVERIFY(m_rig->write(QStringLiteral("Delivery radius"), QStringLiteral("3.2")));
    QVERIFY(m_rig->write(QStringLiteral("Delivery fee"), QStringLiteral("3,000")));
    QVERIFY(m_rig->write(QStringLiteral("Minimum order"), QStringLiteral("12000")));
    QTest::keyClick(m_rig->named(QStringLiteral("Usual preparation time")), Qt::Key_Plus);
    m_rig->save(QStringLiteral("settings-typed"));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_COMPARE(m_rig->settings().thanks.en, QStringLiteral("Come again!"));
    const auto after = m_rig->settings();
    QCOMPARE(after.thanks.ko, QStringLiteral("또 오세요!"));
    QCOMPARE(after.deliveryRadiusMeters, 3'200);
    QCOMPARE(after.deliveryFee.minor(), 3'000);
    QCOMPARE(after.minimumOrder.minor(), 12'000);
    QCOMPARE(after.preparationMinutes, 25);
    QTRY_VERIFY(!settings()->hasUnsaved());
}

void TstShopHours::wrongSettingsKeepWhatWasTyped() {
    go(Qt::Key_6);
    QTRY_VERIFY(settings() && settings()->isEnabled());
    QVERIFY(m_rig->write(QStringLiteral("Delivery radius"), QStringLiteral("far")));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QVERIFY(!complaintAt(QStringLiteral("Delivery radius")).isEmpty());
    QVERIFY(m_rig->press(QStringLiteral("Revert")));
    QVERIFY(m_rig->write(QStringLiteral("Phone"), QStringLiteral("1")));
    QVERIFY(m_rig->press(QStringLiteral("Save")));
    QTRY_VERIFY(!complaintAt(QStringLiteral("Phone")).isEmpty()); // the server's word
    auto *phone = qobject_cast<QLineEdit *>(m_rig->named(QStringLiteral("Phone")));
    QCOMPARE(phone->text(), QStringLiteral("1"));
    m_rig->save(QStringLiteral("settings-refused"));
    go(Qt::Key_1);
    QVERIFY(m_rig->press(QStringLiteral("Discard")));
    QTRY_VERIFY(!settings());
}

void TstShopHours::changeElsewhereIsKept() {
    go(Qt::Key_6);
    QTRY_VERIFY(settings() && settings()->isEnabled());
    QVERIFY(m_rig->write(QStringLiteral("Thanks in English"), QStringLiteral("Typed here")));
    QCOMPARE(m_rig->editShop([](contract::ShopSettingsRequest &request) {
        request.phone = QStringLiteral("033-000-9999");
    }),
             200);
    QVERIFY(m_rig->press(QStringLiteral("Save"))); // before the window has heard of it
    QTRY_COMPARE(m_rig->settings().thanks.en, QStringLiteral("Typed here"));
    QCOMPARE(m_rig->settings().phone, QStringLiteral("033-000-9999"));
}

void TstShopHours::pagesInEachLook() {
    QCOMPARE(m_rig->editShop([](contract::ShopSettingsRequest &request) {
        request.holidays = {QDate(2030, 1, 1), QDate(2030, 2, 2), QDate(2030, 2, 3)};
    }),
             200);
    auto *list = hours()->findChildren<LineList *>().last();
    QTRY_COMPARE(list->lines()->rowCount(), 2);
    m_rig->saveInEachLook(QStringLiteral("hours"));
    go(Qt::Key_6);
    QTRY_VERIFY(settings());
    QTest::qWait(300);
    m_rig->saveInEachLook(QStringLiteral("settings"));
    for (const QWidget *widget : m_rig->window().findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed =
            !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(isNamed, widget->metaObject()->className());
    }
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstShopHours test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopHours.moc"
