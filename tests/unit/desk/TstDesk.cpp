// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskTestKit.h"

#include "client/FileJournal.h"

#include <QSettings>

using namespace soban;
using namespace soban::desk;

namespace {

const QString kKey = QStringLiteral("key");

} // namespace

class TstDesk : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_server = std::make_unique<ScriptedServer>();
        m_server->takesWebSockets = true;
        m_place = std::make_unique<DeskPlace>();
        m_look = std::make_unique<ui::Look>();
    }
    void cleanup() {
        m_place.reset();
        m_server.reset();
    }

    void withoutASessionNobodyIsSignedIn() {
        auto desk = make();
        QSignalSpy out(desk.get(), &Desk::signedOut);
        desk->open();
        QTRY_COMPARE(out.count(), 1);
        QCOMPARE(out.constFirst().constFirst().value<Farewell>(), Farewell::NoSession);
        QCOMPARE(desk->link().state(), LinkState::SignedOut);
        QVERIFY(!desk->account());
    }

    void takesUpTheSessionAndTheStream() {
        keepSession(1);
        auto desk = make();
        QSignalSpy in(desk.get(), &Desk::signedIn);
        desk->open();
        QTRY_COMPARE(in.count(), 1);
        QCOMPARE(desk->account()->login, QStringLiteral("owner"));
        QTRY_COMPARE(desk->link().state(), LinkState::Live);
        QVERIFY(desk->journalFault().isEmpty());
    }

    void remembersTheLastSequenceOfEachAccount() {
        keepSession(1);
        {
            auto desk = make();
            desk->open();
            QTRY_COMPARE(desk->link().state(), LinkState::Live);
            QCOMPARE(since(m_server->requestsTo(kUpgrade).constLast()), QString());
            tellSequence(42);
            QTRY_VERIFY(desk->stream().cursor() == Sequence::fromNumber(42));
        }
        {
            auto desk = make();
            desk->open();
            QTRY_COMPARE(desk->link().state(), LinkState::Live);
            QVERIFY(Sequence::fromText(since(m_server->requestsTo(kUpgrade).constLast())) ==
                    Sequence::fromNumber(42));
        }
        keepSession(2);
        auto desk = make();
        desk->open();
        QTRY_COMPARE(desk->link().state(), LinkState::Live);
        QCOMPARE(since(m_server->requestsTo(kUpgrade).constLast()), QString());
    }

    void turnsAwayAccountsOfOtherApps() {
        keepSession(1); // a shop's
        auto desk = make(App::Rider);
        QSignalSpy in(desk.get(), &Desk::signedIn);
        QSignalSpy out(desk.get(), &Desk::signedOut);
        desk->open();
        QTRY_COMPARE(out.count(), 1);
        QCOMPARE(out.constFirst().constFirst().value<Farewell>(), Farewell::WrongApp);
        QCOMPARE(in.count(), 0);
        QVERIFY(!desk->session().isSignedIn());
        QVERIFY(m_place->keychain.empty());
        QCOMPARE(desk->link().state(), LinkState::SignedOut);
    }

    void signingOutEndsTheStreamAndTheRinging() {
        keepSession(1);
        auto desk = make();
        desk->open();
        QTRY_COMPARE(desk->link().state(), LinkState::Live);
        desk->sounds().startRinging();
        QSignalSpy out(desk.get(), &Desk::signedOut);
        desk->session().signOut();
        QCOMPARE(out.constFirst().constFirst().value<Farewell>(), Farewell::Asked);
        QVERIFY(!desk->sounds().isRinging());
        QVERIFY(!desk->account());
        QTRY_VERIFY(m_server->webSockets.isEmpty());
    }

    void anExpiredSessionIsSaidSo() {
        keepSession(1);
        m_server->onRequest = [](const ScriptedServer::Exchange &exchange) {
            refuse(exchange, contract::ErrorCode::Unauthenticated);
        };
        auto desk = make();
        QSignalSpy out(desk.get(), &Desk::signedOut);
        desk->open();
        QTRY_VERIFY(desk->account());
        desk->api().send(client::calls::account(), desk.get(),
                         client::Callback<contract::AccountView>([](const auto &) {}));
        QTRY_COMPARE(out.count(), 1);
        QCOMPARE(out.constFirst().constFirst().value<Farewell>(), Farewell::Expired);
    }

    void worksWithoutAJournalAndSaysSo() {
        const auto other =
            client::FileJournal::open(m_place->folder.filePath(QStringLiteral("commands.journal")));
        QVERIFY(other.ok());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("no journal")));
        auto desk = make();
        QVERIFY(!desk->journalFault().isEmpty());
    }

    void theCommandLineGoesBeforeThePreferencesUntilThesAreSet() {
        {
            Preferences preferences(m_place->parts().places.settingsFile);
            preferences.setLanguage(Language::Korean);
            preferences.setScheme(ui::Look::Choice::Light);
        }
        AppOptions options = optionsFor(*m_server);
        options.language = Language::English;
        options.scheme = ui::Look::Choice::Dark;
        Desk desk(App::Shop, options, m_place->parts(), *m_look);
        QCOMPARE(m_look->language(), Language::English);
        QCOMPARE(m_look->scheme(), ui::Scheme::Dark);
        desk.preferences().setTextScale(1.5);
        QCOMPARE(m_look->textScale(), 1.5);
        QCOMPARE(m_look->language(), Language::English);
        desk.preferences().setScheme(ui::Look::Choice::System);
        desk.preferences().setScheme(ui::Look::Choice::Light);
        QCOMPARE(m_look->scheme(), ui::Scheme::Light);
        QCOMPARE(m_look->language(), Language::English);
    }

private:
    std::unique_ptr<Desk> make(App app = App::Shop) {
        return std::make_unique<Desk>(app, optionsFor(*m_server), m_place->parts(), *m_look);
    }
    void keepSession(qint64 account) {
        m_place->keychain[kKey] = contract::encode(tokens(1, SystemClock().now(), account));
    }
    void tellSequence(qint64 number) {
        m_server->webSockets.constLast()->sendTextMessage(QString::fromUtf8(heartbeatJson(number)));
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<DeskPlace> m_place;
    std::unique_ptr<ui::Look> m_look;
};

QTEST_MAIN(TstDesk)
#include "TstDesk.moc"
