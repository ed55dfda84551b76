// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/IdempotencyBook.h"

#include <QTest>

using namespace soban;
using namespace soban::sandbox;

class TstIdempotencyBook : public QObject {
    Q_OBJECT

private slots:
    void tellsFreshRunningAndDone();
    void forgetsWhatWasNotDone();
    void keepsForFifteenDays();
    void tellsScopesApart();

private:
    ManualClock m_clock{Instant::fromMs(1'800'000'000'000)};
};

void TstIdempotencyBook::tellsFreshRunningAndDone() {
    IdempotencyBook book(m_clock);
    QVERIFY(std::holds_alternative<IdempotencyBook::Fresh>(book.begin("a")));
    QVERIFY(std::holds_alternative<IdempotencyBook::Running>(book.begin("a")));
    QVERIFY(std::holds_alternative<IdempotencyBook::Fresh>(book.begin("b")));
    book.finish("a", {403, "{}"});
    QCOMPARE(std::get<ApiAnswer>(book.begin("a")), (ApiAnswer{403, "{}"}));
}

void TstIdempotencyBook::forgetsWhatWasNotDone() {
    IdempotencyBook book(m_clock);
    book.begin("a");
    book.abandon("a");
    QVERIFY(std::holds_alternative<IdempotencyBook::Fresh>(book.begin("a")));
}

void TstIdempotencyBook::keepsForFifteenDays() {
    IdempotencyBook book(m_clock);
    book.begin("a");
    book.finish("a", {200, "{}"});
    m_clock.advance(IdempotencyBook::kKeptFor);
    QVERIFY(std::holds_alternative<ApiAnswer>(book.begin("a")));
    m_clock.advance(std::chrono::milliseconds(1));
    QVERIFY(std::holds_alternative<IdempotencyBook::Fresh>(book.begin("a")));
}

void TstIdempotencyBook::tellsScopesApart() {
    const QByteArray scope = IdempotencyBook::scopeOf("key", "api", "POST /v1/x");
    QCOMPARE(IdempotencyBook::scopeOf("key", "api", "POST /v1/x"), scope);
    QVERIFY(IdempotencyBook::scopeOf("key2", "api", "POST /v1/x") != scope);
    QVERIFY(IdempotencyBook::scopeOf("key", "api2", "POST /v1/x") != scope);
    QVERIFY(IdempotencyBook::scopeOf("key", "api", "POST /v1/y") != scope);
    QVERIFY(IdempotencyBook::scopeOf("ke", "yapi", "POST /v1/x") != scope);
}

QTEST_GUILESS_MAIN(TstIdempotencyBook)
#include "TstIdempotencyBook.moc"
