// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's real window on the real server, driven by mouse and keyboard. With SOBAN_PICTURES
// set to a folder, each page is saved there.
#include "CustomerBench.h"
#include "TownHands.h"

#include "client-customer/CheckoutSheet.h"
#include "client-customer/GreetingCard.h"
#include "client-customer/MenuModel.h"
#include "client-customer/OrderBook.h"
#include "client-customer/ShopListModel.h"
#include "support/DemoTown.h"
#include "ui/Banner.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/CodePlate.h"
#include "ui/Formats.h"
#include "ui/SobanStyle.h"
#include "ui/Stepper.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QScrollArea>
#include <QTest>
#include <QTextEdit>
#include <QTimeZone>

#include <algorithm>

using namespace soban;
using namespace soban::testing;

namespace {

ui::Look *theLook = nullptr;
const QString kPassword = QStringLiteral("soban-demo");

} // namespace

class TstCustomerApp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everyPageInEachLook_data();
    void everyPageInEachLook();
    void mealIsOrderedByHand();
    void cardsMessageIsAnnouncedAndAskedFor();
    void orderGoesItsWay();
    void everythingThatTakesTheKeyboardHasAName();
    void lostLineIsSaidAndAged(); // the last: nobody is there afterwards

private:
    int openShopRow() const;
    int plainItemRow() const;
    /// Orders nine side dishes of the first open shop, on delivery.
    void orderByHand();
    /// No word of the window is shorter than it should be.
    void nothingIsCut() const;
    /// The first word or button that is; empty if none.
    QString whatIsCut() const;

    DemoTown m_town;
    std::unique_ptr<CustomerBench> m_bench;
};

void TstCustomerApp::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
}

void TstCustomerApp::init() {
    theLook->setChoice(ui::Look::Choice::Light);
    theLook->setTextScale(1.0);
    theLook->setLanguage(Language::English);
    m_bench = std::make_unique<CustomerBench>(*theLook);
    QVERIFY(m_bench->open(m_town.address(), QStringLiteral("customer1@demo.soban"), kPassword));
}

void TstCustomerApp::cleanup() {
    m_bench.reset();
}

int TstCustomerApp::openShopRow() const {
    const auto *shops = qobject_cast<const customer::ShopListModel *>(
        m_bench->list(QStringLiteral("Shops"))->model());
    for (int row = 0; row < shops->rowCount(); ++row) {
        if (shops->at(row).isOpen && shops->at(row).kind == ShopKind::Food)
            return row;
    }
    return -1;
}

int TstCustomerApp::plainItemRow() const {
    const auto *menu =
        qobject_cast<const customer::MenuModel *>(m_bench->list(QStringLiteral("Menu"))->model());
    for (int row = 0; row < menu->rowCount(); ++row) {
        const auto *item = menu->itemAt(menu->index(row));
        if (item && !item->isSoldOut && item->optionGroups.isEmpty())
            return row;
    }
    return -1;
}

void TstCustomerApp::everyPageInEachLook_data() {
    QTest::addColumn<Language>("language");
    QTest::addColumn<ui::Look::Choice>("scheme");
    QTest::addColumn<double>("scale");
    QTest::addColumn<int>("width");
    using Choice = ui::Look::Choice;
    QTest::newRow("ko-light") << Language::Korean << Choice::Light << 1.0 << 1280;
    QTest::newRow("en-dark") << Language::English << Choice::Dark << 1.0 << 1280;
    QTest::newRow("en-light-150") << Language::English << Choice::Light << 1.5 << 1280;
    QTest::newRow("ko-light-200") << Language::Korean << Choice::Light << 2.0 << 1280;
    QTest::newRow("ko-light-1024") << Language::Korean << Choice::Light << 1.0 << 1024;
    QTest::newRow("en-light-1600") << Language::English << Choice::Light << 1.0 << 1600;
    // As narrow as it gets.
    QTest::newRow("en-light-narrow") << Language::English << Choice::Light << 1.0 << 480;
    QTest::newRow("ko-dark-narrow") << Language::Korean << Choice::Dark << 1.0 << 480;
    QTest::newRow("en-dark-200") << Language::English << Choice::Dark << 2.0 << 1280;
}

