// SPDX-License-Identifier: GPL-3.0-or-later
// The customer's real window on the real server, driven by mouse and keyboard. With SOBAN_PICTURES
// set to a folder, each page is saved there.
#include "client-customer/CustomerWindow.h"
#include "client-customer/MenuModel.h"
#include "client-customer/ShopListModel.h"
#include "support/ChildProcess.h"
#include "ui/Button.h"
#include "ui/CodePlate.h"
#include "ui/SobanStyle.h"
#include "ui/TextLabel.h"
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
    void everythingThatTakesTheKeyboardHasAName();

private:
    void openWindow();
    void save(const QString &page) const;
    /// The first visible widget of a kind whose text or name holds `words`.
    template <typename W>
    W *find(const QString &words) const;
    QListView *list(const QString &name) const;
    void press(QListView *view, int row) const;
    void press(QWidget *widget) const;
    int openShopRow() const;
    int plainItemRow() const;

    QTemporaryDir m_folder;
    std::unique_ptr<ChildProcess> m_sandbox;
    std::unique_ptr<ChildProcess> m_server;
    QString m_address;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<customer::CustomerWindow> m_window;
};

void TstCustomerApp::initTestCase() {
    const QMap<QString, QString> secret{
        {QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QStringLiteral("test_sk_customer")}};
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

void TstCustomerApp::init() {
    theLook->setChoice(ui::Look::Choice::Light);
    theLook->setTextScale(1.0);
    theLook->setLanguage(Language::English);
    openWindow();
}

void TstCustomerApp::cleanup() {
    m_window.reset();
    m_desk.reset();
    m_place.reset();
}

void TstCustomerApp::openWindow() {
    m_place = std::make_unique<QTemporaryDir>();
    const auto in = [this](const char *name) {
        return m_place->filePath(QString::fromLatin1(name));
    };
    desk::AppOptions options{*client::ServerAddress::of(QUrl(m_address)), QStringLiteral("test")};
    options.language = theLook->language();
    options.scheme = theLook->choice();
    options.textScale = theLook->textScale();
    desk::DeskParts parts = desk::DeskParts::of(desk::App::Customer, options);
    parts.places = {in("settings.ini"), in("cursors.ini"),     in("commands.journal"),
                    in("cache"),        QStringLiteral("key"), in("one.lock")};
    parts.keychain = std::make_unique<desk::NoKeychain>();
    parts.soundOutput = std::make_unique<SilentOutput>();
    m_desk = std::make_unique<desk::Desk>(desk::App::Customer, options, std::move(parts), *theLook);
    m_window = std::make_unique<customer::CustomerWindow>(*m_desk);
    m_window->begin();
    m_window->resize(1280, 800); // the offscreen screen is smaller than any desk
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_desk->session().signIn({QStringLiteral("customer1@demo.soban"), QStringLiteral("soban-demo")},
                             this, [](const auto &answer) { QVERIFY(answer); });
    QTRY_VERIFY(list(QStringLiteral("Shops")) || list(QStringLiteral("가게")));
}

void TstCustomerApp::save(const QString &page) const {
    const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
    if (folder.isEmpty())
        return;
    // Pictures that are still on their way come within a moment.
    QTest::qWait(400);
    QDir().mkpath(folder);
    m_window->grab().save(QDir(folder).filePath(page + QStringLiteral(".png")));
}

template <typename W>
W *TstCustomerApp::find(const QString &words) const {
    for (W *widget : m_window->findChildren<W *>()) {
        if (!widget->isVisible())
            continue;
        const QString text = widget->property("text").toString() + widget->accessibleName();
        if (text.contains(words))
            return widget;
    }
    return nullptr;
}

QListView *TstCustomerApp::list(const QString &name) const {
    return find<QListView>(name);
}

void TstCustomerApp::press(QListView *view, int row) const {
    const QModelIndex index = view->model()->index(row, 0);
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
}

void TstCustomerApp::press(QWidget *widget) const {
    // By the window, as a hand would: what covers the widget gets the click.
    const QPoint at = widget->mapTo(m_window.get(), widget->rect().center());
    QWidget *top = m_window->childAt(at);
    QVERIFY2(top == widget || widget->isAncestorOf(top), widget->metaObject()->className());
    QTest::mouseClick(widget, Qt::LeftButton);
}

int TstCustomerApp::openShopRow() const {
    const auto *shops =
        qobject_cast<const customer::ShopListModel *>(list(QStringLiteral("Shops"))->model());
    for (int row = 0; row < shops->rowCount(); ++row) {
        if (shops->at(row).isOpen && shops->at(row).kind == ShopKind::Food)
            return row;
    }
    return -1;
}

int TstCustomerApp::plainItemRow() const {
    const auto *menu =
        qobject_cast<const customer::MenuModel *>(list(QStringLiteral("Menu"))->model());
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
    using Choice = ui::Look::Choice;
    QTest::newRow("ko-light") << Language::Korean << Choice::Light << 1.0;
    QTest::newRow("en-dark") << Language::English << Choice::Dark << 1.0;
    QTest::newRow("en-light-150") << Language::English << Choice::Light << 1.5;
}

void TstCustomerApp::everyPageInEachLook() {
    QFETCH(Language, language);
    QFETCH(ui::Look::Choice, scheme);
    QFETCH(double, scale);
    const QString row = QString::fromLatin1(QTest::currentDataTag());
    theLook->setLanguage(language);
    theLook->setChoice(scheme);
    theLook->setTextScale(scale);
    const bool isKorean = language == Language::Korean;
    QListView *shops = nullptr;
    QTRY_VERIFY((shops = list(isKorean ? QStringLiteral("가게") : QStringLiteral("Shops"))) &&
                shops->model()->rowCount() > 3);
    QListView *menu = nullptr;
    QTRY_VERIFY((menu = list(isKorean ? QStringLiteral("메뉴") : QStringLiteral("Menu"))) &&
                menu->model()->rowCount() > 2);
    save(row + QStringLiteral("-home"));
    for (int i = 0; i < menu->model()->rowCount(); ++i) {
        const auto *model = qobject_cast<const customer::MenuModel *>(menu->model());
        const auto *item = model->itemAt(model->index(i));
        if (item && !item->optionGroups.isEmpty() && !item->isSoldOut) {
            press(menu, i);
            break;
        }
    }
    save(row + QStringLiteral("-options"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    save(row + QStringLiteral("-cart"));
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    save(row + QStringLiteral("-orders"));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    save(row + QStringLiteral("-messages"));
}

void TstCustomerApp::mealIsOrderedByHand() { // R1 R2
    QTRY_VERIFY(list(QStringLiteral("Shops"))->model()->rowCount() > 3);
    QVERIFY(openShopRow() >= 0);
    press(list(QStringLiteral("Shops")), openShopRow());
    QTRY_VERIFY(plainItemRow() >= 0);
    for (int i = 0; i < 9; ++i)
        press(list(QStringLiteral("Menu")), plainItemRow());
    ui::Button *order = nullptr;
    QTRY_VERIFY((order = find<ui::Button>(QStringLiteral("Order for "))) && order->isEnabled());
    press(order);
    save(QStringLiteral("checkout"));
    QAbstractButton *atTheDoor = nullptr;
    QTRY_VERIFY((atTheDoor = find<QAbstractButton>(QStringLiteral("Pay on delivery"))));
    press(atTheDoor);
    QList<ui::Button *> places;
    for (ui::Button *button : m_window->findChildren<ui::Button *>()) {
        if (button->isVisible() && button->text().startsWith(QStringLiteral("Order for ")))
            places.append(button);
    }
    press(places.last());
    QTRY_VERIFY(find<ui::CodePlate>(QStringLiteral("Hand-over code")));
    QCOMPARE(find<ui::CodePlate>(QStringLiteral("Hand-over code"))->code().size(), 4);
    QTRY_VERIFY(find<ui::TextLabel>(QStringLiteral("Waiting for the shop")));
    save(QStringLiteral("order-placed"));
}

void TstCustomerApp::everythingThatTakesTheKeyboardHasAName() {
    QTRY_VERIFY(list(QStringLiteral("Shops"))->model()->rowCount() > 3);
    for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
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
