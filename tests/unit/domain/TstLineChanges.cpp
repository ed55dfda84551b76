// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/LineChanges.h"

#include <QTest>

using namespace soban;
using Kind = LineChange::Kind;

class TstLineChanges : public QObject {
    Q_OBJECT

private:
    static Money won(qint64 amount) { return *Money::of(amount, Currency::krw()); }
    static PricedOption option(qint64 id) {
        return {
            *OptionId::fromNumber(id), {QStringLiteral("곱"), QStringLiteral("Large")}, won(500)};
    }
    static OrderLine line(qint64 item, int quantity, const QList<PricedOption> &options = {}) {
        return {*MenuItemId::fromNumber(item),
                {QStringLiteral("국"), QStringLiteral("Soup")},
                options,
                quantity,
                won(1000),
                won(1000 * quantity)};
    }

private slots:
    void tellsWhatBecameOfEachLine() { // R7
        const QList<OrderLine> before{line(1, 2), line(2, 1), line(3, 1)};
        const QList<OrderLine> now{line(2, 4), line(1, 2), line(4, 1)};
        const QList<LineChange> expected{{Kind::Recounted, now[0], 1},
                                         {Kind::Kept, now[1], 2},
                                         {Kind::Added, now[2], 0},
                                         {Kind::Removed, before[2], 1}};
        QVERIFY(lineChanges(before, now) == expected);
    }

    void otherOptionsAreAnotherLine() { // R7
        const auto plain = line(1, 1);
        const auto large = line(1, 1, {option(7)});
        const QList<LineChange> expected{{Kind::Added, large, 0}, {Kind::Removed, plain, 1}};
        QVERIFY(lineChanges({plain}, {large}) == expected);
    }

    void whatIsTheSameWasKept() {
        const QList<OrderLine> lines{line(1, 1, {option(7), option(8)}), line(1, 3)};
        for (const LineChange &change : lineChanges(lines, lines))
            QCOMPARE(change.kind, Kind::Kept);
        QVERIFY(lineChanges({}, {}).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TstLineChanges)
#include "TstLineChanges.moc"