void TstCustomerApp::everyPageInEachLook() {
    QFETCH(Language, language);
    QFETCH(ui::Look::Choice, scheme);
    QFETCH(double, scale);
    QFETCH(int, width);
    const QString row = QString::fromLatin1(QTest::currentDataTag());
    theLook->setLanguage(language);
    theLook->setChoice(scheme);
    theLook->setTextScale(scale);
    m_bench->window().resize(width, 800);
    const bool isKorean = language == Language::Korean;
    const auto say = [&](const char *korean, const char *english) {
        return QString::fromUtf8(isKorean ? korean : english);
    };
    const auto look = [&](const char *page) {
        m_bench->save(row + u'-' + QString::fromLatin1(page));
        nothingIsCut();
    };
    QListView *shops = nullptr;
    QTRY_VERIFY((shops = m_bench->list(say("가게", "Shops"))) && shops->model()->rowCount() > 3);
    QListView *menu = nullptr;
    QTRY_VERIFY((menu = m_bench->list(say("메뉴", "Menu"))) && menu->model()->rowCount() > 2);
    look("home");
    for (int i = 0; i < menu->model()->rowCount(); ++i) {
        const auto *model = qobject_cast<const customer::MenuModel *>(menu->model());
        const auto *item = model->itemAt(model->index(i));
        if (item && !item->optionGroups.isEmpty() && !item->isSoldOut) {
            CustomerBench::press(menu, i);
            break;
        }
    }
    look("options");
    QVERIFY(m_bench->addWithOptions());
    look("cart");
    m_bench->key(Qt::Key_B, Qt::ControlModifier);
    m_bench->key(Qt::Key_Return);
    look("checkout");
    m_bench->key(Qt::Key_Escape);
    m_bench->key(Qt::Key_L, Qt::ControlModifier);
    look("addresses");
    QVERIFY(m_bench->tabTo(say("주소 추가", "Add an address")));
    m_bench->key(Qt::Key_Return);
    look("new-address");
    m_bench->key(Qt::Key_Escape);
    m_bench->key(Qt::Key_2, Qt::ControlModifier);
    look("orders");
    m_bench->key(Qt::Key_3, Qt::ControlModifier);
    look("messages");
}

QString TstCustomerApp::whatIsCut() const {
    for (const ui::TextLabel *label : m_bench->window().findChildren<ui::TextLabel *>()) {
        if (!label->isVisible() || label->text().isEmpty())
            continue;
        if (label->width() < label->minimumSizeHint().width() ||
            (label->hasHeightForWidth() && label->height() < label->heightForWidth(label->width())))
            return label->text();
    }
    for (const ui::Button *button : m_bench->window().findChildren<ui::Button *>()) {
        if (button->isVisible() && button->width() < button->sizeHint().width())
            return QStringLiteral("button ") + button->text() + button->accessibleName();
    }
    return {};
}

void TstCustomerApp::nothingIsCut() const {
    QTRY_COMPARE(whatIsCut(), QString()); // layouts follow within a moment
}

void TstCustomerApp::orderByHand() {
    QTRY_VERIFY(m_bench->list(QStringLiteral("Shops"))->model()->rowCount() > 3);
    QVERIFY(openShopRow() >= 0);
    CustomerBench::press(m_bench->list(QStringLiteral("Shops")), openShopRow());
    QTRY_VERIFY(plainItemRow() >= 0);
    for (int i = 0; i < 9; ++i)
        CustomerBench::press(m_bench->list(QStringLiteral("Menu")), plainItemRow());
    ui::Button *order = nullptr;
    QTRY_VERIFY((order = m_bench->find<ui::Button>(QStringLiteral("Continue"))) &&
                order->isEnabled());
    QVERIFY(m_bench->press(order));
    m_bench->save(QStringLiteral("checkout"));
    // The cards come a moment later, and bring new rows.
    QAbstractButton *atTheDoor = nullptr;
    QTRY_VERIFY((atTheDoor = m_bench->find<QAbstractButton>(QStringLiteral("Pay on delivery"))) &&
                m_bench->press(atTheDoor));
    QList<ui::Button *> places;
    for (ui::Button *button : m_bench->window().findChildren<ui::Button *>()) {
        if (button->isVisible() && button->text().startsWith(QStringLiteral("Order for ")))
            places.append(button);
    }
    QVERIFY(m_bench->press(places.last()));
    QTRY_VERIFY(m_bench->find<ui::CodePlate>(QStringLiteral("Hand-over code")));
}

