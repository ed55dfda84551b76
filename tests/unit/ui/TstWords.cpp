// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Bars.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"
#include "ui/Words.h"

#include <QApplication>
#include <QLabel>
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
};

QTEST_MAIN(TstWords)
#include "TstWords.moc"
