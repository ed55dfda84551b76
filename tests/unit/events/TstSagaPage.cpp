// SPDX-License-Identifier: GPL-3.0-or-later
// docs/saga.md speaks of what there is, and leaves nothing of the money out.
#include "contract/ErrorCode.h"
#include "domain/Event.h"
#include "domain/Payment.h"
#include "events/TimerBook.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace soban;

class TstSagaPage : public QObject {
    Q_OBJECT

private:
    QString m_page;

    /// As a word of its own.
    bool names(QLatin1StringView word) const {
        const QRegularExpression whole(
            u"(?<![A-Za-z.-])" + QRegularExpression::escape(QString(word)) + u"(?![A-Za-z-])");
        return m_page.contains(whole);
    }

private slots:
    void initTestCase() {
        QFile page(QStringLiteral(SOBAN_SOURCE_DIR "/docs/saga.md"));
        QVERIFY2(page.open(QIODevice::ReadOnly), qPrintable(page.fileName()));
        m_page = QString::fromUtf8(page.readAll());
    }

    void everyEventThatItNamesExists() {
        static const QRegularExpression kEvent(QStringLiteral("soban\\.[a-z]+\\.[a-z-]+"));
        auto found = kEvent.globalMatch(m_page);
        QVERIFY(found.hasNext());
        while (found.hasNext()) {
            const QString name = found.next().captured();
            QVERIFY2(enumFromText<EventType>(name), qPrintable(name));
        }
    }

    void everyEventOfTheMoneyIsTold() { // G3 G4 G5
        for (const EventType type : allOf<EventType>()) {
            const QLatin1StringView name = toText(type);
            if (name.startsWith(QLatin1StringView("soban.payment.")) ||
                name.startsWith(QLatin1StringView("soban.refund.")))
                QVERIFY2(names(name), name.data());
        }
    }

    void everyStateOfAPaymentIsTold() { // G4
        for (const PaymentState state : allOf<PaymentState>())
            QVERIFY2(names(toText(state)), toText(state).data());
    }

    void everyTimerIsTold() { // G12
        for (const TimerKind kind : allOf<TimerKind>())
            QVERIFY2(names(toText(kind)), toText(kind).data());
    }

    void refusalThatItNamesExists() {
        QVERIFY(names(toText(contract::ErrorCode::PaymentUnavailable)));
    }
};

std::unique_ptr<QObject> newTstSagaPage() {
    return std::make_unique<TstSagaPage>();
}

#include "TstSagaPage.moc"