void TstCustomerApp::cardsMessageIsAnnouncedAndAskedFor() { // R1
    QTRY_VERIFY(m_bench->list(QStringLiteral("Shops"))->model()->rowCount() > 3);
    QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Flowers"))));
    auto *shops = m_bench->list(QStringLiteral("Shops"));
    const auto *cards = qobject_cast<const customer::ShopListModel *>(shops->model());
    QTRY_VERIFY(cards->rowCount() > 0 && cards->at(0).kind == ShopKind::Flowers);
    CustomerBench::press(shops, 0);
    auto *menu = m_bench->list(QStringLiteral("Menu"));
    const auto *model = qobject_cast<const customer::MenuModel *>(menu->model());
    const auto rowWithCard = [&] {
        for (int row = 0; row < model->rowCount(); ++row) {
            const auto *item = model->itemAt(model->index(row));
            if (item && !item->isSoldOut &&
                std::any_of(item->optionGroups.cbegin(), item->optionGroups.cend(),
                            customer::offersGreetingCard))
                return row;
        }
        return -1;
    };
    QTRY_VERIFY(rowWithCard() >= 0);
    CustomerBench::press(menu, rowWithCard());
    QVERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("You write its message at the checkout")));
    m_bench->find<ui::ChoiceRow>(QStringLiteral("Handwritten card"))->setFocus();
    m_bench->key(Qt::Key_Space);
    m_bench->find<ui::Stepper>(QStringLiteral("Quantity"))->setFocus();
    for (int i = 0; i < 3; ++i)
        m_bench->key(Qt::Key_Up); // above any minimum
    m_bench->save(QStringLiteral("options-card"));
    QVERIFY(m_bench->addWithOptions());
    QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Continue"))));
    QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("on the card you have chosen")));
    m_bench->save(QStringLiteral("checkout-card"));
    // It costs: the florist is not left without words for it.
    m_bench->find<QLineEdit>(QStringLiteral("Name"))->setText(QStringLiteral("Bora"));
    m_bench->find<QLineEdit>(QStringLiteral("Phone"))->setText(QStringLiteral("010-1234-5678"));
    for (ui::Button *button :
         m_bench->window().findChild<customer::CheckoutSheet *>()->findChildren<ui::Button *>()) {
        if (button->text().startsWith(QStringLiteral("Order for ")))
            QVERIFY(m_bench->press(button));
    }
    auto *words = m_bench->find<QTextEdit>(QStringLiteral("Message on the card"));
    QCOMPARE(QApplication::focusWidget(), words);
    QCOMPARE(words->accessibleDescription(), QStringLiteral("Write what the card shall say."));
    m_bench->save(QStringLiteral("checkout-card-empty"));
    m_bench->type(QStringLiteral("Dear B"));
    QVERIFY(words->accessibleDescription().contains(QStringLiteral("on the card you have chosen")));
    QVERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("6/300")));
}

void TstCustomerApp::mealIsOrderedByHand() { // R1 R2
    orderByHand();
    QCOMPARE(m_bench->find<ui::CodePlate>(QStringLiteral("Hand-over code"))->code().size(), 4);
    QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Waiting for the shop")));
    m_bench->save(QStringLiteral("order-placed"));
}

