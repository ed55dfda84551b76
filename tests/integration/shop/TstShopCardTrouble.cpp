// SPDX-License-Identifier: GPL-3.0-or-later
// The card provider hangs, and the shop is told so before anybody asks it.
#include "client-shop/ShopWindow.h"
#include "support/DemoTown.h"
#include "support/TestTown.h"
#include "ui/Banner.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QDir>
#include <QJsonObject>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::RouteId;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstShopCardTrouble : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault =
            m_town.start({QStringLiteral("--set"), QStringLiteral("payment.timeoutMs=200"),
                          QStringLiteral("--set"), QStringLiteral("payment.failures=2"),
                          QStringLiteral("--set"), QStringLiteral("payment.restMs=8000")});
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
        theLook->setLanguage(Language::English);
        m_desk = makeDesk(
            {.app = desk::App::Shop, .address = m_town.url().toString(), .folder = m_place.path()},
            *theLook);
        m_window = std::make_unique<shop_app::ShopWindow>(*m_desk);
        m_window->begin();
        m_window->resize(1280, 800);
        m_desk->session().signIn(
            {TestTown::loginOf(Caller::Shop), QString::fromLatin1(TestTown::kPassword)},
            m_desk.get(), [](const auto &) {});
        QTRY_COMPARE(m_desk->link().state(), desk::LinkState::Live);
    }
    void cleanupTestCase() {
        m_window.reset();
        m_desk.reset();
    }

    void bannerComesAndGoesWithTheTrouble() { // N5
        QVERIFY(!trouble());
        QVERIFY(m_town.orderFault({{QStringLiteral("kind"), QStringLiteral("never")}}));
        for (int i = 0; i < 6; ++i)
            placeByCard();
        QTRY_VERIFY_WITH_TIMEOUT(trouble(), 15'000);
        savePictures();
        QVERIFY(m_town.clearFaults());
        QTRY_VERIFY_WITH_TIMEOUT(placeByCard() == 201 && !trouble(), 30'000);
    }

private:
    int placeByCard() {
        return m_town
            .call(m_town.request(
                RouteId::PlaceOrder, Caller::Customer, {},
                contract::encode(m_town.cart(Fulfilment::PlatformRider, PaymentMethod::Card))))
            .status;
    }
    /// What is said of it, where it is seen.
    bool trouble() const {
        for (const auto *banner : m_window->findChildren<ui::Banner *>()) {
            if (banner->isVisible() &&
                banner->accessibleName().contains(QStringLiteral("Card payment is down")))
                return true;
        }
        return false;
    }
    void savePictures() {
        const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
        if (folder.isEmpty())
            return;
        QDir().mkpath(folder);
        for (const Language language : {Language::English, Language::Korean}) {
            theLook->setLanguage(language);
            QTest::qWait(400);
            m_window->grab().save(QDir(folder).filePath(
                QStringLiteral("card-trouble-%1.png").arg(QString(toText(language)))));
        }
        theLook->setLanguage(Language::English);
    }

    TestTown m_town;
    QTemporaryDir m_place;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<shop_app::ShopWindow> m_window;
};

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstShopCardTrouble test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopCardTrouble.moc"
