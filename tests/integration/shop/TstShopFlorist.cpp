// SPDX-License-Identifier: GPL-3.0-or-later
// A bouquet for another day, on the florist's real board over the real server:
// when it may leave, and what the florist can read who drives there.
#include "PictureFile.h"
#include "ShopBench.h"

#include "client-shop/BoardList.h"
#include "client-shop/HandOverSheet.h"
#include "client-shop/PicturePart.h"
#include "client-shop/TicketSheet.h"
#include "ui/Button.h"
#include "ui/FocusRing.h"
#include "ui/Question.h"
#include "ui/Segment.h"
#include "ui/Translations.h"
#include "ui/UndoBar.h"

#include <QApplication>

using namespace soban;
using namespace soban::shop_app;
using soban::testing::ShopBench;
using ShopLane = shop_app::Lane;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstShopFlorist : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_bench.reset(); }
    void leavesBeforeItsDayOnlyWhenSure();
    void setOutIsUndone();
    void whoDrivesThereReadsWhere();
    void opensByAPressAndWasNeverPrinted();
    void codeIsAskedForOnceItIsPaid();
    void photoProvesItWhereNobodyOpens();

private:
    BoardList *lane(ShopLane which) const;
    QModelIndex in(ShopLane which) const {
        return qobject_cast<const BoardColumn *>(lane(which)->model())->find(m_order->id);
    }
    /// Accepted and ready, for `m_later`.
    void makeBouquet();
    void pressStep(ShopLane where) const;
    /// Presses the agreeing answer of the open question.
    void agree() const;
    ui::Question *question() const { return m_bench->window().findChild<ui::Question *>(); }
    ui::UndoBar *bar() const { return m_bench->window().findChild<ui::UndoBar *>(); }
    OrderState known() const {
        return m_bench->window().findChild<TicketBook *>()->known(m_order->id)->state;
    }

    std::unique_ptr<ShopBench> m_bench;
    Instant m_later = Instant::fromMs(0);
    std::optional<contract::OrderView> m_order;
};

void TstShopFlorist::initTestCase() {
    m_bench = std::make_unique<ShopBench>(*theLook);
    QVERIFY(m_bench->start());
    m_bench->setLogin(QStringLiteral("shop11@demo.soban"));
    QVERIFY(m_bench->openWindow());
    const auto settings = ShopBench::ask(m_bench->shop(), client::calls::ownShop());
    QVERIFY(settings);
    const QTimeZone zone(settings->timeZone.toUtf8());
    constexpr int kDays = 6;
    const QDate day = m_bench->shop().clock().now().toUtc().toTimeZone(zone).date().addDays(kDays);
    m_later = Instant::fromMs(QDateTime(day, QTime(18, 0), zone).toMSecsSinceEpoch());
    makeBouquet();
}

void TstShopFlorist::makeBouquet() {
    m_order = m_bench->bouquet(m_later);
    QVERIFY(m_order);
    QTRY_VERIFY(in(ShopLane::New).isValid());
    QVERIFY(m_bench->accept(m_order->id, 30) && m_bench->finish(m_order->id));
    QTRY_VERIFY(in(ShopLane::Ready).isValid());
}

BoardList *TstShopFlorist::lane(ShopLane which) const {
    for (BoardList *list : m_bench->window().findChildren<BoardList *>()) {
        if (list->lane() == which)
            return list;
    }
    return nullptr;
}

void TstShopFlorist::pressStep(ShopLane where) const {
    BoardList *list = lane(where);
    QTRY_VERIFY(!list->partRect(m_order->id, TicketPart::Step).isEmpty());
    QCoreApplication::processEvents(); // the layout is done later
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->partRect(m_order->id, TicketPart::Step).center());
}