void TstCustomerApp::orderGoesItsWay() { // R10 R12
    orderByHand();
    const auto *orders =
        qobject_cast<const customer::OrderBook *>(m_bench->list(QStringLiteral("Orders"))->model());
    const contract::OrderView first = orders->at(0);
    const QString code = first.handOverCode;
    const auto state = [&] { return orders->find(first.id)->state; };
    const auto picture = [&](const char *page) {
        for (const Language language : {Language::Korean, Language::English}) {
            theLook->setLanguage(language);
            theLook->setChoice(language == Language::Korean ? ui::Look::Choice::Light
                                                            : ui::Look::Choice::Dark);
            m_bench->save(
                QStringLiteral("order-") + QString::fromLatin1(page) +
                (language == Language::Korean ? QStringLiteral("-ko") : QStringLiteral("-en")));
            nothingIsCut();
        }
        theLook->setChoice(ui::Look::Choice::Light);
    };
    TownHands hands{QUrl(m_town.address())};
    QVERIFY(hands.beShop(QStringLiteral("shop1@demo.soban"), kPassword));
    QVERIFY(hands.beRider(QStringLiteral("rider1@demo.soban"), kPassword, first.shopPosition));
    QVERIFY(hands.accept(first.id, 20));
    QTRY_COMPARE(state(), OrderState::Accepted);
    QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Arrives ")));
    picture("accepted");
    QVERIFY(hands.start(first.id));
    QVERIFY(hands.finish(first.id));
    QVERIFY(hands.claim(first.id));
    QVERIFY(hands.pickUp(first.id));
    QTRY_COMPARE(state(), OrderState::PickedUp);
    picture("on-the-way");
    QVERIFY(hands.standAt(first.address.position));
    // The window asks every ten seconds where the rider is.
    QTRY_VERIFY_WITH_TIMEOUT(
        m_bench->find<ui::TextLabel>(QStringLiteral("Your order is at the door")), 15'000);
    picture("near");
    theLook->setTextScale(2.0);
    m_bench->save(QStringLiteral("order-on-the-way-200"));
    nothingIsCut();
    theLook->setTextScale(1.0);
    QCoreApplication::processEvents(); // the window may be small again
    m_bench->window().resize(1024, 800);
    m_bench->save(QStringLiteral("order-on-the-way-1024"));
    nothingIsCut();
    m_bench->window().resize(1280, 800);
    QVERIFY(hands.handOver(first.id, code));
    QTRY_COMPARE(state(), OrderState::Delivered);
    QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Enjoy!")));
    picture("delivered");
    ui::Button *confirm = nullptr;
    QTRY_VERIFY((confirm = m_bench->find<ui::Button>(QStringLiteral("I have it"))) &&
                confirm->isEnabled());
    QVERIFY(m_bench->press(confirm));
    QTRY_COMPARE(state(), OrderState::Completed);
    picture("completed");
    QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Write a review"))));
    picture("review");
}

void TstCustomerApp::lostLineIsSaidAndAged() {
    QTRY_VERIFY(m_bench->list(QStringLiteral("Shops"))->model()->rowCount() > 3);
    QTRY_VERIFY(plainItemRow() >= 0);
    CustomerBench::press(m_bench->list(QStringLiteral("Menu")), plainItemRow());
    QVERIFY(m_town.stopServer());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->find<ui::Banner>(QStringLiteral("No connection")), 10'000);
    // The town's clocks, wherever this computer is.
    const QString since = ui::clockText(*m_bench->desk().link().lostAt(), QTimeZone("Asia/Seoul"));
    QVERIFY(m_bench->find<ui::Banner>(since));
    theLook->setLanguage(Language::Korean);
    m_bench->save(QStringLiteral("offline-ko"));
    nothingIsCut();
    theLook->setTextScale(2.0);
    m_bench->save(QStringLiteral("offline-ko-200"));
    nothingIsCut();
}

void TstCustomerApp::everythingThatTakesTheKeyboardHasAName() {
    QTRY_VERIFY(m_bench->list(QStringLiteral("Shops"))->model()->rowCount() > 3);
    for (const QWidget *widget : m_bench->window().findChildren<QWidget *>()) {
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
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
    TstCustomerApp test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerApp.moc"
