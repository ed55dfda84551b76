// SPDX-License-Identifier: GPL-3.0-or-later
// What the shop's window says of the whole: how it takes orders, that nothing is there, that what
// is there may be old.
#include "ShopBench.h"

#include "client-shop/BoardList.h"
#include "client-shop/LaneHead.h"
#include "client-shop/ModeSheet.h"
#include "client-shop/Page.h"
#include "desk/OfflineBanner.h"
#include "ui/Button.h"
#include "ui/EmptyState.h"
#include "ui/Formats.h"
#include "ui/Paint.h"
#include "ui/Segment.h"
#include "ui/Stepper.h"
#include "ui/TextLabel.h"
#include "ui/Translations.h"

#include <QApplication>

using namespace soban;
using namespace soban::shop_app;
using soban::testing::ShopBench;
using ShopLane = shop_app::Lane;

namespace {

ui::Look *theLook = nullptr;

} // namespace

class TstShopHead : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_bench = std::make_unique<ShopBench>(*theLook);
        QVERIFY(m_bench->start());
    }
    void cleanupTestCase() { m_bench.reset(); }
    void init() { QVERIFY(m_bench->openWindow()); }
    void cleanup() {
        m_bench->closeWindow();
        QVERIFY(m_bench->town().isServerRunning() || m_bench->town().startServer());
    }
    void emptyBoardSaysWhatComes();
    void alarmCanBeHeardBeforeItRings();
    void busyIsNotLostBesideTheSheet();
    void busyIsSaidAndEndedInTheHead();
    void narrowWindowLeavesTheShopItsName();
    void aLaptopIsEnoughForTextTwiceAsLarge();
    void nothingMovesAsTheShopTurnsBusy_data();
    void nothingMovesAsTheShopTurnsBusy();
    void nothingMovesAsTheLineGoes_data();
    void nothingMovesAsTheLineGoes();
    void lanesStayAsTicketsComeAndGo();
    void agedTicketsAreGrey();
    void floristsReadTheWordsOfTheirTrade();

private:
    template <typename Widget>
    Widget *seen() const {
        for (Widget *widget : m_bench->window().template findChildren<Widget *>()) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    ui::Button *button(const QString &begin) const {
        for (ui::Button *button : m_bench->window().findChildren<ui::Button *>()) {
            if (button->isVisible() && button->text().startsWith(begin))
                return button;
        }
        return nullptr;
    }
    /// Where they stand in the window, once the layout is done.
    template <typename Widget>
    QList<QRect> places() const {
        QTest::qWait(150);
        QList<QRect> places;
        for (const Widget *widget : m_bench->window().template findChildren<Widget *>()) {
            if (widget->isVisible())
                places.append({widget->mapTo(&m_bench->window(), QPoint()), widget->size()});
        }
        return places;
    }
    /// Opens the sheet by a press on the head's part.
    ModeSheet *openSheet(int part) const {
        auto *modes = seen<ui::Segment>();
        QTest::mouseClick(modes->findChildren<QAbstractButton *>().at(part), Qt::LeftButton);
        return seen<ModeSheet>();
    }
    std::optional<contract::ShopModeSetting> modeOnServer() const {
        const auto settings = ShopBench::ask(m_bench->shop(), client::calls::ownShop());
        return settings ? std::optional(settings->mode) : std::nullopt;
    }

    std::unique_ptr<ShopBench> m_bench;
};

void TstShopHead::emptyBoardSaysWhatComes() {
    QTRY_VERIFY(seen<ui::EmptyState>());
    QCOMPARE(seen<ui::EmptyState>()->accessibleName(), QStringLiteral("No orders now"));
    QVERIFY(seen<ui::EmptyState>()->accessibleDescription().contains(QStringLiteral("ring")));
    m_bench->saveInEachLook(QStringLiteral("board-empty"));
    const auto order = m_bench->order();
    QVERIFY(order);
    QTRY_VERIFY(seen<BoardList>());
    QVERIFY(!seen<ui::EmptyState>());
    m_bench->save(QStringLiteral("board-lanes-empty"));
    // What the shop has not accepted is nothing that it has taken.
    QVERIFY(m_bench->sees(QStringLiteral("0 orders today")));
    QVERIFY(m_bench->accept(order->id));
    QTRY_VERIFY(m_bench->sees(QStringLiteral("1 order today")));
    QVERIFY(m_bench->complete(order->id));
}

