// SPDX-License-Identifier: GPL-3.0-or-later
// The shop's real window on the real server, driven by mouse and keyboard, while a customer orders
// over the API. With SOBAN_PICTURES set to a folder, the board is saved there in its looks.
#include "client-shop/BoardList.h"
#include "client-shop/ShopWindow.h"
#include "client/Calls.h"
#include "support/ChildProcess.h"
#include "ui/Button.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"
#include "ui/UndoBar.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace soban;
using shop_app::BoardList;
using shop_app::TicketPart;
using soban::testing::ChildProcess;
using ShopLane = shop_app::Lane;

namespace {

/// Nothing is heard in a test.
class SilentOutput : public desk::SoundOutput {
public:
    void start(desk::SoundKind, double, bool) override {}
    void stop(desk::SoundKind) override {}
};

ui::Look *theLook = nullptr;

} // namespace

class TstShopApp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void newOrderRingsAndIsAcceptedByMouse();
    void boardIsWorkedByKeyboard();
    void mistakenStepIsUndone();
    void handedOverByTheCustomersCode();
    void changedAndCancelledTicketsWaitUntilTheyAreSeen();
    void boardInEachLook();
    void everythingThatTakesTheKeyboardHasAName();

private:
    std::unique_ptr<desk::Desk> makeDesk(desk::App app, const QTemporaryDir &place);
    /// Places an order to be collected, to be paid at the counter.
    OrderId order();
    BoardList *lane(ShopLane which) const;
    const contract::TicketView *ticket(ShopLane which, OrderId order) const;
    void press(OrderId order, ShopLane where, TicketPart part) const;
    void select(OrderId order, ShopLane where) const;
    void save(const QString &name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<ChildProcess> m_sandbox;
    std::unique_ptr<ChildProcess> m_server;
    QString m_address;
    QTemporaryDir m_customerPlace;
    std::unique_ptr<desk::Desk> m_customer;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<shop_app::ShopWindow> m_window;
};

void TstShopApp::initTestCase() {
    const QMap<QString, QString> secret{
        {QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QStringLiteral("test_sk_shop")}};
    m_sandbox = std::make_unique<ChildProcess>(
        ChildProcess::Setup{QStringLiteral(SOBAN_BIN_DIR "/soban-sandbox"),
                            {QStringLiteral("--port"), QStringLiteral("0")},
                            secret});
    const auto sandbox = m_sandbox->start(QStringLiteral("soban-sandbox listening on "));
    QVERIFY(sandbox);
    m_server = std::make_unique<ChildProcess>(ChildProcess::Setup{
        QStringLiteral(SOBAN_BIN_DIR "/soban-server"),
        {QStringLiteral("--demo"), QStringLiteral("--port"), QStringLiteral("0"),
         QStringLiteral("--database"), m_folder.filePath(QStringLiteral("soban.sqlite")),
         QStringLiteral("--set"), QStringLiteral("payment.url=") + *sandbox},
        secret});
    const auto server =
        m_server->start(QStringLiteral("soban-server listening on "), std::chrono::seconds(60));
    QVERIFY(server);
    m_address = *server;
    theLook->setLanguage(Language::English);
    m_customer = makeDesk(desk::App::Customer, m_customerPlace);
    m_customer->session().signIn(
        {QStringLiteral("customer1@demo.soban"), QStringLiteral("soban-demo")}, this,
        [](const auto &answer) { QVERIFY(answer); });
    QTRY_VERIFY(m_customer->account());
}

std::unique_ptr<desk::Desk> TstShopApp::makeDesk(desk::App app, const QTemporaryDir &place) {
    const auto in = [&](const char *name) { return place.filePath(QString::fromLatin1(name)); };
    desk::AppOptions options{*client::ServerAddress::of(QUrl(m_address)), QStringLiteral("test")};
    options.language = theLook->language();
    options.scheme = theLook->choice();
    options.textScale = theLook->textScale();
    desk::DeskParts parts = desk::DeskParts::of(app, options);
    parts.places = {in("settings.ini"), in("cursors.ini"),     in("commands.journal"),
                    in("cache"),        QStringLiteral("key"), in("one.lock")};
    parts.keychain = std::make_unique<desk::NoKeychain>();
    parts.soundOutput = std::make_unique<SilentOutput>();
    return std::make_unique<desk::Desk>(app, options, std::move(parts), *theLook);
}

void TstShopApp::init() {
    theLook->setLanguage(Language::English);
    theLook->setChoice(ui::Look::Choice::Light);
    theLook->setTextScale(1.0);
    m_place = std::make_unique<QTemporaryDir>();
    m_desk = makeDesk(desk::App::Shop, *m_place);
    m_window = std::make_unique<shop_app::ShopWindow>(*m_desk);
    m_window->begin();
    m_window->resize(1280, 800);
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_desk->session().signIn({QStringLiteral("shop1@demo.soban"), QStringLiteral("soban-demo")},
                             this, [](const auto &answer) { QVERIFY(answer); });
    QTRY_VERIFY(!m_window->findChildren<BoardList *>().isEmpty());
    QTRY_VERIFY(m_desk->link().isUp() && m_desk->sounds().mustOrdersRing());
}

