// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Bars.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"
#include "ui/Words.h"

#include <QApplication>
#include <QDirIterator>
#include <QFile>
#include <QLabel>
#include <QRegularExpression>
#include <QTest>

using namespace soban;
using namespace soban::ui;

class TstWords : public QObject {
    Q_OBJECT

private slots:
    void speaksTheLanguageOfTheLookAtOnce() {
        Look &look = SobanStyle::install(*qApp);
        const Translations translations(look);
        QCOMPARE(Words::of(ShopMode::Paused), QStringLiteral("잠시 멈춤"));
        StatusStrip strip;
        strip.setLiveness(Liveness::Live);
        const auto words = [&] {
            QStringList found;
            for (const QLabel *label : strip.findChildren<QLabel *>())
                found.append(label->text());
            return found.join(u' ');
        };
        QVERIFY2(words().contains(QStringLiteral("실시간 연결")), qPrintable(words()));
        look.setLanguage(Language::English);
        QCOMPARE(Words::of(ShopMode::Paused), QStringLiteral("Paused"));
        QTRY_VERIFY2(words().contains(QStringLiteral("Live")), qPrintable(words()));
    }

    void everyStageHasItsWord() {
        for (const OrderState state : allOf<OrderState>()) {
            for (const Fulfilment how : allOf<Fulfilment>()) {
                const Stage stage{state, DeliveryState::None, how};
                QVERIFY(!Words::of(stage).isEmpty());
                const Chip chip = Words::chipOf(stage);
                QVERIFY(chip.icon && chip.strong == Words::of(stage)); // never colour alone
            }
        }
    }

    void everyWordOfTheAppsIsTranslated_data() {
        QTest::addColumn<QString>("file");
        const QDir source(QStringLiteral(SOBAN_SOURCE_DIR));
        const QStringList folders{QStringLiteral("shared"), QStringLiteral("client-customer"),
                                  QStringLiteral("client-shop"), QStringLiteral("client-rider")};
        for (const QString &folder : folders) {
            QDirIterator files(source.filePath(folder), {QStringLiteral("*.ts")}, QDir::Files,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QString path = files.next();
                QTest::newRow(qUtf8Printable(source.relativeFilePath(path))) << path;
            }
        }
    }
    void everyWordOfTheAppsIsTranslated() {
        QFETCH(QString, file);
        QFile ts(file);
        QVERIFY(ts.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(ts.readAll());
        QVERIFY(text.contains(QStringLiteral("<message")));
        static const QRegularExpression lacking(
            QStringLiteral("<translation type=|<translation ?/>|<translation></translation>"));
        QVERIFY2(!text.contains(lacking), "run ./run words and translate what is new");
        // Without their namespaces the words would never be found.
        static const QRegularExpression bare(QStringLiteral("<name>(?!soban::)"));
        QVERIFY(!text.contains(bare));
    }
};

QTEST_MAIN(TstWords)
#include "TstWords.moc"