void TstShopHead::alarmCanBeHeardBeforeItRings() {
    ui::Button *listen = nullptr;
    for (ui::Button *button : m_bench->window().findChildren<ui::Button *>()) {
        if (button->accessibleName() == QStringLiteral("Hear the alarm"))
            listen = button;
    }
    QVERIFY(listen && listen->isVisible());
    const auto before = m_bench->heard().count(desk::SoundKind::NewOrder);
    QTest::mouseClick(listen, Qt::LeftButton);
    QCOMPARE(m_bench->heard().count(desk::SoundKind::NewOrder), before + 1);
}

void TstShopHead::busyIsNotLostBesideTheSheet() {
    ModeSheet *sheet = openSheet(1);
    QVERIFY(sheet);
    QTest::keyClick(sheet->findChild<ui::Stepper *>(), Qt::Key_Plus);
    QTest::mouseClick(sheet, Qt::LeftButton, {}, QPoint(5, 5));
    QVERIFY(sheet->isVisible());
    QCOMPARE(sheet->findChild<ui::Stepper *>()->value(), 15);
    // Esc asks, and going on keeps it.
    QTest::keyClick(sheet, Qt::Key_Escape);
    QTRY_VERIFY(button(QStringLiteral("Keep editing")));
    QTest::mouseClick(button(QStringLiteral("Keep editing")), Qt::LeftButton);
    QVERIFY(sheet->isVisible());
    QCOMPARE(sheet->findChild<ui::Stepper *>()->value(), 15);
    m_bench->saveInEachLook(QStringLiteral("busy-sheet"));
}

void TstShopHead::busyIsSaidAndEndedInTheHead() {
    ModeSheet *sheet = openSheet(1);
    QVERIFY(sheet);
    QTest::mouseClick(button(QStringLiteral("Set busy")), Qt::LeftButton);
    QTRY_VERIFY(button(QStringLiteral("+10 min until ")));
    QCOMPARE(modeOnServer()->mode, ShopMode::Busy);
    m_bench->saveInEachLook(QStringLiteral("busy"));
    QTest::mouseClick(button(QStringLiteral("+10 min until ")), Qt::LeftButton);
    QTRY_VERIFY(!button(QStringLiteral("+10 min")));
    QCOMPARE(modeOnServer()->mode, ShopMode::Normal);
    // Paused, and until when.
    QVERIFY(openSheet(2));
    QTest::mouseClick(button(QStringLiteral("Pause now")), Qt::LeftButton);
    QTRY_VERIFY(button(QStringLiteral("Paused until ")));
    QTest::mouseClick(button(QStringLiteral("Paused until ")), Qt::LeftButton);
    QTRY_VERIFY(!button(QStringLiteral("Paused until ")));
}

void TstShopHead::narrowWindowLeavesTheShopItsName() {
    const QSize before = m_bench->window().size();
    m_bench->window().resize(m_bench->window().minimumSizeHint().width(), 700);
    QTest::keyClick(&m_bench->window(), Qt::Key_1, Qt::ControlModifier);
    const auto shop = ShopBench::ask(m_bench->shop(), client::calls::ownShop());
    QVERIFY(shop);
    const QString name = shop->name.in(theLook->language());
    const ui::TextLabel *label = nullptr;
    for (const ui::TextLabel *each : m_bench->window().findChildren<ui::TextLabel *>()) {
        if (each->isVisible() && each->text() == name)
            label = each;
    }
    QVERIFY(label);
    m_bench->save(QStringLiteral("head-narrow"));
    const QStringList words = name.split(u' ');
    for (const QString &word : words)
        QVERIFY(label->width() >= ui::textWidth(*theLook, word, ui::Text::Sum, ui::Weight::Bold));
    QVERIFY(label->height() >=
            ui::paragraphHeight(*theLook, label->width(), name, ui::Text::Sum, ui::Weight::Bold));
    m_bench->window().resize(before);
}

void TstShopHead::aLaptopIsEnoughForTextTwiceAsLarge() {
    constexpr QSize kLaptop{1280, 800};
    const QSize before = m_bench->window().size();
    for (const Language language : {Language::Korean, Language::English}) {
        theLook->setLanguage(language);
        theLook->setTextScale(2);
        for (int key = Qt::Key_1; key <= Qt::Key_6; ++key) {
            QTest::keyClick(&m_bench->window(), Qt::Key(key), Qt::ControlModifier);
            m_bench->window().resize(kLaptop);
            QTest::qWait(100); // for the layout
            m_bench->save(QStringLiteral("twice-%1-%2")
                              .arg(language == Language::Korean ? "ko" : "en")
                              .arg(key - Qt::Key_0));
            const QSize least = m_bench->window().minimumSizeHint();
            QVERIFY2(least.width() <= kLaptop.width() && least.height() <= kLaptop.height(),
                     qPrintable(QStringLiteral("%1 × %2").arg(least.width()).arg(least.height())));
        }
    }
    theLook->setTextScale(1);
    QTest::keyClick(&m_bench->window(), Qt::Key_1, Qt::ControlModifier);
    m_bench->window().resize(before);
}

