// SPDX-License-Identifier: GPL-3.0-or-later
// The rider's real window on the real server, driven by mouse and keyboard. With SOBAN_PICTURES
// set to a folder, each page is saved there.
#include "client-rider/CodeCells.h"
#include "client-rider/OfferDelegate.h"
#include "client-rider/RiderWindow.h"
#include "client/Calls.h"
#include "support/ChildProcess.h"
#include "ui/Button.h"
#include "ui/CodePlate.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QDir>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>

using namespace soban;
using soban::testing::ChildProcess;

namespace {

/// Nothing is heard in a test.
class SilentOutput : public desk::SoundOutput {
public:
    void start(desk::SoundKind, double, bool) override {}
    void stop(desk::SoundKind) override {}
};

ui::Look *theLook = nullptr;

/// Somebody without a window.
struct Person {
    explicit Person(const client::ServerAddress &address)
        : session(transport, address, clock, tokens), api(transport, session) {}

    SystemClock clock;
    client::HttpTransport transport;
    client::MemoryTokenStore tokens;
    client::Session session;
    client::ApiClient api;
};

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
    void openWindow(const QString &login);
    void save(const QString &page) const;
    template <typename W>
    W *find(const QString &words) const;
    std::unique_ptr<Person> person(const QString &login) const;
    template <typename Answer>
    std::optional<Answer> ask(Person &person, const client::Call<Answer> &call) const;
    void bringToReady();

    QTemporaryDir m_folder;
    std::unique_ptr<ChildProcess> m_sandbox;
    std::unique_ptr<ChildProcess> m_server;
    QString m_address;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<rider_app::RiderWindow> m_window;
    QString m_code; ///< of the customer of the last order
};

void TstRiderApp::initTestCase() {
    const QMap<QString, QString> secret{
        {QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QStringLiteral("test_sk_rider")}};
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
}

void TstRiderApp::init() {
    theLook->setChoice(ui::Look::Choice::Light);
    theLook->setLanguage(Language::English);
    openWindow(QStringLiteral("rider1@demo.soban"));
}

void TstRiderApp::cleanup() {
    m_window.reset();
    m_desk.reset();
    m_place.reset();
}

void TstRiderApp::openWindow(const QString &login) {
    m_place = std::make_unique<QTemporaryDir>();
    const auto in = [this](const char *name) {
        return m_place->filePath(QString::fromLatin1(name));
    };
    desk::AppOptions options{*client::ServerAddress::of(QUrl(m_address)), QStringLiteral("test")};
    options.language = theLook->language();
    options.scheme = theLook->choice();
    options.textScale = theLook->textScale();
    desk::DeskParts parts = desk::DeskParts::of(desk::App::Rider, options);
    parts.places = {in("settings.ini"), in("cursors.ini"),     in("commands.journal"),
                    in("cache"),        QStringLiteral("key"), in("one.lock")};
    parts.keychain = std::make_unique<desk::NoKeychain>();
    parts.soundOutput = std::make_unique<SilentOutput>();
    m_desk = std::make_unique<desk::Desk>(desk::App::Rider, options, std::move(parts), *theLook);
    m_window = std::make_unique<rider_app::RiderWindow>(*m_desk);
    m_window->begin();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_desk->session().signIn({login, QStringLiteral("soban-demo")}, this,
                             [](const auto &answer) { QVERIFY(answer); });
    QTRY_VERIFY(find<QAbstractButton>(QStringLiteral("On duty")));
    QTRY_VERIFY(m_desk->link().isUp());
}

void TstRiderApp::save(const QString &page) const {
    const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
    if (folder.isEmpty())
        return;
    // Pictures that are still on their way come within a moment.
    QTest::qWait(400);
    QDir().mkpath(folder);
    const auto grab = [&](const QString &name) {
        m_window->grab().save(QDir(folder).filePath(name + QStringLiteral(".png")));
    };
    grab(page);
    m_window->resize(1024, 768);
    QTest::qWait(50);
    grab(page + QStringLiteral("-1024"));
    m_window->resize(480, 800);
    theLook->setChoice(ui::Look::Choice::Dark);
    theLook->setLanguage(Language::Korean);
    QTest::qWait(50);
    grab(page + QStringLiteral("-ko-dark"));
    theLook->setChoice(ui::Look::Choice::Light);
    theLook->setLanguage(Language::English);
    QTest::qWait(50);
}

template <typename W>
W *TstRiderApp::find(const QString &words) const {
    for (W *widget : m_window->findChildren<W *>()) {
        if (!widget->isVisible())
            continue;
        const QString text = widget->property("text").toString() + widget->accessibleName();
        if (text.contains(words))
            return widget;
    }
    return nullptr;
}

template <typename Answer>
std::optional<Answer> TstRiderApp::ask(Person &person, const client::Call<Answer> &call) const {
    std::optional<Answer> result;
    bool isOver = false;
    person.api.send(call, &person.api, client::Callback<Answer>([&](const auto &answer) {
                        isOver = true;
                        if (answer)
                            result = *answer;
                        else
                            qWarning("refused: %s", qPrintable(answer.error().detail));
                    }));
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isOver, 10'000); }();
    return result;
}

