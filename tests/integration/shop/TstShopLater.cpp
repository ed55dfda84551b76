// SPDX-License-Identifier: GPL-3.0-or-later
// Orders wanted for another day, on the real board over the real server, with a clock that is moved
// by hand; on a computer that stands in another zone than the shop.
#include "ShopBench.h"

#include "client-shop/BoardList.h"
#include "client-shop/LaneHead.h"
#include "client-shop/MainPage.h"
#include "client-shop/Preparation.h"
#include "ui/Bars.h"
#include "ui/Formats.h"
#include "ui/Question.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QSignalSpy>

using namespace soban;
using namespace soban::shop_app;
using namespace std::chrono_literals;
using soban::testing::ShopBench;
using ShopLane = shop_app::Lane;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstShopLater : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_bench = std::make_unique<ShopBench>(*theLook);
        QVERIFY(m_bench->start());
    }
    void cleanupTestCase() { m_bench.reset(); }
    void init();
    void cleanup();
    void isAcceptedForItsDayAndCountsThen();
    void standsApartUntilItsTimeAndThenCalls();
    void startingEarlyAsksFirst();
    void everythingIsToldByTheShopsClocks();

private:
    /// Wanted tomorrow at 18:00.
    std::optional<OrderId> placeForTomorrow();
    /// The same, accepted.
    std::optional<OrderId> orderForTomorrow();
    QString saidOf(const LaneHead *head) const { return head->accessibleDescription(); }
    bool sees(const QString &words) const;
    BoardList *lane(ShopLane which) const;
    const BoardColumn &preparing() const {
        return *qobject_cast<const BoardColumn *>(lane(ShopLane::Preparing)->model());
    }
    bool isLater(OrderId order) const {
        return preparing().find(order).data(TicketBook::LaterRole).toBool();
    }

    std::unique_ptr<ShopBench> m_bench;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<PrintSettings> m_printing;
    std::unique_ptr<MainPage> m_page;
    QTimeZone m_zone;
};

