// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/AppOptions.h"

#include "desk/Places.h"

#include <QTest>

using namespace soban;
using namespace soban::desk;

namespace {

Result<AppOptions, Leaving> parse(const QString &words) {
    QStringList arguments{QStringLiteral("soban-shop")};
    arguments += words.split(u' ', Qt::SkipEmptyParts);
    return AppOptions::parse(App::Shop, arguments);
}

} // namespace

class TstAppOptions : public QObject {
    Q_OBJECT

private slots:
    void saysNothingOfWhatIsNotGiven() {
        const auto options = parse({});
        QVERIFY(options.ok());
        QCOMPARE(options->server.origin(), QStringLiteral("http://127.0.0.1:8080"));
        QCOMPARE(options->profile, QStringLiteral("default"));
        QVERIFY(!options->language && !options->scheme && !options->textScale);
        QVERIFY(options->usesKeychain);
        QVERIFY(!options->signIn && !options->window);
    }

    void takesAll() {
        const auto options =
            parse(QStringLiteral("--server https://soban.example --profile second-till --lang en "
                                 "--scheme dark --text-scale 1.5 --no-keychain"));
        QVERIFY2(options.ok(), qPrintable(options.ok() ? QString() : options.error().text));
        QCOMPARE(options->server.origin(), QStringLiteral("https://soban.example"));
        QCOMPARE(options->profile, QStringLiteral("second-till"));
        QCOMPARE(*options->language, Language::English);
        QCOMPARE(*options->scheme, ui::Look::Choice::Dark);
        QCOMPARE(*options->textScale, 1.5);
        QVERIFY(!options->usesKeychain);
    }

    void signsInWithThePasswordOfTheEnvironment() {
        const auto options = parse(QStringLiteral("--sign-in till@shop --window 640x480-10+20"));
        QVERIFY2(options.ok(), qPrintable(options.ok() ? QString() : options.error().text));
        QCOMPARE(options->signIn->login, QStringLiteral("till@shop"));
        QCOMPARE(options->signIn->password, QString());
        QCOMPARE(*options->window, QRect(-10, 20, 640, 480));
        qputenv(AppOptions::kPasswordVariable, "secret");
        const auto complete = parse(QStringLiteral("--sign-in till@shop"));
        qunsetenv(AppOptions::kPasswordVariable);
        QCOMPARE(complete->signIn->password, QStringLiteral("secret"));
    }

    void plainTextToAnotherMachineMustBeAskedFor() {
        QVERIFY(!parse(QStringLiteral("--server http://10.0.0.7:8080")).ok());
        QVERIFY(parse(QStringLiteral("--server http://10.0.0.7:8080 --allow-plain-http")).ok());
    }

    void saysWhatIsWrongAndLeavesWith2_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, const char *words, const char *says) {
            QTest::newRow(name) << QString::fromLatin1(words) << QString::fromLatin1(says);
        };
        row("unknown option", "--sevrer http://localhost", "sevrer");
        row("unknown word", "please", "please");
        row("twice", "--lang ko --lang en", "--lang is given twice");
        row("no value", "--server", "server");
        row("not an address", "--server nowhere", "--server");
        row("with a path", "--server http://localhost/api", "--server");
        row("profile with a way out", "--profile ../other", "--profile");
        row("empty profile", "--profile=", "--profile");
        row("long profile", "--profile aaaaaaaaaabbbbbbbbbbccccccccccddd", "--profile");
        row("language", "--lang fr", "--lang takes ko or en");
        row("scheme", "--scheme sepia", "--scheme takes");
        row("too large", "--text-scale 2.1", "--text-scale takes");
        row("too small", "--text-scale 0.9", "--text-scale takes");
        row("no number", "--text-scale nan", "--text-scale takes");
        row("no place", "--window 640x480", "--window takes");
        row("no width", "--window 0x480+1+1", "--window takes");
    }
    void saysWhatIsWrongAndLeavesWith2() {
        QFETCH(QString, words);
        QFETCH(QString, says);
        const auto options = parse(words);
        QVERIFY(!options.ok());
        QCOMPARE(options.error().exitCode, 2);
        QVERIFY2(options.error().text.contains(says), qPrintable(options.error().text));
        QVERIFY(options.error().text.endsWith(u'\n'));
    }

    void helpNamesEveryOption() {
        const auto options = parse(QStringLiteral("--help"));
        QVERIFY(!options.ok());
        QCOMPARE(options.error().exitCode, 0);
        for (const char *name :
             {"--server", "--allow-plain-http", "--profile", "--lang", "--scheme", "--text-scale",
              "--no-keychain", "--sign-in", "--window", "--version"})
            QVERIFY2(options.error().text.contains(QLatin1StringView(name)), name);
    }

    void appsAndProfilesShareNothing() {
        const Places one = Places::of(App::Shop, QStringLiteral("default"));
        for (const Places &other : {Places::of(App::Shop, QStringLiteral("second")),
                                    Places::of(App::Rider, QStringLiteral("default"))}) {
            QVERIFY(one.settingsFile != other.settingsFile);
            QVERIFY(one.cursorsFile != other.cursorsFile);
            QVERIFY(one.journalFile != other.journalFile);
            QVERIFY(one.cacheFolder != other.cacheFolder);
            QVERIFY(one.keychainKey != other.keychainKey);
            QVERIFY(one.instanceLock != other.instanceLock);
        }
    }
};

QTEST_GUILESS_MAIN(TstAppOptions)
#include "TstAppOptions.moc"
