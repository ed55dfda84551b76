// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/RiderWindow.h"

#include "client-rider/MainPage.h"
#include "ui/Bars.h"

#include <QKeySequence>

namespace soban::rider_app {

namespace {

constexpr QSize kFirstSize{480, 800};

} // namespace

RiderWindow::RiderWindow(desk::Desk &desk) : AppWindow(desk, kFirstSize) {}

desk::MainParts RiderWindow::makeMain(const contract::AccountView &) {
    const Services services{desk().api(),    desk().commands(), desk().stream(), desk().pictures(),
                            desk().sounds(), desk().notifier(), desk().clock()};
    auto *page = new MainPage(services);
    connect(page, &MainPage::settingsChosen, this, &AppWindow::openSettings);
    const auto way = [&](int key, int index, Words words) {
        addCommand(page, QKeySequence(Qt::CTRL | key), std::move(words),
                   [page, index] { page->showPage(index); });
    };
    way(Qt::Key_1, MainPage::Deliveries, [] { return tr("Deliveries"); });
    way(Qt::Key_2, MainPage::History, [] { return tr("History"); });
    way(Qt::Key_3, MainPage::Takings, [] { return tr("Earnings"); });
    addCommand(
        page, QKeySequence(Qt::CTRL | Qt::Key_D), [] { return tr("On or off duty"); },
        [page] { page->switchDuty(); });
    addCommand(
        page, QKeySequence(Qt::CTRL | Qt::Key_Return), [] { return tr("The next step"); },
        [page] { page->takeNextStep(); });
    return {.body = page, .header = page->bar(), .footer = page->ways(), .hasStrip = false};
}

} // namespace soban::rider_app