void TstShopLater::init() {
    QVERIFY(m_bench->openWindow());
    const auto settings = ShopBench::ask(m_bench->shop(), client::calls::ownShop());
    QVERIFY(settings);
    m_zone = QTimeZone(settings->timeZone.toUtf8());
    desk::Desk &shop = m_bench->shop();
    m_clock = std::make_unique<ManualClock>(shop.clock().now());
    m_printing = std::make_unique<PrintSettings>(m_bench->file(QStringLiteral("other.ini")));
    const Services services{shop.api(),      shop.commands(),
                            shop.stream(),   shop.link(),
                            shop.pictures(), shop.sounds(),
                            shop.notifier(), *m_clock,
                            *m_printing,     m_bench->file(QStringLiteral("other.log"))};
    m_page = std::make_unique<MainPage>(services, *shop.account()->shopId);
    m_page->resize(1200, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    auto *book = m_page->findChild<TicketBook *>();
    QTRY_VERIFY(book->isLoaded());
}

void TstShopLater::cleanup() {
    // No window has taken it from the page, which uses it to its end.
    const std::unique_ptr<QWidget> rail(m_page ? m_page->rail() : nullptr);
    m_page.reset();
    m_printing.reset();
    m_bench->closeWindow();
}

BoardList *TstShopLater::lane(ShopLane which) const {
    for (BoardList *list : m_page->findChildren<BoardList *>()) {
        if (list->lane() == which)
            return list;
    }
    return nullptr;
}

std::optional<OrderId> TstShopLater::placeForTomorrow() {
    const QDate tomorrow = m_clock->now().toUtc().toTimeZone(m_zone).date().addDays(1);
    const auto order = m_bench->order(
        Instant::fromMs(QDateTime(tomorrow, QTime(18, 0), m_zone).toMSecsSinceEpoch()));
    return order ? std::optional(order->id) : std::nullopt;
}

std::optional<OrderId> TstShopLater::orderForTomorrow() {
    const auto order = placeForTomorrow();
    return order && m_bench->accept(*order) ? order : std::nullopt;
}

bool TstShopLater::sees(const QString &words) const {
    const auto labels = m_page->findChildren<ui::TextLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const ui::TextLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

void TstShopLater::isAcceptedForItsDayAndCountsThen() { // R1
    const auto order = placeForTomorrow();
    QVERIFY(order);
    BoardList *list = lane(ShopLane::New);
    const auto &column = *qobject_cast<const BoardColumn *>(list->model());
    QTRY_VERIFY(column.find(*order).isValid());
    // The customer has named the time: there are no minutes to set.
    QTRY_VERIFY(!list->partRect(*order, TicketPart::Step).isEmpty());
    QVERIFY(list->partRect(*order, TicketPart::More).isEmpty());
    const auto *delegate = qobject_cast<const ui::PartsDelegate *>(list->itemDelegate());
    const QStringList words = delegate->partWords(column.find(*order));
    QVERIFY(words.contains(QStringLiteral("Accept for tomorrow 18:00")));
    m_bench->save(*m_page, QStringLiteral("later-new"));
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->partRect(*order, TicketPart::Step).center());
    QTRY_VERIFY(isLater(*order));
    // It is tomorrow's, in the lane's count and in the day's.
    const auto heads = m_page->findChildren<LaneHead *>();
    const auto preparingHead = std::find_if(heads.cbegin(), heads.cend(), [](const LaneHead *head) {
        return head->accessibleName() == QStringLiteral("Preparing");
    });
    QCOMPARE(saidOf(*preparingHead), QString::number(preparing().rowCount() - 1));
    QVERIFY(sees(QStringLiteral("0 orders today")));
    const auto *book = m_page->findChild<TicketBook *>();
    QTRY_COMPARE(book->known(*order)->state, OrderState::Accepted); // the server knows, too
    QVERIFY(m_bench->complete(*order));
    QTRY_VERIFY(sees(QStringLiteral("1 order today"))); // it was fetched today after all
}

void TstShopLater::standsApartUntilItsTimeAndThenCalls() { // R1
    const auto later = orderForTomorrow();
    const auto soon = m_bench->order();
    QVERIFY(later && soon && m_bench->accept(soon->id));
    QTRY_VERIFY(preparing().find(*later).isValid() && preparing().find(soon->id).isValid());
    QVERIFY(isLater(*later) && !isLater(soon->id));
    QCOMPARE(preparing().laterCount(), 1);
    // It came first, and stands last, under its own heading.
    QVERIFY(preparing().find(*later).row() > preparing().find(soon->id).row());
    QVERIFY(preparing().isFirstLater(preparing().find(*later)));
    const QString said = preparing().find(*later).data(Qt::AccessibleTextRole).toString();
    QVERIFY2(said.contains(QStringLiteral("wanted tomorrow 18:00")), qPrintable(said));
    m_bench->save(*m_page, QStringLiteral("later-en-light"));
    theLook->setLanguage(Language::Korean);
    theLook->setTextScale(2.0);
    m_bench->save(*m_page, QStringLiteral("later-ko-light-200"));
    theLook->setTextScale(1.0);
    m_bench->save(*m_page, QStringLiteral("later-ko-light"));
    theLook->setLanguage(Language::English);
    // Its time comes.
    auto *book = m_page->findChild<TicketBook *>();
    QSignalSpy due(book, &TicketBook::ticketDue);
    const auto rung = m_bench->heard().count(desk::SoundKind::NewOrder);
    const Instant begin = Preparation::of(*book->known(*later))->begin;
    m_clock->advance(begin - m_clock->now());
    QTRY_VERIFY(!isLater(*later));
    QCOMPARE(due.size(), 1);
    QCOMPARE(m_bench->heard().count(desk::SoundKind::NewOrder), rung + 1);
    QCOMPARE(preparing().laterCount(), 0);
    QVERIFY(m_bench->complete(*later) && m_bench->complete(soon->id));
}

void TstShopLater::startingEarlyAsksFirst() {
    const auto later = orderForTomorrow();
    QVERIFY(later);
    QTRY_VERIFY(preparing().find(*later).isValid());
    BoardList *list = lane(ShopLane::Preparing);
    const auto pressEnter = [&] {
        list->enter();
        list->setCurrentIndex(preparing().find(*later));
        QTest::keyClick(list, Qt::Key_Return);
    };
    pressEnter();
    auto *question = m_page->findChild<ui::Question *>();
    QVERIFY(question && question->isVisible());
    QVERIFY2(question->accessibleDescription().contains(QStringLiteral("tomorrow 18:00")),
             qPrintable(question->accessibleDescription()));
    m_bench->save(*m_page, QStringLiteral("later-early"));
    QTest::keyClick(question, Qt::Key_Escape);
    QTRY_VERIFY(!m_page->findChild<ui::Question *>());
    QCOMPARE(preparing().at(preparing().find(*later)).state, OrderState::Accepted);
    pressEnter();
    question = m_page->findChild<ui::Question *>();
    QVERIFY(question);
    for (ui::Button *button : question->findChildren<ui::Button *>()) {
        if (button->role() == ui::ButtonRole::Primary)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_COMPARE(preparing().at(preparing().find(*later)).state, OrderState::Preparing);
    QVERIFY(!isLater(*later));
    // The eye is on the ticket, and so is the keyboard.
    QCOMPARE(m_page->focusWidget(), list);
    QCOMPARE(list->current(), later);
}

void TstShopLater::everythingIsToldByTheShopsClocks() {
    QVERIFY(QTimeZone::systemTimeZoneId() != m_zone.id()); // or nothing would be shown by it
    QVERIFY(sees(ui::clockText(m_clock->now(), m_zone)));
    const auto order = m_bench->order();
    QVERIFY(order);
    const auto *book = m_page->findChild<TicketBook *>();
    QTRY_VERIFY(book->known(order->id));
    QVERIFY(m_bench->accept(order->id) && m_bench->complete(order->id));
    QTRY_VERIFY(book->shown(order->id)->times.completed);
    const auto *out = qobject_cast<const BoardColumn *>(lane(ShopLane::Out)->model());
    QTRY_VERIFY(out->find(order->id).isValid());
    const QString said = out->find(order->id).data(Qt::AccessibleTextRole).toString();
    const QString done = ui::clockText(*book->shown(order->id)->times.completed, m_zone);
    QVERIFY2(said.contains(QStringLiteral("handed over ") + done), qPrintable(said));
}

int main(int argc, char **argv) {
    qputenv("TZ", "America/New_York"); // this computer is on holiday
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstShopLater test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopLater.moc"
