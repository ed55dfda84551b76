// SPDX-License-Identifier: GPL-3.0-or-later
// Flowers for somebody else, on a day that is wanted: ordered in the real window, on a machine that
// is not where the shop is.
#include "CustomerBench.h"
#include "TownHands.h"

#include "client-customer/AccountSheet.h"
#include "client-customer/AddressSheet.h"
#include "client-customer/BarButton.h"
#include "client-customer/CardLinkBox.h"
#include "client-customer/CheckoutSheet.h"
#include "client-customer/MainBar.h"
#include "client-customer/MenuModel.h"
#include "client-customer/NoticeBox.h"
#include "client-customer/OptionSheet.h"
#include "client-customer/PlaceCard.h"
#include "client-customer/ShopHead.h"
#include "client-customer/ShopListModel.h"
#include "client-customer/WantedTimeRow.h"
#include "support/TestTown.h"
#include "ui/Button.h"
#include "ui/ChoiceRow.h"
#include "ui/CodePlate.h"
#include "ui/Formats.h"
#include "ui/Receipt.h"
#include "ui/SobanStyle.h"
#include "ui/Stepper.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QTest>
#include <QTextEdit>

#include <algorithm>

using namespace soban;
using namespace soban::testing;
using namespace soban::customer;

namespace {

ui::Look *theLook = nullptr;
const GeoPoint kFirst = *GeoPoint::of(37.8771, 127.7318);
const GeoPoint kSecond = *GeoPoint::of(37.8780, 127.7310);

} // namespace

