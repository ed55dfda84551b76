// SPDX-License-Identifier: GPL-3.0-or-later
// The rider's real window on the real server, driven by mouse and keyboard. With SOBAN_PICTURES
// set to a folder, each page is saved there.
#include "RiderBench.h"

#include "client-rider/CodeCells.h"
#include "client-rider/MainPage.h"
#include "client-rider/ProofSheet.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/CodePlate.h"
#include "ui/Formats.h"
#include "ui/SobanStyle.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QDir>

using namespace soban;
using namespace soban::testing;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstRiderApp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void deliveryIsTakenByHand();
    void deliveryIsTakenByKeyboard();
    void everythingThatTakesTheKeyboardHasAName();

private:
    void save(const QString &page);
    void grab(const QString &name, QSize size, double scale, ui::Look::Choice choice,
              Language language);
    void moneyIsWhole();

    DemoTown m_town;
    std::unique_ptr<Person> m_customer;
    std::unique_ptr<Person> m_owner;
    RiderBench m_bench{*theLook};
};

void TstRiderApp::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    m_customer = std::make_unique<Person>(m_town.address(), QStringLiteral("customer1@demo.soban"));
    m_owner = std::make_unique<Person>(m_town.address(), QStringLiteral("shop1@demo.soban"));
}

void TstRiderApp::init() {
    theLook->setChoice(ui::Look::Choice::Light);
    theLook->setLanguage(Language::English);
    theLook->setTextScale(1.0);
    m_bench.open(m_town.address());
    QTRY_VERIFY(m_bench.desk().link().isUp());
}

void TstRiderApp::cleanup() {
    m_bench.close();
}

/// Money is whole at every size of text.
void TstRiderApp::moneyIsWhole() {
    for (const ui::TextLabel *label : m_bench.window().findChildren<ui::TextLabel *>()) {
        // What may take several lines breaks between words.
        if (!label->isVisible() || !label->text().contains(u'₩') || label->hasHeightForWidth())
            continue;
        const int right = label->mapTo(&m_bench.window(), QPoint(label->width(), 0)).x();
        QVERIFY2(label->width() >= label->sizeHint().width() && right <= m_bench.window().width(),
                 qPrintable(label->text()));
    }
}

