// SPDX-License-Identifier: GPL-3.0-or-later
// Reviews in the shop's window: they come by themselves, and are answered where they stand.
#include "ShopBench.h"

#include "client-shop/AnswerEditor.h"
#include "client-shop/MainPage.h"
#include "client-shop/ReviewsPage.h"
#include "desk/SettingsSheet.h"
#include "ui/Button.h"
#include "ui/Question.h"
#include "ui/Segment.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QTextEdit>

using namespace soban;
using namespace soban::shop_app;
using soban::testing::ShopBench;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstShopReviews : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_bench = std::make_unique<ShopBench>(*theLook);
        QVERIFY(m_bench->start());
    }
    void cleanupTestCase() { m_bench.reset(); }
    void init() {
        QVERIFY(m_bench->openWindow());
        QTest::keyClick(&m_bench->window(), Qt::Key_3, Qt::ControlModifier);
        m_page = m_bench->window().findChild<ReviewsPage *>();
        QVERIFY(m_page && m_page->isVisible());
        m_book = m_bench->window().findChild<ReviewBook *>();
        QTRY_VERIFY(m_book->isLoaded());
    }
    void cleanup() { m_bench->closeWindow(); }

    void comesByItselfAndIsAnsweredByKeyboard();
    void isAnsweredByMouseAfterBeingPutAside();
    void answeredElsewhereIsSeenHere();
    void unsentAnswerIsAskedAboutBeforeTheEnd();
    void pageInEachLook();

private:
    /// A review of an order that has come.
    std::optional<contract::ReviewView> write(int stars, const QString &words) {
        const auto order = m_bench->order();
        if (!order || !m_bench->accept(order->id) || !m_bench->complete(order->id))
            return std::nullopt;
        // The new order has brought the board to the front.
        QTest::keyClick(&m_bench->window(), Qt::Key_3, Qt::ControlModifier);
        return m_bench->review(order->id, stars, words);
    }
    std::optional<QString> answerOnServer(OrderId order) {
        const auto reviews = ShopBench::ask(
            m_bench->customer(), client::calls::reviews(*m_bench->shop().account()->shopId));
        for (const contract::ReviewView &review :
             reviews ? reviews->reviews : QList<contract::ReviewView>()) {
            if (review.orderId == order)
                return review.answer;
        }
        return std::nullopt;
    }
    ReviewList *list() const { return m_page->list(); }

    std::unique_ptr<ShopBench> m_bench;
    ReviewsPage *m_page = nullptr;
    ReviewBook *m_book = nullptr;
};

void TstShopReviews::comesByItselfAndIsAnsweredByKeyboard() { // R15
    const int before = m_book->unanswered();
    const auto review = write(4, QStringLiteral("국물이 진하고 맛있어요"));
    QVERIFY(review);
    QTRY_VERIFY(m_book->find(review->orderId)); // nobody asked for it
    QCOMPARE(m_book->unanswered(), before + 1);
    QTRY_VERIFY(m_book->ticket(review->orderId)); // what is spoken of
    list()->setCurrentIndex(list()->model()->index(0, 0));
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Return);
    auto *editor = list()->editor();
    QVERIFY(editor && editor->isVisible());
    auto *words = editor->findChild<QTextEdit *>();
    QVERIFY(words->hasFocus());
    QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier); // empty: nothing is sent
    QVERIFY(!editor->findChildren<ui::Button *>().isEmpty());
    QVERIFY(list()->editor() == editor && words->isEnabled() && !words->isReadOnly());
    QTest::keyClicks(words, QStringLiteral("Thank you, "));
    // An order that comes now does not take the pen away: Enter would accept it.
    const auto order = m_bench->order();
    QVERIFY(order);
    QTRY_VERIFY(m_bench->shop().sounds().isRinging());
    QVERIFY(m_page->isVisible() && words->hasFocus());
    QVERIFY(m_bench->accept(order->id));
    QTest::keyClicks(words, QStringLiteral("come again!"));
    m_bench->save(QStringLiteral("reviews-editor"));
    QTest::keyClick(words, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(answerOnServer(review->orderId), QStringLiteral("Thank you, come again!"));
    QTRY_COMPARE(m_book->unanswered(), before);
    QTRY_VERIFY(!list()->editor());
    QVERIFY(list()->hasFocus());
}

