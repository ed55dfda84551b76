// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Complaint.h"

#include "ui/Translations.h"

#include <QTest>

using namespace soban;
using namespace soban::desk;
using client::ApiError;
using contract::ErrorCode;

namespace {

Complaint inLanguage(Language language, const ApiError &error) {
    ui::Look look;
    look.setLanguage(language);
    const ui::Translations translations(look);
    return explain(error);
}

ApiError refusal(ErrorCode code) {
    const auto problem = contract::Problem::of(code);
    return {ApiError::Kind::Refused, problem.status, problem};
}

bool isKorean(const QString &text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.script() == QChar::Script_Hangul; });
}

void checkSentences(const ApiError &error) {
    const Complaint ko = inLanguage(Language::Korean, error);
    const Complaint en = inLanguage(Language::English, error);
    for (const QString &sentence : {ko.what, ko.kept, ko.advice})
        QVERIFY2(isKorean(sentence) && sentence.endsWith(u'.'), qPrintable(sentence));
    for (const QString &sentence : {en.what, en.kept, en.advice})
        QVERIFY2(!sentence.isEmpty() && !isKorean(sentence) && sentence.endsWith(u'.'),
                 qPrintable(sentence));
    QVERIFY(!en.code.isEmpty());
    QCOMPARE(ko.code, en.code);
}

} // namespace

class TstComplaint : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasWordsInBothLanguages_data() {
        QTest::addColumn<ErrorCode>("code");
        for (const ErrorCode code : allOf<ErrorCode>())
            QTest::newRow(toText(code).data()) << code;
    }
    void everyCodeHasWordsInBothLanguages() {
        QFETCH(ErrorCode, code);
        checkSentences(refusal(code));
        QVERIFY(explain(refusal(code)).code.startsWith(toText(code)));
    }

    void everyKindHasWordsInBothLanguages_data() {
        QTest::addColumn<ApiError>("error");
        QTest::newRow("never sent") << ApiError{ApiError::Kind::NotSent};
        QTest::newRow("no answer") << ApiError{ApiError::Kind::Unknown};
        QTest::newRow("a gateway's") << ApiError{ApiError::Kind::Unknown, 502};
        QTest::newRow("a stranger's") << ApiError{ApiError::Kind::Refused, 418};
        QTest::newRow("not understood") << ApiError{ApiError::Kind::Unknown, 200};
    }
    void everyKindHasWordsInBothLanguages() {
        QFETCH(ApiError, error);
        checkSentences(error);
    }

    void saysWhatWasKept() {
        const QString refused = explain({ApiError::Kind::Refused, 418}).kept;
        const QString notSent = explain({ApiError::Kind::NotSent}).kept;
        const QString unknown = explain({ApiError::Kind::Unknown}).kept;
        QVERIFY(refused != notSent && notSent != unknown && unknown != refused);
        QVERIFY(unknown.contains(QStringLiteral("may have been done")));
        QCOMPARE(explain(refusal(ErrorCode::PaymentUnavailable)).kept,
                 QStringLiteral("Nothing was charged."));
        // Who is told that something has changed is not told that nothing was.
        for (const ErrorCode code : {ErrorCode::StaleVersion, ErrorCode::NotAllowedNow})
            QCOMPARE(explain(refusal(code)).kept, QStringLiteral("Your step was not taken."));
    }

    void saysHowLongToWait() {
        ApiError error = refusal(ErrorCode::TooManyRequests);
        error.retryAfter = std::chrono::milliseconds(29'100);
        QCOMPARE(explain(error).advice, QStringLiteral("Try again in 30 s."));
        QCOMPARE(inLanguage(Language::Korean, error).advice,
                 QStringLiteral("30초 뒤에 다시 해 주세요."));
        error.retryAfter = std::chrono::minutes(9) + std::chrono::seconds(5);
        QCOMPARE(explain(error).advice, QStringLiteral("Try again in 10 min."));
    }

    void codesAreForSupport() {
        QCOMPARE(explain(refusal(ErrorCode::SoldOut)).code, QStringLiteral("sold_out-409"));
        QCOMPARE(explain({ApiError::Kind::Unknown, 502}).code, QStringLiteral("http-502"));
        QCOMPARE(explain({ApiError::Kind::NotSent}).code, QStringLiteral("not_sent"));
    }
};

QTEST_GUILESS_MAIN(TstComplaint)
#include "TstComplaint.moc"