void TstShopHead::nothingMovesAsTheShopTurnsBusy_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<Qt::Key>("page");
    QTest::newRow("board") << QSize(1280, 800) << Qt::Key_1;
    QTest::newRow("menu") << QSize(1280, 800) << Qt::Key_2;
    QTest::newRow("board, narrow") << QSize(1024, 700) << Qt::Key_1;
    QTest::newRow("menu, narrow") << QSize(1024, 700) << Qt::Key_2;
}

void TstShopHead::nothingMovesAsTheShopTurnsBusy() {
    QFETCH(QSize, size);
    QFETCH(Qt::Key, page);
    m_bench->window().resize(size);
    QTest::keyClick(&m_bench->window(), page, Qt::ControlModifier);
    const auto places = [this] {
        QTest::qWait(100); // for the layout
        const auto of = [this](const QWidget *part) {
            return QRect(part->mapTo(&m_bench->window(), QPoint()), part->size());
        };
        return QList<QRect>{of(seen<ui::Segment>()), of(seen<shop_app::Page>())};
    };
    const QList<QRect> before = places();
    ModeSheet *sheet = openSheet(1);
    QVERIFY(sheet);
    QTest::mouseClick(button(QStringLiteral("Set busy")), Qt::LeftButton);
    QTRY_VERIFY(button(QStringLiteral("+10 min until ")));
    QTRY_COMPARE(places(), before);
    m_bench->save(QStringLiteral("busy-%1-%2").arg(size.width()).arg(page == Qt::Key_1 ? 1 : 2));
    const auto *end = button(QStringLiteral("+10 min until "));
    QVERIFY(end->width() >= end->sizeHint().width());
    QTest::mouseClick(button(QStringLiteral("+10 min until ")), Qt::LeftButton);
    QTRY_VERIFY(!button(QStringLiteral("+10 min")));
    QTRY_COMPARE(places(), before);
}

void TstShopHead::nothingMovesAsTheLineGoes_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(1280, 800);
    QTest::newRow("narrow") << QSize(1024, 700);
}

void TstShopHead::nothingMovesAsTheLineGoes() {
    QFETCH(QSize, size);
    m_bench->window().resize(size);
    const auto order = m_bench->order();
    QVERIFY(order && m_bench->accept(order->id));
    QTRY_VERIFY(seen<BoardList>());
    const auto all = [this] {
        return places<ui::Segment>() + places<shop_app::LaneHead>() + places<shop_app::BoardList>();
    };
    const QList<QRect> before = all();
    QVERIFY(m_bench->town().stopServer());
    QTRY_COMPARE(m_bench->shop().link().state(), desk::LinkState::Offline);
    const auto *banner = seen<desk::OfflineBanner>();
    QVERIFY(banner);
    QCOMPARE(all(), before);
    m_bench->save(QStringLiteral("offline-%1").arg(size.width()));
    // Nor does it hide a ticket.
    const int end = banner->mapTo(&m_bench->window(), QPoint(0, banner->height())).y();
    QVERIFY(end <= places<shop_app::LaneHead>().first().top());
    QVERIFY(m_bench->town().startServer());
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->shop().link().isUp(), 20'000);
    QTRY_VERIFY(!seen<desk::OfflineBanner>());
    QCOMPARE(all(), before);
    QVERIFY(seen<ui::Segment>()->isEnabled());
    QVERIFY(m_bench->complete(order->id));
}

