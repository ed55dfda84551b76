// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/KeychainTokenStore.h"

#include "contract/Codec.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace soban;
using namespace soban::desk;
using contract::SessionView;
using Kind = KeychainAnswer::Kind;

namespace {

/// Answers later, as keychains do.
class FakeKeychain : public Keychain {
public:
    void read(const QString &key, QObject *context, Answered answered) override {
        const auto entry = entries.find(key);
        tell(context, answered,
             entry == entries.end() ? KeychainAnswer{Kind::NotFound}
                                    : KeychainAnswer{Kind::Done, entry->second});
    }
    void write(const QString &key, const QByteArray &secret, QObject *context,
               Answered answered) override {
        if (!isLocked)
            entries[key] = secret;
        tell(context, answered, {Kind::Done});
    }
    void remove(const QString &key, QObject *context, Answered answered) override {
        const bool isKnown = !isLocked && entries.erase(key) > 0;
        tell(context, answered, {isKnown ? Kind::Done : Kind::NotFound});
    }

    std::map<QString, QByteArray> entries;
    bool isLocked = false;

private:
    void tell(QObject *context, const Answered &answered, KeychainAnswer answer) const {
        if (isLocked)
            answer = {Kind::Refused};
        QMetaObject::invokeMethod(
            context, [answered, answer] { answered(answer); }, Qt::QueuedConnection);
    }
};

SessionView session() {
    return {QStringLiteral("access"),
            Instant::fromMs(1'000'000),
            QStringLiteral("refresh"),
            Instant::fromMs(2'000'000),
            {*AccountId::fromNumber(7), Role::Rider, QStringLiteral("minjae"),
             QStringLiteral("Minjae"), QStringLiteral("010"), Language::Korean, std::nullopt}};
}

const QString kKey = QStringLiteral("soban-rider/default");

/// What the store gives back; waits for it.
std::optional<SessionView> loadFrom(KeychainTokenStore &store) {
    std::optional<SessionView> loaded;
    bool isAnswered = false;
    store.load([&](const std::optional<SessionView> &found) {
        loaded = found;
        isAnswered = true;
    });
    [&isAnswered] { QTRY_VERIFY(isAnswered); }();
    return loaded;
}

} // namespace

class TstKeychainTokenStore : public QObject {
    Q_OBJECT

private slots:
    void givesBackWhatItKept() {
        FakeKeychain keychain;
        KeychainTokenStore(keychain, kKey).save(session());
        KeychainTokenStore again(keychain, kKey);
        const auto loaded = loadFrom(again);
        QVERIFY(loaded);
        QCOMPARE(contract::encode(*loaded), contract::encode(session()));
        QVERIFY(again.isLasting());
    }

    void anEmptyKeychainIsNoFault() {
        FakeKeychain keychain;
        KeychainTokenStore store(keychain, kKey);
        QVERIFY(!loadFrom(store));
        QVERIFY(store.isLasting());
    }

    void ignoresDamagedEntries_data() {
        QTest::addColumn<QByteArray>("entry");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("\x00\xff token", 8);
        QTest::newRow("torn") << contract::encode(session()).chopped(10);
        QTest::newRow("something else") << QByteArray("{\"accessToken\":\"a\"}");
        QTest::newRow("more than it should") << contract::encode(session()) + "x";
    }
    void ignoresDamagedEntries() {
        QFETCH(QByteArray, entry);
        FakeKeychain keychain;
        keychain.entries[kKey] = entry;
        KeychainTokenStore store(keychain, kKey);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("damaged")));
        QVERIFY(!loadFrom(store));
        store.save(session()); // and signing in mends it
        QVERIFY(loadFrom(store));
    }

    void withoutAKeychainNothingLasts() {
        NoKeychain none;
        KeychainTokenStore store(none, kKey);
        QSignalSpy changed(&store, &KeychainTokenStore::lastingChanged);
        QVERIFY(!loadFrom(store));
        QVERIFY(!store.isLasting());
        QCOMPARE(changed.count(), 1);
        store.save(session());
        store.clear();
        QCoreApplication::processEvents();
        QVERIFY(!store.isLasting());
        QCOMPARE(changed.count(), 1);
    }

    void ofNoKeychainNothingIsTold() {
        static QStringList told;
        told.clear();
        const auto before = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { told.append(text); });
        NoKeychain none;
        KeychainTokenStore store(none, kKey);
        store.clear();
        QCoreApplication::processEvents();
        qInstallMessageHandler(before);
        QVERIFY2(told.isEmpty(), qPrintable(told.join(u'\n')));
    }

    void aKeychainThatOpensLaterLasts() {
        FakeKeychain keychain;
        keychain.isLocked = true;
        KeychainTokenStore store(keychain, kKey);
        QVERIFY(!loadFrom(store));
        QVERIFY(!store.isLasting());
        keychain.isLocked = false;
        store.save(session());
        QTRY_VERIFY(store.isLasting());
    }

    void keepsNothingOfThoseWhoDoNotWantIt() {
        FakeKeychain keychain;
        KeychainTokenStore store(keychain, kKey);
        store.save(session());
        QCOMPARE(int(keychain.entries.size()), 1);
        store.setKept(false);
        QVERIFY(keychain.entries.empty());
        QVERIFY(!store.isLasting());
        store.save(session());
        QVERIFY(keychain.entries.empty());
    }

    void clearingRemovesTheEntry() {
        FakeKeychain keychain;
        KeychainTokenStore store(keychain, kKey);
        store.save(session());
        store.clear();
        QVERIFY(keychain.entries.empty());
        QVERIFY(!loadFrom(store));
    }

    void noAnswerComesAfterTheStoreHasDied() {
        FakeKeychain keychain;
        bool isAnswered = false;
        {
            KeychainTokenStore store(keychain, kKey);
            store.load([&isAnswered](const auto &) { isAnswered = true; });
        }
        QCoreApplication::processEvents();
        QVERIFY(!isAnswered);
    }

    /// With no D-Bus at hand, the real one refuses, and neither start nor end hangs.
    void theSystemsKeychainNeverBlocks() {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent");
        QElapsedTimer timer;
        timer.start();
        bool isRefused = false;
        {
            SystemKeychain keychain;
            QObject context;
            const auto refused = [&isRefused](const KeychainAnswer &answer) {
                isRefused = answer.kind == Kind::Refused;
            };
            keychain.write(kKey, "x", &context, [](const KeychainAnswer &) {});
            keychain.read(kKey, &context, refused);
            QVERIFY(timer.elapsed() < 500);
            QTRY_VERIFY_WITH_TIMEOUT(isRefused, 10'000);
            keychain.remove(kKey, &context, [](const KeychainAnswer &) {});
        }
        QVERIFY(timer.elapsed() < 12'000);
    }
};

QTEST_GUILESS_MAIN(TstKeychainTokenStore)
#include "TstKeychainTokenStore.moc"