void TstShopApp::cleanup() {
    m_window.reset();
    m_desk.reset();
    m_place.reset();
}

OrderId TstShopApp::order() {
    std::optional<contract::ShopView> shop;
    m_customer->api().send(client::calls::shop(*m_desk->account()->shopId), this,
                           client::Callback<contract::ShopView>([&](const auto &answer) {
                               if (answer)
                                   shop = *answer;
                           }));
    [&] { QTRY_VERIFY(shop); }();
    // The dearest item without options, so often that it is enough for the shop.
    std::optional<contract::MenuItemView> item;
    for (const contract::MenuSectionView &section : shop->sections) {
        for (const contract::MenuItemView &candidate : section.items) {
            const bool isPlain =
                candidate.optionGroups.isEmpty() || candidate.optionGroups.first().minimum == 0;
            if (isPlain && !candidate.isSoldOut && !candidate.remaining &&
                (!item || item->price < candidate.price))
                item = candidate;
        }
    }
    const int quantity = int(shop->card.minimumOrder.minor() / item->price.minor()) + 1;
    const contract::PlaceOrderRequest request{
        shop->card.id,
        Fulfilment::Collection,
        {{item->id, {}, quantity}},
        item->price.minor() * quantity,
        PaymentMethod::OnDelivery,
        {},
        {QStringLiteral("춘천시 중앙로 27"), shop->card.position},
        QStringLiteral("수저는 빼 주세요"),
        {},
        {},
        {}};
    std::optional<OrderId> placed;
    m_customer->commands().submit(client::calls::placeOrder(request), this,
                                  client::Callback<contract::OrderView>([&](const auto &answer) {
                                      if (answer)
                                          placed = answer->id;
                                  }));
    [&] { QTRY_VERIFY(placed); }();
    return *placed;
}

BoardList *TstShopApp::lane(ShopLane which) const {
    for (BoardList *list : m_window->findChildren<BoardList *>()) {
        if (list->lane() == which)
            return list;
    }
    return nullptr;
}

const contract::TicketView *TstShopApp::ticket(ShopLane which, OrderId order) const {
    const auto *column = qobject_cast<const shop_app::BoardColumn *>(lane(which)->model());
    const QModelIndex index = column->find(order);
    return index.isValid() ? &column->at(index) : nullptr;
}

void TstShopApp::press(OrderId order, ShopLane where, TicketPart part) const {
    BoardList *list = lane(where);
    QCoreApplication::processEvents(); // the layout is done later
    const auto *column = qobject_cast<const shop_app::BoardColumn *>(list->model());
    list->scrollTo(column->find(order));
    const QRect box = list->partRect(order, part);
    QVERIFY(!box.isEmpty() && box.height() >= ui::metrics::kTouchHeight);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, box.center());
}

void TstShopApp::select(OrderId order, ShopLane where) const {
    BoardList *list = lane(where);
    const auto *column = qobject_cast<const shop_app::BoardColumn *>(list->model());
    list->enter();
    list->setCurrentIndex(column->find(order));
}

void TstShopApp::save(const QString &name) const {
    const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
    if (folder.isEmpty())
        return;
    QTest::qWait(300);
    QDir().mkpath(folder);
    m_window->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
}

void TstShopApp::newOrderRingsAndIsAcceptedByMouse() { // R3
    const OrderId id = order();
    QElapsedTimer timer;
    timer.start();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    QVERIFY(timer.elapsed() < 1'000);
    QVERIFY(m_desk->sounds().isRinging());
    const int before = 20;
    press(id, ShopLane::New, TicketPart::More);
    press(id, ShopLane::New, TicketPart::Step);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id));
    QVERIFY(!m_desk->sounds().isRinging());
    QTRY_VERIFY(ticket(ShopLane::Preparing, id)->latestAt); // as the server says it
    QCOMPARE(*ticket(ShopLane::Preparing, id)->preparationMinutes, before + 5);
}

void TstShopApp::boardIsWorkedByKeyboard() {
    const OrderId id = order();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    select(id, ShopLane::New);
    QTest::keyClick(lane(ShopLane::New), Qt::Key_Minus);
    QTest::keyClick(lane(ShopLane::New), Qt::Key_Return);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id) && ticket(ShopLane::Preparing, id)->latestAt);
    QCOMPARE(*ticket(ShopLane::Preparing, id)->preparationMinutes, 15);
    select(id, ShopLane::Preparing);
    QTest::keyClick(lane(ShopLane::Preparing), Qt::Key_Return); // start
    QTRY_COMPARE(ticket(ShopLane::Preparing, id)->state, OrderState::Preparing);
    const int accepted = ticket(ShopLane::Preparing, id)->version;
    select(id, ShopLane::Preparing);
    QTest::keyClick(lane(ShopLane::Preparing), Qt::Key_Return); // ready; the start is sent
    QTRY_VERIFY(ticket(ShopLane::Ready, id));
    // After the seconds for undoing, the server knows both.
    QTRY_VERIFY_WITH_TIMEOUT(ticket(ShopLane::Ready, id)->version == accepted + 2, 12'000);
}