void TstShopFlorist::agree() const {
    QVERIFY(question());
    for (ui::Button *button : question()->findChildren<ui::Button *>()) {
        if (button->role() == ui::ButtonRole::Primary)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(!question());
}

void TstShopFlorist::leavesBeforeItsDayOnlyWhenSure() { // R1
    QVERIFY(m_bench->sees(QStringLiteral("0 orders today")));
    pressStep(ShopLane::Ready);
    QVERIFY(question() && question()->isVisible());
    QVERIFY2(question()->accessibleDescription().contains(QStringLiteral("18:00")),
             qPrintable(question()->accessibleDescription()));
    m_bench->save(QStringLiteral("florist-set-out"));
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QVERIFY(in(ShopLane::Ready).isValid() && !in(ShopLane::Out).isValid());
}

void TstShopFlorist::setOutIsUndone() {
    pressStep(ShopLane::Ready);
    agree();
    QTRY_VERIFY(in(ShopLane::Out).isValid()); // shown at once
    QVERIFY(bar() && bar()->isVisible());
    QCOMPARE(known(), OrderState::Ready); // and nobody is told yet
    QTest::mouseClick(bar()->findChild<ui::Button *>(), Qt::LeftButton);
    QTRY_VERIFY(in(ShopLane::Ready).isValid());
    QVERIFY(!in(ShopLane::Out).isValid());
}

void TstShopFlorist::whoDrivesThereReadsWhere() {
    pressStep(ShopLane::Ready);
    agree();
    QTRY_VERIFY(in(ShopLane::Out).isValid());
    QTRY_VERIFY(
        m_bench->sees(QStringLiteral("1 order today"))); // it leaves today, whatever its day was
    BoardList *list = lane(ShopLane::Out);
    const QModelIndex index = in(ShopLane::Out);
    const auto *delegate = qobject_cast<const TicketDelegate *>(list->itemDelegate());
    const TicketLayout card = delegate->layoutIn(*theLook, list->visualRect(index), index);
    QVERIFY(!card.door.isEmpty() && !card.remarks.isEmpty());
    const QString said = index.data(Qt::AccessibleTextRole).toString();
    for (const QString &words :
         {m_order->address.text, m_order->cardText, QStringLiteral("to be paid")})
        QVERIFY2(said.contains(words), qPrintable(said));
    // After the seconds for undoing the server knows, and says when it arrives.
    QTRY_COMPARE_WITH_TIMEOUT(known(), OrderState::PickedUp, 15'000);
    m_bench->saveInEachLook(QStringLiteral("florist-out"));
}

void TstShopFlorist::opensByAPressAndWasNeverPrinted() {
    BoardList *list = lane(ShopLane::Out);
    const auto *delegate = qobject_cast<const TicketDelegate *>(list->itemDelegate());
    const QModelIndex index = in(ShopLane::Out);
    const TicketLayout card = delegate->layoutIn(*theLook, list->visualRect(index), index);
    QVERIFY(!card.opens.isEmpty());
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, card.opens.center());
    auto *sheet = m_bench->window().findChild<TicketSheet *>();
    QVERIFY(sheet && sheet->isVisible());
    for (const ui::Button *button : sheet->findChildren<ui::Button *>()) {
        if (button->symbol() == ui::Icon::Print)
            QCOMPARE(button->text(), QStringLiteral("Print"));
    }
    m_bench->save(QStringLiteral("florist-details"));
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isVisible());
}

void TstShopFlorist::codeIsAskedForOnceItIsPaid() { // R12
    pressStep(ShopLane::Out);
    auto *sheet = m_bench->window().findChild<HandOverSheet *>();
    QVERIFY(sheet && sheet->isVisible());
    QVERIFY(m_bench->sees(QStringLiteral("is still to be paid. Ask the customer for the code.")));
    m_bench->saveInEachLook(QStringLiteral("florist-code"));
    QTest::keyClicks(QApplication::focusWidget(), m_order->handOverCode);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(known(), OrderState::Delivered);
    QTRY_VERIFY(!sheet->isVisible());
    for (const ui::FocusRing *ring : m_bench->window().findChildren<ui::FocusRing *>())
        QVERIFY(!ring->isVisible() || ring->widget()->isVisible());
    QVERIFY(m_bench->sees(QStringLiteral("1 order today")));
}

void TstShopFlorist::photoProvesItWhereNobodyOpens() { // R12 R14
    makeBouquet();
    pressStep(ShopLane::Ready);
    agree();
    QTRY_COMPARE_WITH_TIMEOUT(known(), OrderState::PickedUp, 15'000);
    pressStep(ShopLane::Out);
    auto *sheet = m_bench->window().findChild<HandOverSheet *>();
    QVERIFY(sheet && sheet->isVisible());
    const auto buttons = sheet->findChildren<ui::Button *>();
    const auto done = std::find_if(buttons.cbegin(), buttons.cend(), [](const ui::Button *button) {
        return button->role() == ui::ButtonRole::Primary;
    });
    QVERIFY(done != buttons.cend());
    const auto ways = sheet->findChild<ui::Segment *>()->findChildren<QAbstractButton *>();
    QCOMPARE(ways.size(), 2);
    QTest::mouseClick(ways.last(), Qt::LeftButton);
    QVERIFY(m_bench->sees(QStringLiteral("Nobody opens?")));
    QVERIFY(!(*done)->isEnabled());
    sheet->findChild<PicturePart *>()->useFile(soban::testing::pictureFile());
    QTRY_VERIFY((*done)->isEnabled());
    m_bench->saveInEachLook(QStringLiteral("florist-photo"));
    QTest::mouseClick(*done, Qt::LeftButton);
    QTRY_COMPARE(known(), OrderState::Delivered);
    QTRY_VERIFY(!sheet->isVisible());
    const auto order = ShopBench::ask(m_bench->customer(), client::calls::order(m_order->id));
    QVERIFY(order && order->proofPhoto);
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstShopFlorist test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopFlorist.moc"
