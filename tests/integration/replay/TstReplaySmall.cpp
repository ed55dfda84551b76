// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ChildProcess.h"

#include <QTemporaryDir>
#include <QTest>

using soban::testing::ChildProcess;

namespace {

constexpr int kOrders = 12;
constexpr int kRestaurants = 5;
constexpr int kCouriers = 6;

/// Two hours of a small town: shops on a circle, riders among them, an order every few minutes.
struct Files {
    QByteArray orders = "order\tx\ty\tplacement_time\trestaurant\tready_time\n";
    QByteArray couriers = "courier\tx\ty\ton_time\toff_time\n";
    QByteArray restaurants = "restaurant\tx\ty\n";
    QByteArray parameters = "meters_per_minute\tpickup service minutes\tdropoff service minutes\n"
                            "320\t4\t4\n";

    Files() {
        const auto row = [](const char *name, int number, const QList<int> &cells) {
            QByteArray text = name + QByteArray::number(number);
            for (int cell : cells)
                text += '\t' + QByteArray::number(cell);
            return text;
        };
        for (int i = 0; i < kRestaurants; ++i)
            restaurants += row("r", i + 1, {1000 + 700 * i, 2000 - 300 * i}) + '\n';
        for (int i = 0; i < kCouriers; ++i)
            couriers += row("c", i + 1, {800 * i, 500 * i, 3 * i, 110}) + '\n';
        for (int i = 0; i < kOrders; ++i) {
            orders += row("o", i + 1, {300 * i, 4000 - 250 * i, 6 + 4 * i}) + "\tr" +
                      QByteArray::number(1 + i % kRestaurants) + '\t' +
                      QByteArray::number(6 + 4 * i + 10 + i % 7) + '\n';
        }
    }

    bool writeTo(const QTemporaryDir &folder) const {
        const auto write = [&folder](const char *name, const QByteArray &text) {
            QFile file(folder.filePath(QString::fromLatin1(name)));
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        return write("orders.txt", orders) && write("couriers.txt", couriers) &&
               write("restaurants.txt", restaurants) &&
               write("instance_parameters.txt", parameters);
    }
};

ChildProcess::Setup replayOf(const QTemporaryDir &folder, const QStringList &arguments) {
    return {QStringLiteral(SOBAN_BIN_DIR "/soban-replay"), QStringList{folder.path()} + arguments};
}

} // namespace

class TstReplaySmall : public QObject {
    Q_OBJECT

private slots:
    void init();
    void completesEveryOrder();
    void namesWhatIsWrongWithAnInstance();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstReplaySmall::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(Files().writeTo(*m_folder));
}

void TstReplaySmall::completesEveryOrder() {
    QStringList arguments{QStringLiteral("--speed"), QStringLiteral("600")};
    arguments += QStringLiteral(REPLAY_ARGUMENTS).split(u' ', Qt::SkipEmptyParts);
    ChildProcess replay(replayOf(*m_folder, arguments));
    const auto events = replay.start(QStringLiteral("events: "), std::chrono::seconds(80));
    QVERIFY2(events, replay.standardError().constData());
    if (arguments.contains(QStringLiteral("--streams")))
        QVERIFY2(events->startsWith(QStringLiteral("0 pushed, ")), qPrintable(*events));
    else
        QVERIFY2(!events->startsWith(QStringLiteral("0 pushed, ")), qPrintable(*events));
    const auto verdict = replay.waitForLine(QStringLiteral("replay: "), std::chrono::seconds(80));
    QVERIFY2(verdict, replay.standardError().constData());
    QCOMPARE(*verdict,
             QStringLiteral("%1 orders, %1 completed, 0 imbalances, 0 missed events").arg(kOrders));
    QVERIFY(replay.waitForEnd());
    QCOMPARE(replay.exitCode(), 0);
}

void TstReplaySmall::namesWhatIsWrongWithAnInstance() {
    QFile file(m_folder->filePath(QStringLiteral("couriers.txt")));
    QVERIFY(file.open(QIODevice::Append));
    file.write("c99\there\t0\t0\t60\n");
    file.close();
    ChildProcess replay(replayOf(*m_folder, {}));
    QVERIFY(!replay.run(std::chrono::seconds(20)));
    QCOMPARE(replay.exitCode(), 2);
    QVERIFY2(replay.standardError().contains("couriers.txt, line 8: x is \"here\""),
             replay.standardError().constData());
}

QTEST_GUILESS_MAIN(TstReplaySmall)
#include "TstReplaySmall.moc"
