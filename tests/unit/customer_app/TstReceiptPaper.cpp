// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/OrderSteps.h"
#include "client-customer/ReceiptPaper.h"
#include "ui/SobanStyle.h"

#include "OrderKit.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace soban;
using namespace soban::customer;
using namespace soban::testing;

class TstReceiptPaper : public QObject {
    Q_OBJECT

private slots:
    void receiptBecomesAPdf() {
        const ReceiptPaper paper(
            OrderSteps::paper(order(OrderState::Completed), {}, Language::English),
            Language::English);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("receipt.pdf"));
        QVERIFY(paper.savePdf(file));
        QFile saved(file);
        QVERIFY(saved.open(QIODevice::ReadOnly));
        const QByteArray bytes = saved.readAll();
        QVERIFY(bytes.startsWith("%PDF-") && bytes.contains("%%EOF"));
        QCOMPARE(bytes.count("/Type /Page\n"), 1);
        // A place that cannot be written to is told, and nothing is left there.
        QVERIFY(!paper.savePdf(folder.filePath(QStringLiteral("no/such/folder.pdf"))));
    }
};

int main(int argc, char **argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    ui::SobanStyle::install(application);
    TstReceiptPaper test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstReceiptPaper.moc"