class TstCustomerGift : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }

    void init() {
        theLook->setLanguage(Language::English);
        openAs(Caller::Customer);
    }

    void cleanup() { m_bench.reset(); }

    void flowersComeOnTheWantedDay() { // R1
        openCheckout();
        fillRecipient();
        QTRY_VERIFY(row(QStringLiteral("*"))); // a gift is paid by card
        auto *later = m_bench->find<QAbstractButton>(QStringLiteral("Choose a day"));
        later->setFocus(Qt::TabFocusReason); // it may lie below what is seen
        QVERIFY(m_bench->press(later));
        QComboBox *day = combo(QStringLiteral("Day"));
        QVERIFY(day && day->count() > 7);
        day->setCurrentIndex(3);
        combo(QStringLiteral("Time"))->setCurrentText(QStringLiteral("15:00"));
        m_bench->save(QStringLiteral("checkout-flowers"));
        const auto wanted = m_bench->window().findChild<WantedTimeRow *>()->wanted();
        QVERIFY(wanted);
        order();
        QTRY_COMPARE(m_town.audits().size(), 1);
        const OrderId id = m_town.audits().first().orderId;
        QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Scheduled for ")));
        QVERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Scheduled for "))
                    ->text()
                    .endsWith(QStringLiteral("15:00")));
        // Who has the code is not who opens the door.
        QVERIFY(m_bench->find<ui::CodePlate>(QStringLiteral("Hand-over code"))
                    ->accessibleDescription()
                    .contains(QStringLiteral("Bora")));
        const auto *receipt = m_bench->window().findChild<ui::Receipt *>();
        QVERIFY(ui::receiptText(receipt->content()).contains(QStringLiteral("15:00")));
        m_bench->save(QStringLiteral("order-flowers"));
        const ApiAnswer answer = m_town.call(
            m_town.request(contract::RouteId::GetOrder, Caller::Customer, {id.toText()}));
        QCOMPARE(answer.as<contract::OrderView>()->wantedAt, wanted);
        TownHands hands(m_town.url());
        QVERIFY(hands.beShop(TestTown::loginOf(Caller::OtherShop),
                             QString::fromLatin1(TestTown::kPassword)));
        QVERIFY(hands.accept(id, 20));
        const QString date =
            wantedDayText(wanted->toUtc().toTimeZone(QTimeZone("Asia/Seoul")).date(),
                          QDate(2000, 1, 1), Language::English);
        QTRY_VERIFY(
            m_bench->find<ui::TextLabel>(QStringLiteral("Arrives %1, about 15:00").arg(date)));
        m_bench->save(QStringLiteral("order-flowers-accepted"));
    }

    void recipientIsNotAskedToPay() { // R2
        openCheckout();
        auto *atTheDoor = row(QStringLiteral("Pay on delivery"));
        QTRY_VERIFY(row(QStringLiteral("*"))); // the cards have come
        QVERIFY(!atTheDoor->isEnabled());
        QVERIFY(atTheDoor->accessibleDescription().contains(QStringLiteral("recipient")));
        m_bench->save(QStringLiteral("checkout-gift"));
        auto *gift = row(QStringLiteral("Send to someone else"));
        QVERIFY(m_bench->press(gift));
        QVERIFY(m_bench->press(atTheDoor));
        QVERIFY(atTheDoor->isChecked());
        QVERIFY(m_bench->press(gift));
        QVERIFY(!atTheDoor->isChecked());
        QVERIFY(row(QStringLiteral("*"))->isChecked());
    }

    void complaintGoesWhenItsFieldIsFilled() { // R1
        openCheckout();
        order();
        auto *name = m_bench->find<QLineEdit>(QStringLiteral("Name"));
        QVERIFY(!name->accessibleDescription().isEmpty());
        QTest::keyClick(name, Qt::Key_B);
        QVERIFY(name->accessibleDescription().isEmpty());
    }

    void fieldsStandInLineWhenOneComplains() {
        openCheckout();
        auto *name = m_bench->find<QLineEdit>(QStringLiteral("Name"));
        auto *phone = m_bench->find<QLineEdit>(QStringLiteral("Phone"));
        name->setText(QStringLiteral("Bora"));
        const auto top = [&](const QWidget *part) {
            return part->mapTo(&m_bench->window(), QPoint()).y();
        };
        const auto *card = m_bench->find<QTextEdit>(QStringLiteral("Message on the card"));
        const int whole = top(card);
        order();
        QVERIFY(!phone->accessibleDescription().isEmpty());
        QTRY_VERIFY(top(card) > whole); // the words are in between
        QTest::qWait(50);
        QCOMPARE(top(name), top(phone));
        m_bench->save(QStringLiteral("checkout-complaint"));
        // Nothing moves as they go.
        const int before = top(card);
        m_bench->key(Qt::Key_0);
        QVERIFY(phone->accessibleDescription().isEmpty());
        QTest::qWait(50);
        QCOMPARE(top(card), before);
        QCOMPARE(top(name), top(phone));
    }

    void phoneIsToldHowItIsWanted() { // R1
        openCheckout();
        fillRecipient();
        auto *phone = m_bench->find<QLineEdit>(QStringLiteral("Phone"));
        phone->clear();
        phone->setFocus();
        m_bench->type(QStringLiteral("010-call-12"));
        QCOMPARE(phone->text(), QStringLiteral("010--12"));
        order();
        QCOMPARE(QApplication::focusWidget(), phone);
        QVERIFY(phone->accessibleDescription().contains(QStringLiteral("010-1234-5678")));
        phone->selectAll();
        m_bench->type(QStringLiteral("010- 5555 -1234"));
        m_bench->key(Qt::Key_Tab);
        QCOMPARE(phone->text(), QStringLiteral("010-5555-1234"));
        QVERIFY(phone->isModified()); // a click beside the sheet does not lose it
    }

    void giftToTheGiverIsAskedAbout() { // R1
        openCheckout();
        fillRecipient();
        QTRY_VERIFY(row(QStringLiteral("*")));
        const qsizetype before = m_town.audits().size();
        pressOrder();
        const auto *answer = qobject_cast<ui::Button *>(QApplication::focusWidget());
        QVERIFY(answer);
        QCOMPARE(answer->text(), QStringLiteral("Change the address"));
        m_bench->save(QStringLiteral("checkout-gift-own-asked"));
        m_bench->key(Qt::Key_Return);
        const auto isOpen = [&] {
            const auto *addresses = m_bench->window().findChild<AddressSheet *>();
            return addresses && addresses->isOpen();
        };
        QTRY_VERIFY(isOpen());
        m_bench->key(Qt::Key_Escape);
        QVERIFY(!isOpen());
        QCOMPARE(m_town.audits().size(), before);
        order(); // agreed to
        QTRY_COMPARE(m_town.audits().size(), before + 1);
        QVERIFY(!isOpen());
    }

    void questionAboutTheCartHasTheKeyboard() { // R1
        openDishBesideFlowers();
        QVERIFY(m_bench->addWithOptions());
        const auto focus = [] {
            const auto *button = qobject_cast<ui::Button *>(QApplication::focusWidget());
            return button ? button->text() : QString();
        };
        QCOMPARE(focus(), QStringLiteral("Keep the cart"));
        m_bench->save(QStringLiteral("cart-replace-asked"));
        m_bench->key(Qt::Key_Tab);
        QCOMPARE(focus(), QStringLiteral("New cart"));
        m_bench->key(Qt::Key_Escape);
        QVERIFY(!m_bench->find<ui::Button>(QStringLiteral("New cart")));
        QVERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Florist")));
    }

    void dishCostsItsOwnPriceBesideAnotherShopsCart() { // R1 R2
        openDishBesideFlowers();
        const auto *sheet = m_bench->window().findChild<OptionSheet *>();
        QVERIFY(sheet && sheet->isOpen());
        QStringList sums;
        for (const auto *label : sheet->findChildren<ui::TextLabel *>())
            sums.append(label->text());
        QVERIFY2(sums.contains(m_dishPrice), qPrintable(sums.join(u'|')));
        // The ring around a group's first option is clear of the group's name.
        const auto *name = m_bench->find<ui::TextLabel>(QStringLiteral("Size"));
        const auto *first = m_bench->find<ui::ChoiceRow>(QStringLiteral("Small"));
        QVERIFY(name && first);
        const auto top = [&](const QWidget *part) {
            return part->mapTo(&m_bench->window(), QPoint()).y();
        };
        QTRY_VERIFY(top(first) - top(name) - name->height() >=
                    ui::metrics::kFocusOffset + ui::metrics::kFocusWidth);
    }

    void cardIsRegisteredWithoutABrowser() { // R2
        openAs(Caller::NewCustomer);
        openCheckout();
        fillRecipient();
        // Without a card a gift cannot be paid; the keyboard goes to where one is registered.
        order();
        // Who will charge when is said before.
        QVERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Your card is charged")));
        auto *registration = m_bench->find<ui::Button>(QStringLiteral("Register a card"));
        QCOMPARE(QApplication::focusWidget(), registration);
        m_bench->key(Qt::Key_Return);
        auto *link = m_bench->window().findChild<CardLinkBox *>();
        QTRY_VERIFY(link->isVisible());
        QCOMPARE(QApplication::focusWidget(), registration);
        m_bench->save(QStringLiteral("checkout-card-link"));
        auto *copy = m_bench->find<ui::Button>(QStringLiteral("Copy"));
        QVERIFY(m_bench->press(copy));
        QCOMPARE(QGuiApplication::clipboard()->text(), link->findChild<QLineEdit *>()->text());
        QVERIFY(QUrl(QGuiApplication::clipboard()->text()).isValid());
        // It is done somewhere else.
        const auto fault = m_town.registerCard(Caller::NewCustomer, QStringLiteral("normal"));
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        ui::ChoiceRow *card = nullptr;
        QTRY_VERIFY((card = row(QStringLiteral("*"))) && card->isChecked());
        QVERIFY(!link->isVisible());
        // From then on it stands under the customer's name.
        m_bench->key(Qt::Key_Escape);
        QVERIFY(m_bench->press(m_bench->window().findChild<MainBar *>()->person()));
        const auto *account = m_bench->window().findChild<AccountSheet *>();
        const auto isListed = [account] {
            const auto labels = account->findChildren<ui::TextLabel *>();
            return std::any_of(labels.begin(), labels.end(), [](const ui::TextLabel *label) {
                return label->isVisible() && label->text().contains(u'*');
            });
        };
        QTRY_VERIFY(isListed());
        m_bench->save(QStringLiteral("account-card"));
    }

    void friendsAddressIsForOneGift() { // R1
        openWithTwoAddresses();
        openCheckout();
        fillRecipient();
        chooseTheFriends();
        const qsizetype before = m_town.audits().size();
        QTRY_VERIFY(row(QStringLiteral("*")));
        order();
        QTRY_COMPARE(m_town.audits().size(), before + 1);
        // The next dinner goes home.
        QTRY_VERIFY(m_bench->find<BarButton>(QStringLiteral("1 First Street")));
        QVERIFY(m_bench->find<QWidget>(QStringLiteral("Your next order goes to Home again.")));
    }

    void friendsAddressGoesWithTheCartItWasChosenFor() { // R1
        openWithTwoAddresses();
        openCheckout();
        chooseTheFriends();
        m_bench->key(Qt::Key_Escape); // not ordered
        QVERIFY(m_bench->find<BarButton>(QStringLiteral("2 Second Street")));
        auto *quantity = m_bench->find<ui::Stepper>(QStringLiteral("Quantity of"));
        QVERIFY(quantity);
        quantity->setFocus();
        m_bench->key(Qt::Key_Down); // the last of it
        QTRY_VERIFY(m_bench->find<BarButton>(QStringLiteral("1 First Street")));
    }

    void oneSeesForWhomTheAddressIsAndGoesBackWithOnePress() { // R1
        openWithTwoAddresses();
        QTRY_VERIFY(m_bench->find<BarButton>(QStringLiteral("1 First Street")));
        QVERIFY(!m_bench->find<ui::Button>(QStringLiteral("Back to Home")));
        openCheckout();
        chooseTheFriends();
        m_bench->key(Qt::Key_Escape);
        QVERIFY(m_bench->find<NoticeBox>(QStringLiteral("Ordering to Bora")));
        m_bench->save(QStringLiteral("home-away"));
        QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Back to Home"))));
        QVERIFY(m_bench->find<BarButton>(QStringLiteral("1 First Street")));
        QVERIFY(!m_bench->find<ui::Button>(QStringLiteral("Back to Home")));
    }

    void giftDoesNotGoToTheGiverUnnoticed() { // R1
        openWithTwoAddresses();
        openCheckout();
        const QString own = QStringLiteral("This is your own address");
        QVERIFY(m_bench->find<NoticeBox>(own));
        QVERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("The recipient's address")));
        // Below the friend's name, where one looks for it.
        const auto top = [&](const QWidget *part) {
            return part->mapTo(&m_bench->window(), QPoint()).y();
        };
        const auto *to = m_bench->window().findChild<CheckoutSheet *>()->findChild<PlaceCard *>();
        QVERIFY(top(to) > top(m_bench->find<QLineEdit>(QStringLiteral("Name"))));
        m_bench->save(QStringLiteral("checkout-gift-own-address"));
        chooseTheFriends();
        QVERIFY(!m_bench->find<NoticeBox>(own));
        QVERIFY(m_bench->press(row(QStringLiteral("Send to someone else"))));
        QVERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Deliver to")));
    }

    void shopIsAsFarWhereverItIsTold() {
        openWithTwoAddresses();
        openCheckout();
        chooseTheFriends();
        m_bench->key(Qt::Key_Escape);
        // Its shop is not in the list that the new address brings.
        m_bench->key(Qt::Key_K, Qt::ControlModifier);
        m_bench->type(QStringLiteral("kitchen"));
        QTRY_COMPARE(m_bench->list(QStringLiteral("Shops"))->model()->rowCount(), 1);
        QVERIFY(m_bench->press(m_bench->find<ui::Button>(QStringLiteral("Back to Home"))));
        const int meters = qRound(kFirst.distanceMetersTo(m_town.florist().card.position));
        const QString far = ui::distanceText(meters);
        QTRY_VERIFY(m_bench->find<ui::TextLabel>(QStringLiteral("Delivery · ") + far));
        QVERIFY(m_bench->find<ShopHead>(QStringLiteral("Florist"))
                    ->accessibleDescription()
                    .contains(far));
    }

    void asSoonAsPossibleCarriesNoTime() {
        openCheckout();
        fillRecipient();
        QVERIFY(!m_bench->window().findChild<WantedTimeRow *>()->wanted());
    }

    void timeThatThePersonCannotHaveIsToldAtTheTime_data() {
        QTest::addColumn<contract::ErrorCode>("code");
        QTest::newRow("closed then") << contract::ErrorCode::ShopClosed;
        QTest::newRow("gone by") << contract::ErrorCode::OutOfRange;
    }
    void timeThatThePersonCannotHaveIsToldAtTheTime() { // R1
        QFETCH(contract::ErrorCode, code);
        openCheckout();
        client::ApiError error{client::ApiError::Kind::Refused};
        error.problem = contract::Problem::at(code, QStringLiteral("wantedAt"));
        error.status = error.problem->status;
        auto *sheet = m_bench->window().findChild<CheckoutSheet *>();
        sheet->tell(error);
        QCOMPARE(QApplication::focusWidget(), combo(QStringLiteral("Time")));
        QVERIFY(!QApplication::focusWidget()->accessibleDescription().isEmpty());
    }

    void whatTheRecipientLacksIsToldAtTheField_data() {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("name");
        QTest::newRow("name") << QStringLiteral("recipient.name") << QStringLiteral("Name");
        QTest::newRow("phone") << QStringLiteral("recipient.phone") << QStringLiteral("Phone");
        QTest::newRow("card") << QStringLiteral("cardText")
                              << QStringLiteral("Message on the card");
    }
    void whatTheRecipientLacksIsToldAtTheField() {
        QFETCH(QString, field);
        QFETCH(QString, name);
        openCheckout();
        client::ApiError error{client::ApiError::Kind::Refused};
        error.problem = contract::Problem::at(contract::ErrorCode::InvalidText, field);
        m_bench->window().findChild<CheckoutSheet *>()->tell(error);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), name);
    }

