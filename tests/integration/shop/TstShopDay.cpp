// SPDX-License-Identifier: GPL-3.0-or-later
// The shop's figures in its window: to the coin, by themselves, and as a file.
#include "ShopBench.h"

#include "client-shop/DayPage.h"
#include "client-shop/FigureTile.h"
#include "desk/NoteLine.h"
#include "ui/Button.h"
#include "ui/Formats.h"
#include "ui/Segment.h"
#include "ui/TextField.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QFileDialog>

using namespace soban;
using namespace soban::shop_app;
using soban::testing::ShopBench;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstShopDay : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_bench = std::make_unique<ShopBench>(*theLook);
        QVERIFY(m_bench->start());
    }
    void cleanupTestCase() { m_bench.reset(); }
    void init() {
        QVERIFY(m_bench->openWindow());
        QTest::keyClick(&m_bench->window(), Qt::Key_4, Qt::ControlModifier);
        m_page = m_bench->window().findChild<DayPage *>();
        QVERIFY(m_page && m_page->isVisible());
        QTRY_VERIFY(m_page->takings().isFresh());
    }
    void cleanup() { m_bench->closeWindow(); }

    void figuresAreWhatTheOrdersCameTo();
    void csvIsWhatTheServerGives();
    void fileThatCannotBeWrittenIsTold();
    void monthAndPeriodAreChosenByKeyboard();
    void pageInEachLook();

private:
    QString tile(int index) const {
        return m_page->findChildren<FigureTile *>().at(index)->value();
    }
    /// All that a tile says.
    QString said(int index) const {
        return m_page->findChildren<FigureTile *>().at(index)->accessibleDescription();
    }
    ui::Button *csvButton() const {
        for (ui::Button *button : m_page->findChildren<ui::Button *>()) {
            if (button->symbol() == ui::Icon::Download)
                return button;
        }
        return nullptr;
    }
    QString note() const { return m_page->findChild<desk::NoteLine *>()->text(); }

    std::unique_ptr<ShopBench> m_bench;
    DayPage *m_page = nullptr;
    Money m_sum = Money::zero(Currency::krw());
    int m_orders = 0;
    QList<OrderId> m_placed;
};

void TstShopDay::figuresAreWhatTheOrdersCameTo() {
    for (int i = 0; i < 2; ++i) {
        const auto order = m_bench->order();
        QVERIFY(order);
        m_placed.append(order->id);
        // The new order brings the board to the front.
        QTRY_VERIFY(!m_page->isVisible());
        QTest::keyClick(&m_bench->window(), Qt::Key_4, Qt::ControlModifier);
        // The shop may yet refuse it.
        QTRY_VERIFY(said(1).contains(QStringLiteral("1 not accepted yet")));
        QCOMPARE(tile(0), ui::moneyText(m_sum));
        QCOMPARE(tile(1), QString::number(m_orders));
        m_bench->save(QStringLiteral("day-waiting-%1").arg(i));
        QVERIFY(m_bench->accept(order->id));
        m_sum = *m_sum.plus(order->total);
        ++m_orders;
        QTRY_COMPARE(tile(0), ui::moneyText(m_sum));
        QVERIFY(!said(1).contains(QStringLiteral("not accepted")));
        QCOMPARE(tile(1), QString::number(m_orders));
    }
    QCOMPARE(tile(3), QStringLiteral("–"));
    for (const OrderId &order : m_placed) {
        QVERIFY(m_bench->complete(order));
    }
    QTRY_COMPARE(tile(3), QStringLiteral("1 min")); // without anybody asking for it
    const auto figures =
        ShopBench::ask(m_bench->shop(), client::calls::figures(m_page->takings().span().from,
                                                               m_page->takings().span().to));
    QVERIFY(figures && figures->takings == m_sum);
    QCOMPARE(figures->meanPromisedSeconds, std::optional(20 * 60));
}

void TstShopDay::csvIsWhatTheServerGives() {
    const QString file = m_bench->file(QStringLiteral("today.csv"));
    QTest::mouseClick(csvButton(), Qt::LeftButton);
    QTRY_VERIFY(m_bench->window().findChild<QFileDialog *>());
    auto *dialog = m_bench->window().findChild<QFileDialog *>();
    dialog->selectFile(file);
    QMetaObject::invokeMethod(dialog, "accept");
    QTRY_VERIFY2(note().contains(QStringLiteral("today.csv")), qPrintable(note()));
    const FigureSpan &span = m_page->takings().span();
    const auto table =
        ShopBench::ask(m_bench->shop(), client::calls::exportOrders(span.from, span.to));
    QFile saved(file);
    QVERIFY(table && saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), table->bytes);
    QVERIFY(table->bytes.count('\n') == m_orders + 1);
}

void TstShopDay::fileThatCannotBeWrittenIsTold() {
    m_page->saveCsv(QStringLiteral("/proc/nowhere/today.csv"));
    QTRY_VERIFY2(note().contains(QStringLiteral("could not be written")), qPrintable(note()));
    QVERIFY(csvButton()->isEnabled());
}

void TstShopDay::monthAndPeriodAreChosenByKeyboard() {
    QVERIFY(QApplication::focusWidget());
    auto *segment = m_page->findChild<ui::Segment *>();
    QTest::keyClick(segment->findChildren<QAbstractButton *>().at(0), Qt::Key_Right);
    QTRY_COMPARE(m_page->takings().span().kind, SpanKind::Month);
    QCOMPARE(m_page->takings().span().from.day(), 1);
    QTest::keyClick(segment->findChildren<QAbstractButton *>().at(1), Qt::Key_Right);
    QTRY_COMPARE(m_page->takings().span().kind, SpanKind::Period);
    const QDate today = m_page->takings().now().date();
    const auto days = m_page->findChildren<ui::TextField *>();
    QCOMPARE(days.size(), 2);
    const auto type = [](ui::TextField *field, const QString &text) {
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    };
    type(days.at(0), QStringLiteral("2026-13-40"));
    QVERIFY(days.at(0)->isWrong());
    type(days.at(0), today.addDays(-1).toString(Qt::ISODate));
    QVERIFY(!days.at(0)->isWrong());
    QCOMPARE(m_page->takings().span().from, today.addDays(-1));
    m_bench->save(QStringLiteral("day-period"));
    m_page->takings().choosePeriod(today.addDays(-300), today.addDays(3));
    QCOMPARE(m_page->takings().span().to, today);
    QCOMPARE(m_page->takings().span().from, today.addDays(1 - Takings::kMostDays));
    QTRY_VERIFY(m_page->takings().isFresh());
    QCOMPARE(tile(0), ui::moneyText(m_sum));
}

void TstShopDay::pageInEachLook() {
    const QString nameless = m_bench->nameless();
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless));
    m_bench->saveInEachLook(QStringLiteral("day"));
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstShopDay test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopDay.moc"
