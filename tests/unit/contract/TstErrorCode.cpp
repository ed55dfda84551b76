// SPDX-License-Identifier: GPL-3.0-or-later
#include "EnumCount.h"

#include "contract/Events.h"
#include "contract/Problem.h"
#include "contract/Routes.h"

#include <QRegularExpression>
#include <QTest>

using namespace soban;
using namespace soban::contract;

class TstErrorCode : public QObject {
    Q_OBJECT

private slots:
    void everyCodeIsComplete_data();
    void everyCodeIsComplete();
    void hasKnownStatus_data();
    void hasKnownStatus();
    void problemOfCode();
    void problemAtField();
    void otherWordsAreComplete();
};

void TstErrorCode::everyCodeIsComplete_data() {
    QTest::addColumn<ErrorCode>("code");
    for (ErrorCode code : allOf<ErrorCode>())
        QTest::newRow(toText(code).data()) << code;
}

void TstErrorCode::everyCodeIsComplete() {
    QFETCH(ErrorCode, code);
    static_assert(allOf<ErrorCode>().size() == test::enumeratorCount<ErrorCode>());
    QCOMPARE(allOf<ErrorCode>()[std::size_t(code)], code);
    QCOMPARE(enumFromText<ErrorCode>(QString(toText(code))), std::optional(code));
    static const QRegularExpression snakeCase(QStringLiteral("^[a-z]+(_[a-z]+)*$"));
    QVERIFY(snakeCase.match(QString(toText(code))).hasMatch());

    QVERIFY(httpStatus(code) >= 400 && httpStatus(code) < 600);
    const QString sentence(title(code));
    QVERIFY(sentence.endsWith(u'.') && sentence[0].isUpper());
    int sameTitle = 0;
    for (ErrorCode other : allOf<ErrorCode>())
        sameTitle += title(other) == title(code);
    QCOMPARE(sameTitle, 1);
}

void TstErrorCode::hasKnownStatus_data() {
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("status");
    // Those that the requirements and outside readers (gateways, caches) depend on.
    QTest::newRow("R2 declined") << "payment_declined" << 402;
    QTest::newRow("R2 changed price") << "price_changed" << 409;
    QTest::newRow("R9 another was faster") << "already_claimed" << 409;
    QTest::newRow("R16 sold out") << "sold_out" << 409;
    QTest::newRow("G3 other body") << "key_reused" << 422;
    QTest::newRow("G3 still running") << "still_running" << 409;
    QTest::newRow("G7 old version") << "stale_version" << 409;
    QTest::newRow("no version") << "version_missing" << 428;
    QTest::newRow("no token") << "unauthenticated" << 401;
    QTest::newRow("wrong role") << "forbidden" << 403;
    QTest::newRow("rate") << "too_many_requests" << 429;
    QTest::newRow("upgrade") << "upgrade_required" << 426;
    QTest::newRow("gap") << "resync" << 410;
    QTest::newRow("N5 provider down") << "payment_unavailable" << 409;
    QTest::newRow("G13 stored or not") << "outcome_unknown" << 503;
}

void TstErrorCode::hasKnownStatus() {
    QFETCH(QString, code);
    QFETCH(int, status);
    const auto found = enumFromText<ErrorCode>(code);
    QVERIFY(found);
    QCOMPARE(httpStatus(*found), status);
}

void TstErrorCode::problemOfCode() {
    for (ErrorCode code : allOf<ErrorCode>()) {
        const Problem problem = Problem::of(code);
        QCOMPARE(problem.type, QString(QStringLiteral("urn:soban:problem:") + toText(code)));
        QCOMPARE(problem.title, QString(title(code)));
        QCOMPARE(problem.status, httpStatus(code));
        QCOMPARE(problem.code, code);
        QVERIFY(!problem.detail && !problem.field && !problem.present && !problem.quote);
        const auto read = decode<Problem>(encode(problem));
        QVERIFY(read.ok());
        QCOMPARE(read->code, code);
    }
    QCOMPARE(encode(Problem::of(ErrorCode::SoldOut)),
             QByteArray(R"({"type":"urn:soban:problem:sold_out","title":"An item has run out.",)"
                        R"("status":409,"code":"sold_out"})"));
}

void TstErrorCode::problemAtField() {
    const QString field = QStringLiteral("lines[0].quantity");
    const Problem bare = Problem::at(ErrorCode::OutOfRange, field);
    QCOMPARE(bare.field, std::optional(field));
    QVERIFY(!bare.detail);
    const Problem full = Problem::at(ErrorCode::OutOfRange, field, QStringLiteral("at most 99"));
    QCOMPARE(full.detail, std::optional(QStringLiteral("at most 99")));
    QCOMPARE(full.status, 400);
}

void TstErrorCode::otherWordsAreComplete() {
    static_assert(allOf<StreamSignal>().size() == test::enumeratorCount<StreamSignal>());
    static_assert(allOf<HttpMethod>().size() == test::enumeratorCount<HttpMethod>());
    for (StreamSignal signal : allOf<StreamSignal>())
        QCOMPARE(enumFromText<StreamSignal>(QString(toText(signal))), std::optional(signal));
    for (HttpMethod method : allOf<HttpMethod>())
        QCOMPARE(enumFromText<HttpMethod>(QString(toText(method))), std::optional(method));
}

QTEST_GUILESS_MAIN(TstErrorCode)
#include "TstErrorCode.moc"
