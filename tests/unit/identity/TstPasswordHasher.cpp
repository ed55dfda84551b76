// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/PasswordHasher.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <ctime>
#include <limits>

using namespace soban::identity;

namespace {

constexpr HashCost kCheap{1, 8192};

/// Waits for the one answer of a call.
template <typename T>
class Answer {
public:
    std::function<void(T)> taker() {
        return [this](T value) {
            m_value = value;
            m_thread = QThread::currentThread();
            m_here.release();
        };
    }
    T wait() {
        m_here.acquire();
        return m_value;
    }
    QThread *thread() const { return m_thread; }

private:
    QSemaphore m_here;
    T m_value{};
    QThread *m_thread = nullptr;
};

bool verifyNow(PasswordHasher &hasher, const QString &password,
               const std::optional<QByteArray> &stored) {
    Answer<bool> answer;
    return hasher.verify(password, stored, answer.taker()) && answer.wait();
}

} // namespace

class TstPasswordHasher : public QObject {
    Q_OBJECT

private slots:
    void tellsRightFromWrong_data() {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isRight");
        QTest::newRow("same") << "correct horse"
                              << "correct horse" << true;
        QTest::newRow("other") << "correct horse"
                               << "correct hors" << false;
        QTest::newRow("case counts") << "correct horse"
                                     << "Correct horse" << false;
        QTest::newRow("blanks count") << "correct horse"
                                      << "correct horse " << false;
        QTest::newRow("Hangul, decomposed")
            << QStringLiteral("소반비밀번호")
            << QStringLiteral("소반비밀번호").normalized(QString::NormalizationForm_D) << true;
        QTest::newRow("256 letters, last differs")
            << QString(256, u'a') << QString(255, u'a') + u'b' << false;
    }
    void tellsRightFromWrong() {
        QFETCH(QString, password);
        QFETCH(QString, typed);
        PasswordHasher hasher(kCheap);
        QTEST(verifyNow(hasher, typed, hasher.hashNow(password)), "isRight");
    }

    void writesArgon2idWithTheCostItWasGiven() {
        PasswordHasher hasher(HashCost{3, 16'384});
        Answer<QByteArray> hash;
        QVERIFY(hasher.hash("password", hash.taker()));
        const QByteArray text = hash.wait();
        QVERIFY2(text.startsWith("$argon2id$v=19$m=16,t=3,p=1$"), text.constData());
        QVERIFY(hasher.hashNow("password") != text); // salted
        QVERIFY(verifyNow(hasher, "password", text));
    }

    void usesTheAdvisedCostByDefault() {
        const PasswordHasher hasher;
        QVERIFY(hasher.hashNow("password").startsWith("$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    void neverKnowsAnUnknownUser() {
        PasswordHasher hasher(kCheap);
        QVERIFY(!verifyNow(hasher, "", std::nullopt));
        QVERIFY(!verifyNow(hasher, "password", std::nullopt));
        QVERIFY(!verifyNow(hasher, "password", QByteArray("broken")));
    }

    void spendsTheSameOnAnUnknownUser() {
        PasswordHasher hasher(HashCost{2, 4'194'304});
        const std::optional<QByteArray> stored = hasher.hashNow("password");
        // Processor time: what else the machine does must not count.
        const auto cheapestOf = [&hasher](const std::optional<QByteArray> &hash) {
            std::clock_t cheapest = std::numeric_limits<std::clock_t>::max();
            for (int i = 0; i < 9; ++i) {
                const std::clock_t start = std::clock();
                verifyNow(hasher, "wrong", hash);
                cheapest = std::min(cheapest, std::clock() - start);
            }
            return cheapest;
        };
        const auto known = cheapestOf(stored);
        const auto unknown = cheapestOf(std::nullopt);
        // Wide, for a busy machine: without the work it would be hundreds of times.
        QVERIFY2(unknown * 3 > known && unknown < known * 3,
                 qPrintable(QStringLiteral("%1 against %2").arg(unknown).arg(known)));
    }

    void worksOnThreadsOfItsOwn() {
        PasswordHasher hasher(kCheap);
        Answer<bool> answer;
        QVERIFY(hasher.verify("password", std::nullopt, answer.taker()));
        answer.wait();
        QVERIFY(answer.thread() != QThread::currentThread());
    }

    void refusesBeyondItsBound() {
        PasswordHasher hasher(kCheap, {1, 3});
        QSemaphore gate;
        std::atomic<int> answers = 0;
        const auto held = [&](bool) {
            gate.acquire();
            ++answers;
        };
        for (int i = 0; i < 3; ++i)
            QVERIFY(hasher.verify("password", std::nullopt, held));
        QVERIFY(!hasher.verify("password", std::nullopt, held));
        QVERIFY(!hasher.hash("password", [&](const QByteArray &) { ++answers; }));
        gate.release(3);
        hasher.finish();
        QCOMPARE(answers.load(), 3);
        // With room again it goes on.
        QVERIFY(!verifyNow(hasher, "password", std::nullopt));
    }

    void runsNoMoreThreadsThanAllowed() {
        PasswordHasher hasher(kCheap, {2, 100});
        std::atomic<int> running = 0;
        std::atomic<int> most = 0;
        QSemaphore gate;
        for (int i = 0; i < 10; ++i) {
            QVERIFY(hasher.hash("password", [&](const QByteArray &) {
                const int now = ++running;
                int seen = most.load();
                while (now > seen && !most.compare_exchange_weak(seen, now)) {
                }
                gate.acquire();
                --running;
            }));
        }
        QTRY_COMPARE(running.load(), 2);
        gate.release(10);
        hasher.finish();
        QCOMPARE(most.load(), 2);
    }

    void answersWhatIsPendingBeforeItEnds() {
        std::atomic<int> answers = 0;
        {
            PasswordHasher hasher(kCheap, {1, 50});
            for (int i = 0; i < 20; ++i)
                QVERIFY(hasher.verify("password", std::nullopt, [&](bool) { ++answers; }));
        }
        QCOMPARE(answers.load(), 20);
    }
};

QTEST_GUILESS_MAIN(TstPasswordHasher)
#include "TstPasswordHasher.moc"
