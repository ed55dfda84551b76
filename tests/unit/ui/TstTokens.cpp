// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Tokens.h"

#include <QTest>

using namespace soban::ui;

class TstTokens : public QObject {
    Q_OBJECT

private slots:
    void contrastIsMeasuredAsTheStandardSays() {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::white), 1.0);
        QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void textIsReadable_data() {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("ground");
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Tokens &t = Tokens::of(scheme);
            const auto row = [&](const char *name, const QColor &ink, const QColor &ground) {
                const QString whole =
                    QLatin1StringView(scheme == Scheme::Light ? "light" : "dark") + u' ' +
                    QLatin1StringView(name);
                QTest::newRow(qUtf8Printable(whole)) << ink << ground;
            };
            for (const QColor &ground : {t.ground, t.surface, t.sunken}) {
                row("ink", t.ink, ground);
                row("ink2", t.ink2, ground);
                row("ink3", t.ink3, ground);
                row("accent", t.accent.ink, ground);
                row("fresh", t.fresh.ink, ground);
                row("late", t.late.ink, ground);
                row("danger", t.danger.ink, ground);
            }
            for (const Tone tone : {Tone::Plain, Tone::Accent, Tone::Fresh, Tone::Waiting,
                                    Tone::Late, Tone::Done, Tone::Danger})
                row("tone on its soft ground", t.tone(tone).ink, t.tone(tone).soft);
            row("ink on what is selected", t.ink, t.accent.soft);
            row("ink2 on what is selected", t.ink2, t.accent.soft);
            row("on the accent", t.onAccent, t.accent.ink);
            row("on the accent, hovered", t.onAccent, t.accentHover);
            row("on the accent, pressed", t.onAccent, t.accentPressed);
            row("on lacquer", t.onLacquer, t.lacquer);
            row("on raised lacquer", t.onLacquer, t.lacquerRaised);
            row("second on lacquer", t.onLacquer2, t.lacquer);
            row("second on raised lacquer", t.onLacquer2, t.lacquerRaised);
            row("pressed danger", t.surface, t.danger.ink);
        }
    }
    void textIsReadable() {
        QFETCH(QColor, ink);
        QFETCH(QColor, ground);
        QVERIFY2(contrast(ink, ground) >= 4.5, qPrintable(QString::number(contrast(ink, ground))));
    }

    void controlsAreSeen() {
        for (const Scheme scheme : {Scheme::Light, Scheme::Dark}) {
            const Tokens &t = Tokens::of(scheme);
            QVERIFY(contrast(t.control, t.surface) >= 3.0);
            QVERIFY(contrast(t.control, t.ground) >= 3.0);
        }
    }
};

QTEST_GUILESS_MAIN(TstTokens)
#include "TstTokens.moc"
