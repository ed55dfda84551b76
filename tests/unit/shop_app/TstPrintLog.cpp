// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/PrintLog.h"
#include "client-shop/PrintSettings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace soban;
using namespace soban::shop_app;

namespace {

OrderId order(qint64 number) {
    return *OrderId::fromNumber(number);
}

} // namespace

class TstPrintLog : public QObject {
    Q_OBJECT

private slots:
    void remembersTheLastStepOfEach() {
        {
            PrintLog log(file());
            QVERIFY(log.open().isEmpty());
            QVERIFY(log.write(order(1), PrintState::Begun));
            QVERIFY(log.write(order(1), PrintState::Done));
            QVERIFY(log.write(order(2), PrintState::Begun)); // and then the power went
        }
        const auto states = PrintLog(file()).open();
        QCOMPARE(states.size(), 2);
        QVERIFY(states.value(order(1)) == PrintState::Done);
        QVERIFY(states.value(order(2)) == PrintState::Begun);
    }

    void damagedLinesAreOverlooked() {
        QFile torn(file());
        QVERIFY(torn.open(QIODevice::Append));
        torn.write("ord_00");
        torn.close();
        PrintLog log(file());
        QCOMPARE(log.open().size(), 2);
        QVERIFY(log.write(order(3), PrintState::Failed));
        QCOMPARE(PrintLog(file()).open().size(), 3);
    }

    void automaticPrintingBeginsWhenItIsSet() {
        const Instant noon = Instant::fromMs(1'800'000'000'000);
        const QString ini = m_folder.filePath(QStringLiteral("printing.ini"));
        {
            PrintSettings settings(ini);
            QVERIFY(!settings.since());
            settings.setTarget(PrintTarget::Folder, noon);
            settings.setTarget(PrintTarget::Printer, noon + std::chrono::hours(1));
            QCOMPARE(settings.since(), std::optional(noon)); // it went on elsewhere
        }
        PrintSettings settings(ini);
        QCOMPARE(settings.since(), std::optional(noon));
        settings.setTarget(PrintTarget::Off, noon);
        QVERIFY(!settings.since());
    }

private:
    QString file() const { return m_folder.filePath(QStringLiteral("deep/printed.log")); }

    QTemporaryDir m_folder;
};

QTEST_MAIN(TstPrintLog)
#include "TstPrintLog.moc"