void TstShopApp::mistakenStepIsUndone() {
    const OrderId id = order();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    press(id, ShopLane::New, TicketPart::Step);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id) && ticket(ShopLane::Preparing, id)->latestAt);
    const int version = ticket(ShopLane::Preparing, id)->version;
    press(id, ShopLane::Preparing, TicketPart::Step);
    QTRY_COMPARE(ticket(ShopLane::Preparing, id)->state, OrderState::Preparing);
    auto *bar = m_window->findChild<ui::UndoBar *>();
    QVERIFY(bar && bar->isVisible());
    save(QStringLiteral("undo"));
    QTest::mouseClick(bar->findChild<ui::Button *>(), Qt::LeftButton);
    QCOMPARE(ticket(ShopLane::Preparing, id)->state, OrderState::Accepted);
    QCOMPARE(ticket(ShopLane::Preparing, id)->version, version);
}

void TstShopApp::handedOverByTheCustomersCode() {
    const OrderId id = order();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    press(id, ShopLane::New, TicketPart::Step);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id) && ticket(ShopLane::Preparing, id)->latestAt);
    const int accepted = ticket(ShopLane::Preparing, id)->version;
    for (int step = 0; step < 2; ++step) {
        select(id, ShopLane::Preparing);
        QTest::keyClick(lane(ShopLane::Preparing), Qt::Key_Return);
    }
    QTRY_VERIFY(ticket(ShopLane::Ready, id));
    select(id, ShopLane::Ready);
    QTest::keyClick(lane(ShopLane::Ready), Qt::Key_Return);
    QTRY_COMPARE(ticket(ShopLane::Ready, id)->version, accepted + 2); // nothing is held back now
    QString code;
    m_customer->api().send(client::calls::order(id), this,
                           client::Callback<contract::OrderView>([&](const auto &answer) {
                               if (answer)
                                   code = answer->handOverCode;
                           }));
    QTRY_VERIFY(!code.isEmpty());
    save(QStringLiteral("code"));
    QTest::keyClicks(QApplication::focusWidget(), code);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(ticket(ShopLane::Out, id));
    QCOMPARE(ticket(ShopLane::Out, id)->state, OrderState::Completed);
}

void TstShopApp::changedAndCancelledTicketsWaitUntilTheyAreSeen() { // R6 R7
    const OrderId id = order();
    const OrderId other = order();
    QTRY_VERIFY(ticket(ShopLane::New, id) && ticket(ShopLane::New, other));
    press(id, ShopLane::New, TicketPart::Step);
    QTRY_VERIFY(ticket(ShopLane::Preparing, id) && ticket(ShopLane::Preparing, id)->latestAt);
    // As the server will tell them.
    auto *book = m_window->findChild<shop_app::TicketBook *>();
    contract::TicketView changed = *book->known(id);
    ++changed.version;
    OrderLine added = changed.lines.first();
    added.item = *MenuItemId::fromNumber(1);
    added.name = {QStringLiteral("식혜"), QStringLiteral("Sikhye")};
    changed.lines.first().quantity += 1;
    changed.lines.append(added);
    contract::TicketView cancelled = *book->known(other);
    ++cancelled.version;
    cancelled.state = OrderState::Cancelled;
    cancelled.allowedActions.clear();
    book->put(changed);
    book->put(cancelled);
    save(QStringLiteral("board-marks-en-light"));
    theLook->setLanguage(Language::Korean);
    theLook->setChoice(ui::Look::Choice::Dark);
    save(QStringLiteral("board-marks-ko-dark"));
    theLook->setTextScale(2.0);
    save(QStringLiteral("board-marks-ko-dark-200"));
    theLook->setTextScale(1.0);
    // Enter says "seen" first, and only then takes the next step.
    select(id, ShopLane::Preparing);
    QTest::keyClick(lane(ShopLane::Preparing), Qt::Key_Return);
    QVERIFY(!book->mark(id));
    QCOMPARE(ticket(ShopLane::Preparing, id)->state, OrderState::Accepted);
    QVERIFY(ticket(ShopLane::New, other)); // called off, and still where it was
    press(other, ShopLane::New, TicketPart::Acknowledge);
    QTRY_VERIFY(ticket(ShopLane::Out, other));
    QVERIFY(!ticket(ShopLane::New, other));
}

void TstShopApp::boardInEachLook() {
    const OrderId id = order();
    QTRY_VERIFY(ticket(ShopLane::New, id));
    save(QStringLiteral("board-en-light"));
    theLook->setLanguage(Language::Korean);
    save(QStringLiteral("board-ko-light"));
    theLook->setChoice(ui::Look::Choice::Dark);
    save(QStringLiteral("board-ko-dark"));
    theLook->setTextScale(1.5);
    save(QStringLiteral("board-ko-dark-150"));
    QVERIFY(ticket(ShopLane::New, id));
}

void TstShopApp::everythingThatTakesTheKeyboardHasAName() {
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
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
    TstShopApp test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopApp.moc"