void TstShopHead::lanesStayAsTicketsComeAndGo() {
    m_bench->window().resize(900, 720); // two by two
    const auto order = m_bench->order();
    QVERIFY(order && m_bench->accept(order->id));
    const auto inLane = [this](ShopLane lane) {
        for (const BoardList *list : m_bench->window().findChildren<BoardList *>()) {
            if (list->lane() == lane)
                return list->count();
        }
        return 0;
    };
    QTRY_COMPARE(inLane(ShopLane::Preparing), 1);
    const QList<QRect> before = places<shop_app::LaneHead>();
    QCOMPARE(before.size(), 4);
    m_bench->save(QStringLiteral("two-by-two-1"));
    const auto another = m_bench->order();
    QVERIFY(another);
    QTRY_COMPARE(inLane(ShopLane::New), 1);
    QCOMPARE(places<shop_app::LaneHead>(), before);
    m_bench->save(QStringLiteral("two-by-two-2"));
    QVERIFY(m_bench->finish(order->id));
    QTRY_COMPARE(inLane(ShopLane::Ready), 1);
    QCOMPARE(places<shop_app::LaneHead>(), before);
    QVERIFY(m_bench->complete(order->id));
    QVERIFY(m_bench->accept(another->id) && m_bench->finish(another->id));
    QTRY_COMPARE(inLane(ShopLane::Preparing), 0);
    QCOMPARE(places<shop_app::LaneHead>(), before);
    QVERIFY(m_bench->complete(another->id));
}

void TstShopHead::agedTicketsAreGrey() {
    const auto shop = ShopBench::ask(m_bench->shop(), client::calls::ownShop());
    const auto order = m_bench->order();
    QVERIFY(shop && order && m_bench->accept(order->id));
    const QTimeZone zone(shop->timeZone.toUtf8());
    const auto lane = [&]() -> BoardList * {
        for (BoardList *list : m_bench->window().findChildren<BoardList *>()) {
            if (list->lane() == ShopLane::Preparing)
                return list;
        }
        return nullptr;
    };
    QTRY_VERIFY(lane()->count() == 1 && lane()->isVisible());
    // The number and the dishes are in this ink, and nothing else is.
    const QRgb ink = theLook->tokens().ink.rgb();
    const auto inked = [&] {
        const QImage seen =
            lane()->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
        const int dishes = seen.height() / 4; // above the buttons
        int count = 0;
        for (int y = 0; y < dishes; ++y) {
            for (int x = 0; x < seen.width(); ++x)
                count += (seen.pixel(x, y) & RGB_MASK) == (ink & RGB_MASK) ? 1 : 0;
        }
        return count;
    };
    QTRY_VERIFY(inked() > 0);
    QVERIFY(m_bench->town().stopServer());
    QTRY_COMPARE(m_bench->shop().link().state(), desk::LinkState::Offline);
    QTRY_COMPARE(inked(), 0);
    // Since when, by the shop's clocks as everything else.
    const auto lost = m_bench->shop().link().lostAt();
    QVERIFY(lost);
    const QString since = ui::clockText(*lost, zone);
    const auto *banner = seen<desk::OfflineBanner>();
    QVERIFY2(banner && banner->accessibleName().contains(since), qPrintable(since));
    m_bench->saveInEachLook(QStringLiteral("board-aged"));
    QTest::keyClick(&m_bench->window(), Qt::Key_2, Qt::ControlModifier);
    m_bench->save(QStringLiteral("menu-aged"));
    QTest::keyClick(&m_bench->window(), Qt::Key_4, Qt::ControlModifier);
    m_bench->save(QStringLiteral("day-aged"));
    QVERIFY(m_bench->town().startServer());
    QTest::keyClick(&m_bench->window(), Qt::Key_1, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m_bench->shop().link().isUp(), 20'000);
    QTRY_VERIFY(inked() > 0);
}

void TstShopHead::floristsReadTheWordsOfTheirTrade() {
    const auto lanes = [this] {
        QStringList names;
        for (const BoardList *list : m_bench->window().findChildren<BoardList *>())
            names.append(list->accessibleName());
        return names;
    };
    QVERIFY(lanes().contains(QStringLiteral("Preparing")));
    theLook->setLanguage(Language::Korean);
    QTRY_VERIFY(lanes().contains(QStringLiteral("조리 중")));
    m_bench->closeWindow();
    m_bench->setLogin(QStringLiteral("shop11@demo.soban"));
    QVERIFY(m_bench->openWindow());
    QTRY_VERIFY(lanes().contains(QStringLiteral("In preparation")));
    theLook->setLanguage(Language::Korean);
    QTRY_VERIFY(lanes().contains(QStringLiteral("준비 중")));
}

int main(int argc, char **argv) {
    qputenv("TZ", "America/New_York"); // not where the shop is
    QApplication application(argc, argv);
    theLook = &ui::SobanStyle::install(application);
    const ui::Translations translations(*theLook);
    TstShopHead test;
    return QTest::qExec(&test, argc, argv);
}

#include "TstShopHead.moc"
