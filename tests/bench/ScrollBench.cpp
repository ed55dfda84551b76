// SPDX-License-Identifier: GPL-3.0-or-later
// How long lists of many orders take for one step of scrolling: the customer's orders and a lane of
// the shop's board, in the apps' own widgets with their own models. Prints one line per list.
#include "client-customer/OrderBook.h"
#include "client-customer/OrdersPage.h"
#include "client-customer/PlaceBook.h"
#include "client-customer/Services.h"
#include "client-shop/BoardList.h"
#include "client-shop/PrintSettings.h"
#include "client-shop/Services.h"
#include "client-shop/ShopState.h"
#include "client-shop/StepDesk.h"
#include "contract/Codec.h"
#include "desk/Desk.h"
#include "ui/SobanStyle.h"
#include "ui/Translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

namespace {

using namespace soban;

constexpr double kGoalMs = 16;
constexpr int kSteps = 1'000;
constexpr int kStepPixels = 120; ///< three notches of a wheel

/// A desk whose server is never there: nothing is asked of it.
std::unique_ptr<desk::Desk> makeDesk(desk::App app, const QTemporaryDir &place, ui::Look &look) {
    const desk::AppOptions options{
        *client::ServerAddress::of(QUrl(QStringLiteral("http://127.0.0.1:9"))),
        QStringLiteral("bench")};
    desk::DeskParts parts = desk::DeskParts::of(app, options);
    const auto in = [&place](const char *name) {
        return place.filePath(QString::fromLatin1(name));
    };
    parts.places = {in("settings.ini"), in("cursors.ini"),     in("commands.journal"),
                    in("cache"),        QStringLiteral("key"), in("one.lock")};
    parts.keychain = std::make_unique<desk::NoKeychain>();
    return std::make_unique<desk::Desk>(app, options, std::move(parts), look);
}

/// The contract's own example of a document, from the golden files.
template <typename Document>
std::optional<Document> example(const char *name) {
    QFile file(QStringLiteral(SOBAN_SOURCE_DIR "/tests/unit/contract/golden/%1.json")
                   .arg(QLatin1StringView(name)));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const auto read = contract::decode<Document>(file.readAll());
    return read ? std::optional(*read) : std::nullopt;
}

double quantile(const QList<double> &sorted, double q) {
    return sorted.at(std::min(qsizetype(double(sorted.size()) * q), sorted.size() - 1));
}

/// Scrolls through the whole list and back, painting after each step.
void measure(const char *name, QAbstractItemView &list) {
    QScrollBar &bar = *list.verticalScrollBar();
    QList<double> spans;
    int by = kStepPixels;
    for (int i = 0; i < kSteps; ++i) {
        // Far jumps as well as steps: nothing may be kept from the neighbourhood.
        if (i % 50 == 0)
            bar.setValue(int(qint64(bar.maximum()) * (i / 50) * 50 / kSteps));
        QElapsedTimer time;
        time.start();
        bar.setValue(bar.value() + by);
        list.viewport()->repaint();
        spans.append(double(time.nsecsElapsed()) / 1e6);
        QCoreApplication::processEvents();
        if (bar.value() == bar.maximum())
            by = -kStepPixels;
    }
    std::sort(spans.begin(), spans.end());
    const double p99 = quantile(spans, 0.99);
    std::printf("%-22s %6d rows  p50 %6.2f  p99 %6.2f  most %6.2f ms  goal p99 %.0f ms: %s\n", name,
                list.model()->rowCount(), quantile(spans, 0.5), p99, spans.last(), kGoalMs,
                p99 <= kGoalMs ? "met" : "missed");
    std::fflush(stdout);
}

void showAndSettle(QWidget &window) {
    window.resize(1280, 800);
    window.show();
    QCoreApplication::processEvents();
}

void benchCustomer(int orders, ui::Look &look) {
    const QTemporaryDir place;
    const auto desk = makeDesk(desk::App::Customer, place, look);
    auto order = example<contract::OrderView>("Order").value();
    customer::OrderBook book(desk->api(), desk->stream());
    const Instant first = order.times.created;
    for (int i = 0; i < orders; ++i) {
        order.id = *OrderId::fromNumber(i + 1);
        order.number = i + 1;
        order.times.created = first + std::chrono::seconds(i);
        book.put(order);
    }
    desk::MapTiles tiles(desk->preferences(), desk->clock(),
                         {.folder = place.filePath(QStringLiteral("tiles"))});
    const customer::PlaceBook places(desk->api());
    const customer::Services services{
        desk->api(),   desk->commands(), desk->stream(), desk->pictures(),
        desk->clock(), desk->link(),     tiles};
    customer::OrdersPage page(services, book, places);
    showAndSettle(page);
    for (auto *list : page.findChildren<QAbstractItemView *>()) {
        if (list->model() == &book)
            measure("customer's orders", *list);
    }
}

void benchShop(int orders, ui::Look &look) {
    const QTemporaryDir place;
    const auto desk = makeDesk(desk::App::Shop, place, look);
    auto ticket = example<contract::TicketView>("Ticket").value();
    ticket.state = OrderState::Placed;
    shop_app::PrintSettings printing(place.filePath(QStringLiteral("printing.ini")));
    const shop_app::Services services{
        desk->api(),      desk->commands(),
        desk->stream(),   desk->link(),
        desk->pictures(), desk->sounds(),
        desk->notifier(), desk->clock(),
        printing,         place.filePath(QStringLiteral("printed.log"))};
    shop_app::ShopState shop(services);
    shop_app::TicketBook book(services, shop);
    for (int i = 0; i < orders; ++i) {
        ticket.id = *OrderId::fromNumber(i + 1);
        ticket.number = i + 1;
        book.put(ticket);
    }
    shop_app::StepDesk steps(services, book, shop);
    shop_app::BoardList list(shop_app::Lane::New, book, steps, services, shop);
    showAndSettle(list);
    measure("shop's new tickets", list);
}

} // namespace

int main(int argc, char **argv) {
    QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption rows(QStringLiteral("rows"), QStringLiteral("Orders in each list."),
                                  QStringLiteral("N"), QStringLiteral("10000"));
    parser.addOption(rows);
    parser.process(application);
    const int count = parser.value(rows).toInt();
    if (count < 1) {
        std::fprintf(stderr, "soban-bench-scroll: --rows takes a number from 1\n");
        return 2;
    }
    ui::Look &look = ui::SobanStyle::install(application);
    const ui::Translations translations(look);
    benchCustomer(count, look);
    benchShop(count, look);
    return 0;
}
