// SPDX-License-Identifier: GPL-3.0-or-later
#include "messaging/Texts.h"

#include <QTest>

using namespace soban;
using namespace soban::messaging;

class TstTexts : public QObject {
    Q_OBJECT

private:
    const Texts m_texts;

    static QSet<QString> setOf(const QStringList &names) { return {names.begin(), names.end()}; }

private slots:
    void everyTopicHasItsTextInEveryLanguage_data() {
        QTest::addColumn<int>("topic");
        for (Topic topic : allOf<Topic>())
            QTest::addRow("R11 %s", toText(topic).data()) << int(topic);
    }

    void everyTopicHasItsTextInEveryLanguage() {
        QFETCH(int, topic);
        for (Language language : allOf<Language>()) {
            const QString text = m_texts.raw(toText(Topic(topic)), language);
            QVERIFY(!text.isEmpty());
            QCOMPARE(setOf(namesIn(text)), setOf(variablesOf(Topic(topic))));
        }
    }

    void languagesHaveTheSameTexts() { // R11
        const auto korean = setOf(m_texts.names(Language::Korean));
        QCOMPARE(setOf(m_texts.names(Language::English)), korean);
        for (const QString &name : korean)
            QCOMPARE(setOf(namesIn(m_texts.raw(name, Language::English))),
                     setOf(namesIn(m_texts.raw(name, Language::Korean))));
    }

    void everyReasonOfAnEndingHasItsWords() { // R11
        for (Language language : allOf<Language>()) {
            for (EndReason reason : allOf<EndReason>())
                QVERIFY2(!m_texts.reason(reason, language).isEmpty(), toText(reason).data());
        }
    }

    void variablesStandWhereTheirNamesStood() {
        QCOMPARE(fill(QStringLiteral("{a} and {b}, {a}"),
                      {{QStringLiteral("a"), QStringLiteral("x")},
                       {QStringLiteral("b"), QStringLiteral("{a}")}}),
                 QStringLiteral("x and {a}, x"));
        QCOMPARE(fill(QStringLiteral("no names"), {}), QStringLiteral("no names"));
    }

    void messageIsWrittenInTheReadersLanguage() { // R11
        const Variables variables{{QStringLiteral("shop"), QStringLiteral("분식")},
                                  {QStringLiteral("number"), QStringLiteral("7")},
                                  {QStringLiteral("time"), QStringLiteral("18:30")}};
        const QString korean = m_texts.message(Topic::Accepted, Language::Korean, variables);
        QVERIFY(korean.contains(QStringLiteral("접수")));
        QVERIFY(korean.contains(QStringLiteral("18:30")));
        const QString english = m_texts.message(Topic::Accepted, Language::English, variables);
        QVERIFY(english.contains(QStringLiteral("accepted your order 7")));
    }

    void timeIsTheShopsAndNamesTheDayIfItIsAnother() {
        const QTimeZone seoul("Asia/Seoul");
        const auto at = [](const char *text) {
            return *Instant::fromRfc3339(QString::fromLatin1(text));
        };
        const Instant now = at("2026-11-22T03:00:00Z");
        QCOMPARE(m_texts.time(at("2026-11-22T09:30:00Z"), now, seoul, Language::Korean),
                 QStringLiteral("18:30"));
        QCOMPARE(m_texts.time(at("2026-11-22T16:30:00Z"), now, seoul, Language::Korean),
                 QStringLiteral("11/23 01:30"));
        QCOMPARE(m_texts.time({}, now, seoul, Language::English), QStringLiteral("soon"));
    }

    void amountsAreReadInTheirCurrency() {
        const auto money = [](qint64 minor, const char *code) {
            return *Money::of(minor, *Currency::fromCode(QString::fromLatin1(code)));
        };
        QCOMPARE(m_texts.amount(money(12'000, "KRW"), Language::Korean),
                 QStringLiteral("12,000원"));
        QCOMPARE(m_texts.amount(money(12'000, "KRW"), Language::English),
                 QStringLiteral("12,000 won"));
        QCOMPARE(m_texts.amount(money(1250, "EUR"), Language::English),
                 QStringLiteral("12.50 EUR"));
    }
};

std::unique_ptr<QObject> newTstTexts() {
    return std::make_unique<TstTexts>();
}

#include "TstTexts.moc"
