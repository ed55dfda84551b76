// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/LedgerFile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace soban;
using namespace soban::sandbox;

class TstLedgerFile : public QObject {
    Q_OBJECT

private slots:
    void givesBackWhatWasAppended();
    void leavesOutATornLastLine_data();
    void leavesOutATornLastLine();
    void touchesNoOtherFile_data();
    void touchesNoOtherFile();

private:
    /// A ledger, what it remembers, and the file of both.
    struct Desk {
        explicit Desk(const Clock &clock)
            : ledger(clock, [](const QString &prefix) { return prefix; }), book(clock) {}
        Ledger ledger;
        IdempotencyBook book;
        LedgerFile file;
    };

    LedgerPayment payment(const QString &key) const {
        return {key,
                QStringLiteral("order-") + key,
                QStringLiteral("비빔밥 \"외\" 2건"),
                LedgerStatus::PartialCanceled,
                TestCardKind::Limited,
                true,
                10'000,
                7'500,
                m_clock.now(),
                m_clock.now(),
                {{QStringLiteral("ttk_1"), 2'500, QStringLiteral("늦음"), m_clock.now()}},
                {}};
    }

    ManualClock m_clock{Instant::fromMs(1'800'000'000'123)};
    QTemporaryDir m_folder;
};

void TstLedgerFile::givesBackWhatWasAppended() {
    const QString path = m_folder.filePath("whole.jsonl");
    const QByteArray scope = IdempotencyBook::scopeOf("key", "api", "POST /x");
    {
        Desk desk(m_clock);
        QVERIFY(desk.file.open(path, desk.ledger, desk.book).ok());
        LedgerPayment first = payment(QStringLiteral("a"));
        first.status = LedgerStatus::Done;
        desk.file.append(first);
        desk.file.append(payment(QStringLiteral("b")));
        desk.file.append(payment(QStringLiteral("a")));
        desk.file.append(BillingCard{QStringLiteral("bill"), QStringLiteral("cust-1"),
                                     TestCardKind::Normal, m_clock.now()});
        desk.file.append(Authorization{QStringLiteral("auth"), QStringLiteral("cust-1"),
                                       TestCardKind::Normal, true});
        desk.file.append({scope, {403, "{\"code\":\"거절\"}"}, m_clock.now()});
    }
    Desk desk(m_clock);
    QVERIFY(desk.file.open(path, desk.ledger, desk.book).ok());
    QCOMPARE(desk.ledger.payments().size(), std::size_t(2));
    QCOMPARE(desk.ledger.payments()[0], payment(QStringLiteral("a")));
    QCOMPARE(desk.ledger.payments()[1], payment(QStringLiteral("b")));
    QVERIFY(desk.ledger
                .charge({QStringLiteral("bill"), QStringLiteral("cust-1"),
                         QStringLiteral("order-9"), QStringLiteral("밥"), 1000})
                .ok());
    QVERIFY(!desk.ledger.issueCard(QStringLiteral("auth"), QStringLiteral("cust-1")).ok());
    const IdempotencyBook::Verdict verdict = desk.book.begin(scope);
    QVERIFY(std::holds_alternative<ApiAnswer>(verdict));
    QCOMPARE(std::get<ApiAnswer>(verdict), (ApiAnswer{403, "{\"code\":\"거절\"}"}));
}

void TstLedgerFile::leavesOutATornLastLine_data() {
    QTest::addColumn<QByteArray>("tail");
    QTest::newRow("one byte") << QByteArray("{");
    QTest::newRow("half") << QByteArray("{\"kind\":\"payment\",\"rec");
    QTest::newRow("all but the end") << QByteArray("{\"kind\":\"payment\",\"record\":{}}");
}

void TstLedgerFile::leavesOutATornLastLine() {
    QFETCH(QByteArray, tail);
    const QString path = m_folder.filePath("torn.jsonl");
    QFile::remove(path);
    {
        Desk desk(m_clock);
        QVERIFY(desk.file.open(path, desk.ledger, desk.book).ok());
        desk.file.append(payment(QStringLiteral("a")));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    file.write(tail);
    file.close();
    {
        Desk desk(m_clock);
        QVERIFY(desk.file.open(path, desk.ledger, desk.book).ok());
        desk.file.append(payment(QStringLiteral("b")));
    }
    Desk desk(m_clock);
    QVERIFY(desk.file.open(path, desk.ledger, desk.book).ok());
    QCOMPARE(desk.ledger.payments().size(), std::size_t(2));
}

void TstLedgerFile::touchesNoOtherFile_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text without a line end") << QByteArray("my diary");
    QTest::newRow("text") << QByteArray("my\ndiary\n");
    QTest::newRow("other JSON lines") << QByteArray("{\"a\":1}\n");
}

void TstLedgerFile::touchesNoOtherFile() {
    QFETCH(QByteArray, content);
    const QString path = m_folder.filePath("other.txt");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    Desk desk(m_clock);
    QVERIFY(!desk.file.open(path, desk.ledger, desk.book).ok());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

QTEST_GUILESS_MAIN(TstLedgerFile)
#include "TstLedgerFile.moc"
