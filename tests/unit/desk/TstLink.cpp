// SPDX-License-Identifier: GPL-3.0-or-later
#include "StreamKit.h"

#include "desk/Link.h"

using namespace soban;
using namespace soban::desk;
using namespace std::chrono_literals;

class TstLink : public QObject {
    Q_OBJECT

private slots:
    void init() {
        m_server = std::make_unique<ScriptedServer>();
        m_server->takesWebSockets = true;
        m_client = std::make_unique<StreamingClient>(*m_server);
    }
    void cleanup() {
        m_client.reset();
        m_server.reset();
    }

    void tellsHowEventsComeIn() {
        Link link(m_client->stream, m_clock, 100ms);
        QCOMPARE(link.state(), LinkState::SignedOut);
        link.setSignedIn(true);
        QCOMPARE(link.state(), LinkState::Connecting);
        m_client->stream.start(std::nullopt);
        QTRY_COMPARE(link.state(), LinkState::Live);
        QVERIFY(link.isUp());
        QVERIFY(!link.lostAt());
        link.setSignedIn(false);
        QCOMPARE(link.state(), LinkState::SignedOut);
    }

    void saysSinceWhenNothingComes() {
        Link link(m_client->stream, m_clock, 50ms);
        link.setSignedIn(true);
        m_client->stream.start(std::nullopt);
        QTRY_COMPARE(link.state(), LinkState::Live);
        m_clock.advance(10min);
        m_server->stopListening();
        m_server->hangUpAll();
        QTRY_COMPARE(link.state(), LinkState::Offline);
        QCOMPARE(link.lostAt()->ms(), m_clock.now().ms());
        m_clock.advance(3min);
        QVERIFY(m_server->listenAgain());
        QTRY_COMPARE(link.state(), LinkState::Live);
        QVERIFY(!link.lostAt());
    }

    void shortLossesAreNotMentioned() {
        Link link(m_client->stream, m_clock, 20s);
        link.setSignedIn(true);
        m_client->stream.start(std::nullopt);
        QTRY_COMPARE(link.state(), LinkState::Live);
        QList<LinkState> states;
        connect(&link, &Link::stateChanged, this, [&](LinkState state) { states.append(state); });
        m_server->hangUpAll();
        QTRY_COMPARE(link.state(), LinkState::Connecting);
        QTRY_COMPARE(link.state(), LinkState::Live);
        QVERIFY(!states.contains(LinkState::Offline));
    }

    void aServerThatNeverAnswersIsOfflineSoon() {
        m_server->stopListening();
        Link link(m_client->stream, m_clock, 60ms);
        link.setSignedIn(true);
        m_client->stream.start(std::nullopt);
        QTRY_COMPARE(link.state(), LinkState::Offline);
        QVERIFY(!link.lostAt()); // there is nothing of which an age could be told
    }

private:
    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<StreamingClient> m_client;
    ManualClock m_clock{Instant::fromMs(1'800'000'000'000)};
};

QTEST_GUILESS_MAIN(TstLink)
#include "TstLink.moc"