std::unique_ptr<Person> TstRiderApp::person(const QString &login) const {
    auto person = std::make_unique<Person>(*client::ServerAddress::of(QUrl(m_address)));
    person->session.signIn({login, QStringLiteral("soban-demo")}, &person->api,
                           [](const auto &answer) { QVERIFY(answer); });
    [&] { QTRY_VERIFY(person->session.isSignedIn()); }();
    return person;
}

void TstRiderApp::bringToReady() {
    const auto customer = person(QStringLiteral("customer1@demo.soban"));
    const auto owner = person(QStringLiteral("shop1@demo.soban"));
    const auto own = ask(*owner, client::calls::ownShop());
    const auto addresses = ask(*customer, client::calls::addresses());
    QVERIFY(own && addresses && !addresses->addresses.isEmpty());
    const auto shop = ask(*customer, client::calls::shop(own->id));
    QVERIFY(shop);
    std::optional<MenuItemId> item;
    for (const auto &section : shop->sections) {
        for (const auto &candidate : section.items) {
            if (!item && !candidate.isSoldOut && candidate.optionGroups.isEmpty())
                item = candidate.id;
        }
    }
    QVERIFY(item);
    const QList<LineChoice> lines{{*item, {}, 9}};
    const auto quote =
        ask(*customer, client::calls::quote({own->id, Fulfilment::PlatformRider, lines}));
    QVERIFY(quote);
    const auto order = ask<contract::OrderView>(
        *customer, client::calls::placeOrder({own->id,
                                              Fulfilment::PlatformRider,
                                              lines,
                                              quote->total.minor(),
                                              PaymentMethod::OnDelivery,
                                              std::nullopt,
                                              addresses->addresses.first().address,
                                              QStringLiteral("Please knock"),
                                              {},
                                              {},
                                              {}}));
    QVERIFY(order);
    m_code = order->handOverCode;
    auto ticket = ask<contract::TicketView>(
        *owner, client::calls::acceptTicket(order->id, order->version, {10}));
    QVERIFY(ticket);
    ticket =
        ask<contract::TicketView>(*owner, client::calls::startTicket(order->id, ticket->version));
    QVERIFY(ticket);
    QVERIFY(
        ask<contract::TicketView>(*owner, client::calls::finishTicket(order->id, ticket->version)));
}

void TstRiderApp::deliveryIsTakenByHand() { // R8 R9
    save(QStringLiteral("empty"));
    bringToReady();
    QListView *list = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((list = find<QListView>(QStringLiteral("Deliveries near you"))) &&
                                 list->model()->rowCount() == 1,
                             2'000);
    const auto far = person(QStringLiteral("rider3@demo.soban"));
    const auto farOffers = ask(*far, client::calls::offers());
    QVERIFY(farOffers && farOffers->offers.isEmpty());
    save(QStringLiteral("offers"));
    const QRect row = list->visualRect(list->model()->index(0, 0));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      rider_app::OfferDelegate::buttonIn(*theLook, row).center());
    QTRY_VERIFY(find<ui::CodePlate>(QStringLiteral("Pick-up code")));
    save(QStringLiteral("active"));
    QTest::mouseClick(find<ui::Button>(QStringLiteral("I have picked it up")), Qt::LeftButton);
    QTRY_VERIFY(find<ui::Button>(QStringLiteral("Hand over")));
    save(QStringLiteral("door"));
    QTest::mouseClick(find<ui::Button>(QStringLiteral("Hand over")), Qt::LeftButton);
    QTRY_VERIFY(find<rider_app::CodeCells>(QStringLiteral("four digits")));
    save(QStringLiteral("proof"));
    for (const QChar digit : std::as_const(m_code))
        QTest::mouseClick(find<ui::Button>(QString(digit)), Qt::LeftButton);
    QTest::mouseClick(find<ui::Button>(QStringLiteral("Handed over")), Qt::LeftButton);
    QTRY_VERIFY(find<QWidget>(QStringLiteral("No deliveries near you")) ||
                find<ui::Button>(QStringLiteral("Look again")));
    QTRY_COMPARE(m_desk->commands().pending(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    save(QStringLiteral("history"));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    save(QStringLiteral("earnings"));
}

void TstRiderApp::deliveryIsTakenByKeyboard() { // R8 R9
    bringToReady();
    QListView *list = nullptr;
    QTRY_VERIFY((list = find<QListView>(QStringLiteral("Deliveries near you"))) &&
                list->model()->rowCount() == 1);
    list->setFocus(Qt::TabFocusReason);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(find<ui::CodePlate>(QStringLiteral("Pick-up code")));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(find<ui::Button>(QStringLiteral("Hand over")));
    QTest::keyClick(m_window.get(), Qt::Key_Return, Qt::ControlModifier);
    QWidget *cells = nullptr;
    QTRY_VERIFY((cells = find<rider_app::CodeCells>(QStringLiteral("four digits"))));
    QTest::keyClicks(cells, m_code);
    QTest::keyClick(cells, Qt::Key_Return);
    QTRY_VERIFY(find<ui::Button>(QStringLiteral("Look again")));
    QTRY_COMPARE(m_desk->commands().pending(), 0);
}

void TstRiderApp::everythingThatTakesTheKeyboardHasAName() {
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
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