void TstRiderApp::grab(const QString &name, QSize size, double scale, ui::Look::Choice choice,
                       Language language) {
    m_bench.window().resize(size);
    theLook->setTextScale(scale);
    theLook->setChoice(choice);
    theLook->setLanguage(language);
    QTest::qWait(qEnvironmentVariableIsEmpty("SOBAN_PICTURES") ? 60 : 250);
    moneyIsWhole();
    const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    m_bench.window().grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

void TstRiderApp::save(const QString &page) {
    if (!qEnvironmentVariableIsEmpty("SOBAN_PICTURES"))
        QTest::qWait(400); // pictures that are still on their way come within a moment
    using Choice = ui::Look::Choice;
    const QSize narrow(480, 800);
    const QSize wide(1024, 768);
    const Language ko = Language::Korean;
    const Language en = Language::English;
    grab(page + QStringLiteral("-1024"), wide, 1, Choice::Light, ko);
    grab(page + QStringLiteral("-1024-dark"), wide, 1, Choice::Dark, en);
    grab(page + QStringLiteral("-dark"), narrow, 1, Choice::Dark, ko);
    grab(page + QStringLiteral("-150"), narrow, 1.5, Choice::Light, ko);
    grab(page + QStringLiteral("-200"), narrow, 2, Choice::Light, ko);
    grab(page + QStringLiteral("-1024-200"), wide, 2, Choice::Light, en);
    grab(page + QStringLiteral("-ko"), narrow, 1, Choice::Light, ko);
    grab(page, narrow, 1, Choice::Light, en);
}

void TstRiderApp::deliveryIsTakenByHand() { // R8 R9
    save(QStringLiteral("empty"));
    const DemoOrder order = mealForRiders(*m_customer, *m_owner);
    const QListView *list = m_bench.offers(1);
    QVERIFY(list);
    const auto due = m_customer->ask(client::calls::order(order.id)).total;
    QVERIFY(list->model()->index(0, 0).data().toString().contains(
        QStringLiteral("Collect %1 at the door").arg(ui::moneyText(due))));
    Person far(m_town.address(), QStringLiteral("rider3@demo.soban"));
    QVERIFY(far.ask(client::calls::offers()).offers.isEmpty());
    save(QStringLiteral("offers"));
    QVERIFY(m_bench.press("Set position"));
    save(QStringLiteral("placing"));
    QVERIFY(m_bench.press("Set position"));
    QVERIFY(m_bench.pressClaim());
    QTRY_VERIFY(m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code")));
    save(QStringLiteral("active"));
    QVERIFY(m_bench.press("I have picked it up"));
    QTRY_VERIFY(m_bench.find<ui::Button>(QStringLiteral("Collect ₩")));
    save(QStringLiteral("door"));
    QVERIFY(m_bench.press("Collect ₩"));
    auto *cells = m_bench.find<rider_app::CodeCells>(QStringLiteral("four digits"));
    QVERIFY(cells && !cells->isEnabled()); // the money comes first
    save(QStringLiteral("collect"));
    // Nor is there a photo without it; but what nobody takes can be taken back.
    QVERIFY(m_bench.press("Photo"));
    QVERIFY(!m_bench.press("Choose a photo"));
    QVERIFY(m_bench.find<ui::Button>(QStringLiteral("Take it back to the shop")));
    QVERIFY(m_bench.press("Customer's code"));
    QVERIFY(m_bench.press("Received, card or cash"));
    QVERIFY(cells->isEnabled());
    save(QStringLiteral("proof"));
    QVERIFY(m_bench.press("Photo"));
    save(QStringLiteral("photo"));
    QVERIFY(m_bench.press("Customer's code"));
    const auto keys =
        m_bench.window().findChild<rider_app::ProofSheet *>()->findChildren<ui::Button *>();
    for (const QChar digit : order.code) {
        const auto key = std::find_if(keys.cbegin(), keys.cend(), [digit](const ui::Button *one) {
            return one->text() == QString(digit);
        });
        QVERIFY(key != keys.cend());
        QTest::mouseClick(*key, Qt::LeftButton);
    }
    QVERIFY(m_bench.press("Handed over"));
    QTRY_VERIFY(m_bench.sees("Refresh"));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    QTest::keyClick(&m_bench.window(), Qt::Key_2, Qt::ControlModifier);
    save(QStringLiteral("history"));
    QTest::keyClick(&m_bench.window(), Qt::Key_3, Qt::ControlModifier);
    QTRY_VERIFY(m_bench.sees("Collected at the door today"));
    QVERIFY(m_bench.find<ui::TextLabel>(ui::moneyText(due)));
    save(QStringLiteral("earnings"));
    QTest::keyClick(&m_bench.window(), Qt::Key_Comma, Qt::ControlModifier);
    save(QStringLiteral("settings"));
}

void TstRiderApp::deliveryIsTakenByKeyboard() { // R8 R9
    const DemoOrder order = mealForRiders(*m_customer, *m_owner);
    QListView *list = m_bench.offers(1);
    QVERIFY(list);
    list->setFocus(Qt::TabFocusReason);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(m_bench.find<ui::CodePlate>(QStringLiteral("Pick-up code")));
    QTest::keyClick(&m_bench.window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_bench.find<ui::Button>(QStringLiteral("Collect ₩")));
    QTest::keyClick(&m_bench.window(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(m_bench.find<ui::ChoiceRow>(QStringLiteral("Received")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QWidget *cells = nullptr;
    QTRY_VERIFY((cells = m_bench.find<rider_app::CodeCells>(QStringLiteral("four digits"))));
    QCOMPARE(QApplication::focusWidget(), cells);
    QTest::keyClicks(cells, order.code);
    QTest::keyClick(cells, Qt::Key_Return);
    QTRY_VERIFY(m_bench.sees("Refresh"));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
}

void TstRiderApp::everythingThatTakesTheKeyboardHasAName() {
    for (const QWidget *widget : m_bench.window().findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusProxy() || !(widget->focusPolicy() & Qt::TabFocus))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed =
            !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(isNamed, qPrintable(QString::fromLatin1(widget->metaObject()->className()) +
                                     u" in " + widget->parentWidget()->metaObject()->className()));
    }
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstRiderApp test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstRiderApp.moc"