private:
    void openAs(Caller who) {
        m_bench = std::make_unique<CustomerBench>(*theLook);
        QVERIFY(m_bench->open(m_town.url().toString(), TestTown::loginOf(who),
                              QString::fromLatin1(TestTown::kPassword)));
    }

    /// A row to choose by, with `words` in its text or its detail.
    ui::ChoiceRow *row(const QString &words) const {
        for (auto *row : m_bench->window().findChildren<ui::ChoiceRow *>()) {
            const QString said = row->text() + row->accessibleDescription();
            if (row->isVisible() && said.contains(words))
                return row;
        }
        return nullptr;
    }

    QComboBox *combo(const QString &name) const { return m_bench->find<QComboBox>(name); }

    void openCheckout() {
        auto *shops = m_bench->list(QStringLiteral("Shops"));
        QTRY_VERIFY(shops->model()->rowCount() > 1);
        const auto *model = qobject_cast<const ShopListModel *>(shops->model());
        int row = 0;
        while (model->at(row).kind != ShopKind::Flowers)
            ++row;
        CustomerBench::press(shops, row);
        auto *menu = m_bench->list(QStringLiteral("Menu"));
        QTRY_COMPARE(menu->model()->rowCount(), 2);
        CustomerBench::press(menu, 1);
        ui::Button *button = nullptr;
        QTRY_VERIFY((button = m_bench->find<ui::Button>(QStringLiteral("Continue"))));
        QVERIFY(m_bench->press(button));
        QTRY_VERIFY(m_bench->window().findChild<CheckoutSheet *>()->isOpen());
    }

    /// The sheet of a kitchen's dish that has options, while the cart holds flowers.
    void openDishBesideFlowers() {
        openCheckout();
        m_bench->key(Qt::Key_Escape); // the flowers stay in the cart
        auto *shops = m_bench->list(QStringLiteral("Shops"));
        const auto *cards = qobject_cast<const ShopListModel *>(shops->model());
        int kitchen = 0;
        while (cards->at(kitchen).kind != ShopKind::Food)
            ++kitchen;
        CustomerBench::press(shops, kitchen);
        auto *menu = m_bench->list(QStringLiteral("Menu"));
        const auto *model = qobject_cast<const MenuModel *>(menu->model());
        const auto rowWithOptions = [&] {
            for (int row = 0; row < model->rowCount(); ++row) {
                const auto *item = model->itemAt(model->index(row));
                if (item && !item->optionGroups.isEmpty() && !item->isSoldOut)
                    return row;
            }
            return -1;
        };
        QTRY_VERIFY(rowWithOptions() >= 0);
        const int row = rowWithOptions();
        m_dishPrice = ui::moneyText(model->itemAt(model->index(row))->price);
        CustomerBench::press(menu, row);
    }

    void openWithTwoAddresses() {
        contract::AddressBook book;
        book.addresses = {{QStringLiteral("Home"), {QStringLiteral("1 First Street"), kFirst}},
                          {QStringLiteral("Bora"), {QStringLiteral("2 Second Street"), kSecond}}};
        m_town.call(m_town.request(contract::RouteId::SaveAddresses, Caller::Customer, {},
                                   contract::encode(book)));
        openAs(Caller::Customer);
    }

    /// At the checkout: where it goes can be pressed, and chosen anew.
    void chooseTheFriends() {
        auto *sheet = m_bench->window().findChild<CheckoutSheet *>();
        auto *to = sheet->findChild<PlaceCard *>();
        QVERIFY(to->text().contains(QStringLiteral("1 First Street")));
        QVERIFY(m_bench->press(to));
        auto *addresses = m_bench->window().findChild<AddressSheet *>();
        QTRY_VERIFY(addresses && addresses->isOpen());
        QVERIFY(m_bench->press(addresses->findChildren<PlaceCard *>().at(1)));
        QTRY_VERIFY(!addresses->isOpen());
        QVERIFY(sheet->isOpen());
        QVERIFY(to->text().contains(QStringLiteral("2 Second Street")));
    }

    void fillRecipient() {
        m_bench->find<QLineEdit>(QStringLiteral("Name"))->setText(QStringLiteral("Bora"));
        m_bench->find<QLineEdit>(QStringLiteral("Phone"))->setText(QStringLiteral("010-1234-5678"));
    }

    /// Sends it also where it goes to the giver.
    void order() {
        pressOrder();
        if (auto *own = m_bench->find<ui::Button>(QStringLiteral("Send it to my address")))
            QVERIFY(m_bench->press(own));
    }

    void pressOrder() {
        for (ui::Button *button : m_bench->window().findChildren<ui::Button *>()) {
            auto *sheet = m_bench->window().findChild<CheckoutSheet *>();
            if (button->isVisible() && sheet->isAncestorOf(button) &&
                button->text().startsWith(QStringLiteral("Order for ")))
                QVERIFY(m_bench->press(button));
        }
    }

    TestTown m_town;
    QString m_dishPrice;
    std::unique_ptr<CustomerBench> m_bench;
};

int main(int argc, char **argv) {
    qputenv("TZ", "America/New_York"); // not where the town is
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstCustomerGift test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstCustomerGift.moc"