void TstShopReviews::isAnsweredByMouseAfterBeingPutAside() {
    const auto review = write(2, QStringLiteral("조금 식어서 왔어요"));
    QVERIFY(review);
    QTRY_VERIFY(m_book->find(review->orderId));
    QTRY_VERIFY(!list()->buttonRect(review->orderId).isEmpty());
    const auto pressButton = [&] {
        QCoreApplication::processEvents(); // the layout is done later
        const QRect button = list()->buttonRect(review->orderId);
        QVERIFY(button.height() >= ui::metrics::kTouchHeight);
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, button.center());
    };
    pressButton();
    QVERIFY(list()->editor());
    QTest::keyClicks(list()->editor()->findChild<QTextEdit *>(), QStringLiteral("Sorry"));
    QTest::keyClick(list()->editor()->findChild<QTextEdit *>(), Qt::Key_Escape);
    QTRY_VERIFY(!list()->editor());
    pressButton();
    QVERIFY(list()->editor());
    QCOMPARE(list()->editor()->text(), QStringLiteral("Sorry")); // kept
    for (ui::Button *button : list()->editor()->findChildren<ui::Button *>()) {
        if (button->role() == ui::ButtonRole::Primary)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(answerOnServer(review->orderId), QStringLiteral("Sorry"));
    // The eye is on that review, and so is the keyboard.
    QTRY_VERIFY(!list()->editor());
    QCOMPARE(QApplication::focusWidget(), list());
    const QRect ring = list()->visualRect(list()->currentIndex());
    QVERIFY(ring.contains(list()->buttonRect(review->orderId)));
}

void TstShopReviews::answeredElsewhereIsSeenHere() {
    const auto review = write(5, {});
    QVERIFY(review);
    QTRY_VERIFY(m_book->find(review->orderId));
    auto *filter = m_page->findChild<ui::Segment *>();
    QTest::mouseClick(filter->findChildren<QAbstractButton *>().at(1), Qt::LeftButton);
    const int unanswered = list()->count();
    QVERIFY(unanswered > 0);
    QVERIFY(ShopBench::tell(m_bench->shop(), client::calls::answerReview(
                                                 review->orderId, {QStringLiteral("고맙습니다")})));
    QTRY_COMPARE(list()->count(), unanswered - 1);
    QCOMPARE(m_book->find(review->orderId)->answer, QStringLiteral("고맙습니다"));
}

void TstShopReviews::unsentAnswerIsAskedAboutBeforeTheEnd() {
    const auto review = write(4, QStringLiteral("또 시킬게요"));
    QVERIFY(review);
    QTRY_VERIFY(m_book->find(review->orderId));
    list()->answer(review->orderId);
    QTest::keyClicks(list()->editor()->findChild<QTextEdit *>(), QStringLiteral("Half an ans"));
    // Another page loses nothing, so it asks nothing.
    QTest::keyClick(&m_bench->window(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!m_page->isVisible());
    const auto question = [this] { return m_bench->window().findChild<ui::Question *>(); };
    QVERIFY(!question());
    QVERIFY(!m_bench->window().close());
    QVERIFY(question() && question()->isVisible() && m_page->isVisible());
    m_bench->save(QStringLiteral("reviews-leave"));
    QTest::keyClick(question(), Qt::Key_Escape);
    QTRY_VERIFY(!question());
    QCOMPARE(list()->editor()->text(), QStringLiteral("Half an ans"));
    // Signing out asks as well.
    m_bench->window().openSettings();
    auto *settings = m_bench->window().findChild<desk::SettingsSheet *>();
    for (ui::Button *button : settings->findChildren<ui::Button *>()) {
        if (button->text() == QStringLiteral("Sign out"))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QVERIFY(question() && m_bench->shop().account());
    for (ui::Button *button : question()->findChildren<ui::Button *>()) {
        if (button->role() == ui::ButtonRole::Danger)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(!m_bench->shop().account());
}

void TstShopReviews::pageInEachLook() {
    QVERIFY(write(3, QStringLiteral("양은 많은데 배달이 조금 늦었어요. 그래도 음식은 따뜻했고 "
                                    "포장도 꼼꼼해서 다음에 또 시킬게요.")));
    QTRY_VERIFY(list()->count() > 0);
    const QString nameless = m_bench->nameless();
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless));
    m_bench->saveInEachLook(QStringLiteral("reviews"));
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstShopReviews test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopReviews.moc"
