// SPDX-License-Identifier: GPL-3.0-or-later
// The window of 480 × 800 at each size of text: it never asks for more, and what a rider presses at
// the counter and at the door is in sight or comes into sight.
#include "RiderBench.h"

#include "client-rider/CodeCells.h"
#include "client-rider/ProofSheet.h"
#include "client-rider/StepsBar.h"
#include "ui/CodePlate.h"
#include "ui/SobanStyle.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QDir>
#include <QScrollArea>
#include <QScrollBar>

using namespace soban;
using namespace soban::testing;

namespace {

ui::Look *theLook = nullptr;
constexpr QSize kSmall{480, 800};
constexpr double kLargest = 2.0;

} // namespace

class TstRiderSmall : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_bench.close(); }
    void whatIsPressedIsInSight_data();
    void whatIsPressedIsInSight();

private:
    /// Lays the window out once more, and saves it under SOBAN_PICTURES, if that is set.
    void settle(const char *page);
    QString tooLarge();
    /// How far what is seen on a page could be scrolled, in pixels.
    static int scrolledBy(const QWidget *page);
    /// Nothing of it is cut off or covered.
    bool isWhole(const QWidget *widget) const;
    QList<const QWidget *> keypad();
    QString said(const char *english, const char *korean) const;

    DemoTown m_town;
    std::unique_ptr<Person> m_customer;
    std::unique_ptr<Person> m_owner;
    RiderBench m_bench{*theLook};
};

void TstRiderSmall::initTestCase() {
    const auto fault = m_town.start();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    m_customer = std::make_unique<Person>(m_town.address(), QStringLiteral("customer1@demo.soban"));
    m_owner = std::make_unique<Person>(m_town.address(), QStringLiteral("shop1@demo.soban"));
}

void TstRiderSmall::settle(const char *page) {
    m_bench.window().resize(kSmall);
    QTest::qWait(200);
    const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    m_bench.window().grab().save(
        QStringLiteral("%1/%2-%3.png")
            .arg(folder, QLatin1String(QTest::currentDataTag()), QLatin1String(page)));
}

QString TstRiderSmall::tooLarge() {
    const QSize least = m_bench.window().minimumSizeHint().expandedTo(m_bench.window().size());
    return least == kSmall ? QString()
                           : QStringLiteral("%1 × %2").arg(least.width()).arg(least.height());
}

int TstRiderSmall::scrolledBy(const QWidget *page) {
    int most = 0;
    for (const auto *pane : page->findChildren<QScrollArea *>())
        most = std::max(most, pane->isVisible() ? pane->verticalScrollBar()->maximum() : 0);
    return most;
}

bool TstRiderSmall::isWhole(const QWidget *widget) const {
    return widget->isVisible() && widget->visibleRegion() == QRegion(widget->rect());
}

QList<const QWidget *> TstRiderSmall::keypad() {
    QList<const QWidget *> parts;
    for (const auto *cells : m_bench.window().findChildren<rider_app::CodeCells *>())
        parts.append(cells);
    for (const auto *button : m_bench.window().findChildren<QAbstractButton *>()) {
        if (button->isVisible() && button->text().size() == 1 && button->text().at(0).isDigit())
            parts.append(button);
    }
    return parts;
}

QString TstRiderSmall::said(const char *english, const char *korean) const {
    return QString::fromUtf8(theLook->language() == Language::Korean ? korean : english);
}

void TstRiderSmall::whatIsPressedIsInSight_data() {
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("isKorean");
    QTest::newRow("100-ko") << 1.0 << true;
    QTest::newRow("150-ko") << 1.5 << true;
    QTest::newRow("150-en") << 1.5 << false;
    QTest::newRow("200-ko") << 2.0 << true;
    QTest::newRow("200-en") << 2.0 << false;
}

void TstRiderSmall::whatIsPressedIsInSight() { // R8 R9
    QFETCH(double, scale);
    QFETCH(bool, isKorean);
    theLook->setLanguage(Language::English);
    theLook->setTextScale(1.0);
    m_bench.open(m_town.address());
    theLook->setTextScale(scale);
    theLook->setLanguage(isKorean ? Language::Korean : Language::English);
    settle("1-none");
    QCOMPARE(tooLarge(), QString());
    const DemoOrder order = mealForRiders(*m_customer, *m_owner);
    QListView *list = nullptr;
    QTRY_VERIFY((list = m_bench.find<QListView>(said("Deliveries near you", "가까운 배달"))));
    QTRY_COMPARE(list->model()->rowCount(), 1);
    settle("2-offer");
    QCOMPARE(tooLarge(), QString());
    list->setFocus(Qt::TabFocusReason);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(m_bench.find<ui::CodePlate>(QString()));
    settle("3-pick-up");
    QCOMPARE(tooLarge(), QString());
    const auto *bar = m_bench.window().findChild<rider_app::StepsBar *>();
    QVERIFY(bar && isWhole(bar));
    auto *step = m_bench.find<QAbstractButton>(said("I have picked it up", "픽업했어요"));
    QVERIFY(step && isWhole(step));
    QVERIFY(isWhole(m_bench.find<ui::CodePlate>(QString())));
    if (scale < kLargest) {
        const auto *money =
            m_bench.find<ui::TextLabel>(said("It belongs to the shop", "가게에 드릴 돈"));
        QVERIFY(money && isWhole(money));
    }
    if (scale == 1.0)
        QCOMPARE(scrolledBy(bar->parentWidget()), 0);
    step->click();
    QTRY_VERIFY((step = m_bench.find<QAbstractButton>(said("Collect ₩", "받기"))));
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    settle("4-door");
    QCOMPARE(tooLarge(), QString());
    QVERIFY(isWhole(bar) && isWhole(step));
    step->click();
    settle("5-money");
    auto *tick = m_bench.find<QAbstractButton>(said("Received, card", "카드나 현금"));
    QVERIFY(tick && isWhole(tick));
    tick->click();
    settle("6-keypad");
    QCOMPARE(tooLarge(), QString());
    QCOMPARE(keypad().size(), 11);
    for (const QWidget *key : keypad())
        QVERIFY2(isWhole(key), qPrintable(key->property("text").toString()));
    if (scale == 1.0)
        QCOMPARE(scrolledBy(m_bench.window().findChild<rider_app::ProofSheet *>()), 0);
    QTest::keyClicks(QApplication::focusWidget(), order.code);
    const auto *done = m_bench.find<QAbstractButton>(said("Handed over", "전달했어요"));
    QVERIFY(done && isWhole(done));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_bench.window().findChildren<rider_app::CodeCells *>().isEmpty() ||
                !m_bench.window().findChildren<rider_app::CodeCells *>().first()->isVisible());
    QTRY_COMPARE(m_bench.desk().commands().pending(), 0);
    for (const auto key : {Qt::Key_2, Qt::Key_3}) {
        QTest::keyClick(&m_bench.window(), key, Qt::ControlModifier);
        settle(key == Qt::Key_2 ? "7-history" : "8-earnings");
        QCOMPARE(tooLarge(), QString());
    }
}

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstRiderSmall test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstRiderSmall.moc"
