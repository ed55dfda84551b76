// SPDX-License-Identifier: GPL-3.0-or-later
// Kitchen tickets: each accepted order once by itself, also when the app starts again; copies say
// that they are copies.
#include "ShopBench.h"

#include "client-shop/BoardList.h"
#include "client-shop/PrintSection.h"
#include "client-shop/RecentOrders.h"
#include "client-shop/TicketSheet.h"
#include "desk/SettingsSheet.h"
#include "support/PdfGlyphs.h"
#include "ui/Button.h"
#include "ui/Receipt.h"
#include "ui/Segment.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>

using namespace soban;
using namespace soban::shop_app;
using soban::testing::ShopBench;
using ShopLane = shop_app::Lane;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstShopPrinting : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_bench = std::make_unique<ShopBench>(*theLook);
        QVERIFY(m_bench->start());
        QVERIFY(m_bench->openWindow());
    }
    void cleanupTestCase() { m_bench.reset(); }

    void nothingIsPrintedUnlessAskedFor();
    void acceptedOrderIsPrintedOnceAndNotAgainAfterARestart();
    void copyOnDemandSaysSo();
    void whatIsOverOpensAndIsPrintedAgain();
    void sectionInEachLook();

private:
    QStringList pdfs() const {
        return QDir(m_bench->file(QStringLiteral("tickets"))).entryList({QStringLiteral("*.pdf")});
    }
    QByteArray read(const QString &name) const {
        QFile file(m_bench->file(QStringLiteral("tickets/") + name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    BoardList *lane(ShopLane which) const {
        for (BoardList *list : m_bench->window().findChildren<BoardList *>()) {
            if (list->lane() == which)
                return list;
        }
        return nullptr;
    }
    void chooseTarget(int index) {
        m_bench->window().openSettings();
        QCoreApplication::processEvents(); // the layout is done later
        auto *segment = m_bench->window().findChild<PrintSection *>()->findChild<ui::Segment *>();
        QTest::mouseClick(segment->findChildren<QAbstractButton *>().at(index), Qt::LeftButton);
    }

    std::unique_ptr<ShopBench> m_bench;
    std::optional<contract::OrderView> m_order;
};

void TstShopPrinting::nothingIsPrintedUnlessAskedFor() {
    QDir().mkpath(m_bench->file(QStringLiteral("tickets")));
    // The folder is set beforehand; the choice is made in the window.
    m_bench->closeWindow();
    QSettings(m_bench->file(QStringLiteral("printing.ini")), QSettings::IniFormat)
        .setValue(QStringLiteral("tickets/folder"), m_bench->file(QStringLiteral("tickets")));
    QVERIFY(m_bench->openWindow(true));
    const auto order = m_bench->order();
    QVERIFY(order && m_bench->accept(order->id));
    QTRY_VERIFY(lane(ShopLane::Preparing)->count() > 0);
    chooseTarget(2);
    m_bench->window().findChild<desk::SettingsSheet *>()->close();
    QVERIFY(pdfs().isEmpty()); // it was accepted before; the next one will be the first
}

void TstShopPrinting::acceptedOrderIsPrintedOnceAndNotAgainAfterARestart() {
    theLook->setLanguage(Language::Korean);
    m_order = m_bench->order();
    QVERIFY(m_order && m_bench->accept(m_order->id));
    QTRY_COMPARE(pdfs().size(), 1);
    QVERIFY(pdfs().first().endsWith(QStringLiteral("-%1.pdf").arg(m_order->number)));
    const QByteArray pdf = read(pdfs().first());
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY2(soban::testing::hasGlyphsFor(pdf, m_order->lines.first().name.ko + m_order->note),
             "Korean is not in the file");
    m_bench->closeWindow();
    QVERIFY(m_bench->openWindow(true));
    QTRY_VERIFY(lane(ShopLane::Preparing)->count() >= 2);
    const auto next = m_bench->order();
    QVERIFY(next && m_bench->accept(next->id));
    QTRY_COMPARE(pdfs().size(), 2); // the new one: had the first come again, it had come before it
    for (const QString &name : pdfs())
        QVERIFY(!name.contains(QStringLiteral("copy")));
}

void TstShopPrinting::copyOnDemandSaysSo() {
    BoardList *preparing = lane(ShopLane::Preparing);
    const auto *column = qobject_cast<const BoardColumn *>(preparing->model());
    preparing->enter();
    preparing->setCurrentIndex(column->find(m_order->id));
    QTest::keyClick(preparing, Qt::Key_P);
    QTRY_COMPARE(pdfs().size(), 3);
    QCOMPARE(pdfs().filter(QStringLiteral("copy")).size(), 1);
    // And by the button on the card.
    preparing->scrollTo(column->find(m_order->id));
    QCoreApplication::processEvents();
    const QRect button = preparing->partRect(m_order->id, TicketPart::Print);
    QVERIFY(button.height() >= ui::metrics::kTouchHeight);
    QTest::mouseClick(preparing->viewport(), Qt::LeftButton, {}, button.center());
    QTRY_COMPARE(pdfs().size(), 4);
    m_bench->save(QStringLiteral("printed"));
}

void TstShopPrinting::whatIsOverOpensAndIsPrintedAgain() {
    QVERIFY(m_bench->complete(m_order->id));
    // From the board by a press on the card…
    BoardList *out = lane(ShopLane::Out);
    const auto *column = qobject_cast<const BoardColumn *>(out->model());
    QTRY_VERIFY(column->find(m_order->id).isValid());
    QCoreApplication::processEvents(); // the layout is done later
    out->scrollTo(column->find(m_order->id));
    QTest::mouseClick(out->viewport(), Qt::LeftButton, {},
                      out->visualRect(column->find(m_order->id)).topLeft() + QPoint(30, 20));
    auto *sheet = m_bench->window().findChild<TicketSheet *>();
    QVERIFY(sheet && sheet->isVisible());
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
    // …and from the day's figures by Enter.
    QTest::keyClick(&m_bench->window(), Qt::Key_4, Qt::ControlModifier);
    auto *recent = m_bench->window().findChild<RecentOrders *>();
    QTRY_VERIFY(recent->isVisible() && recent->count() > 0);
    recent->setFocus();
    const auto *orders = qobject_cast<const RecentColumn *>(recent->model());
    for (int row = 0; row < orders->rowCount(); ++row) {
        if (orders->at(orders->index(row, 0)).id == m_order->id)
            recent->setCurrentIndex(orders->index(row, 0));
    }
    QTest::keyClick(recent, Qt::Key_Return);
    QVERIFY(sheet->isVisible());
    const auto &content = sheet->findChild<ui::Receipt *>()->content();
    QCOMPARE(content.lines.size(), m_order->lines.size());
    QVERIFY(content.lines.first().name == m_order->lines.first().name.in(theLook->language()));
    QVERIFY(content.notes.last().text == m_order->note);
    m_bench->saveInEachLook(QStringLiteral("ticket"));
    const auto before = pdfs().size();
    for (ui::Button *button : sheet->findChildren<ui::Button *>()) {
        if (button->symbol() == ui::Icon::Print)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(pdfs().size(), before + 1);
    sheet->close();
}

void TstShopPrinting::sectionInEachLook() {
    m_bench->window().openSettings();
    const QString nameless = m_bench->nameless();
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless));
    auto *sheet = m_bench->window().findChild<desk::SettingsSheet *>();
    auto *section = sheet->findChild<PrintSection *>();
    QVERIFY(section->isVisible());
    auto *pane = sheet->findChild<QScrollArea *>();
    connect(pane->verticalScrollBar(), &QScrollBar::rangeChanged, section,
            [pane, section] { pane->ensureWidgetVisible(section, 0, 0); });
    pane->ensureWidgetVisible(section, 0, 0);
    m_bench->saveInEachLook(QStringLiteral("print-settings"));
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstShopPrinting test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopPrinting.moc"
