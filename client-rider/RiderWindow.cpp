// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/RiderWindow.h"

#include "client-rider/MainPage.h"
#include "client-rider/RiderSettings.h"
#include "desk/SettingsSheet.h"
#include "ui/Bars.h"

#include <QFileInfo>
#include <QKeySequence>

namespace soban::rider_app {

namespace {

constexpr QSize kFirstSize{480, 800};

} // namespace

RiderWindow::RiderWindow(desk::Desk &desk, ReceiverMaker makeReceiver)
    : AppWindow(desk, kFirstSize)
    , m_makeReceiver(std::move(makeReceiver))
    , m_tiles(new desk::MapTiles(desk.preferences(), desk.clock(),
                                 {.folder = desk.places().cacheFolder + QStringLiteral("/tiles")},
                                 this)) {}

Services RiderWindow::services(AccountId account) const {
    const QString state = QFileInfo(desk().places().journalFile).path();
    return {desk().api(),
            desk().commands(),
            desk().stream(),
            desk().link(),
            desk().pictures(),
            *m_tiles,
            desk().sounds(),
            desk().notifier(),
            desk().preferences(),
            desk().clock(),
            m_makeReceiver,
            state + QStringLiteral("/proofs.ini"),
            state + QStringLiteral("/door-money-%1.ini").arg(account.toText())};
}

desk::MainParts RiderWindow::makeMain(const contract::AccountView &account) {
    auto *page = new MainPage(services(account.id));
    connect(page, &MainPage::reconnectChosen, &desk(), &desk::Desk::reconnectNow);
    connect(page, &MainPage::settingsChosen, this, &AppWindow::openSettings);
    const auto way = [&](int key, int index, Words words) {
        addCommand(page, QKeySequence(Qt::CTRL | key), std::move(words),
                   [page, index] { page->showPage(index); });
    };
    way(Qt::Key_1, MainPage::Deliveries, [] { return tr("Deliveries"); });
    way(Qt::Key_2, MainPage::History, [] { return tr("History"); });
    way(Qt::Key_3, MainPage::Takings, [] { return tr("Earnings"); });
    addCommand(
        page, QKeySequence(Qt::CTRL | Qt::Key_D), [] { return tr("Go on or off duty"); },
        [page] { page->switchDuty(); });
    addCommand(
        page, QKeySequence(Qt::CTRL | Qt::Key_Return), [] { return tr("The next step"); },
        [page] { page->takeNextStep(); });
    addCommand(
        page, QKeySequence(Qt::CTRL | Qt::Key_P), [] { return tr("Set my position"); },
        [page] { page->placeMyself(); });
    auto *own = new RiderSettings(desk().preferences(), [this, of = account.id] {
        return isPositionSimulated(services(of));
    });
    return {.body = page,
            .header = page->bar(),
            .footer = page->ways(),
            .settings = own,
            .hasStrip = false,
            .hasBanner = false};
}

} // namespace soban::rider_app
