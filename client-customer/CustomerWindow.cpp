// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/CustomerWindow.h"

#include "client-customer/MainPage.h"
#include "ui/Bars.h"

#include <QFileInfo>
#include <QKeySequence>

namespace soban::customer {

namespace {

constexpr QSize kFirstSize{1280, 800};

} // namespace

CustomerWindow::CustomerWindow(desk::Desk &desk)
    : AppWindow(desk, kFirstSize)
    , m_tiles(new desk::MapTiles(desk.preferences(), desk.clock(),
                                 {.folder = desk.places().cacheFolder + QStringLiteral("/tiles")},
                                 this)) {}

desk::MainParts CustomerWindow::makeMain(const contract::AccountView &account) {
    const QString state = QFileInfo(desk().places().journalFile).path();
    const Services services{desk().api(),    desk().commands(),
                            desk().stream(), desk().pictures(),
                            desk().clock(),  desk().link(),
                            *m_tiles,        state + QStringLiteral("/read-marks.ini")};
    auto *page = new MainPage(services, account);
    connect(page, &MainPage::settingsChosen, this, &AppWindow::openSettings);
    connect(page, &MainPage::zoneLearned, this, &AppWindow::setZone);
    addCommand(
        page, QKeySequence(Qt::CTRL | Qt::Key_K), [] { return tr("Find a shop or a dish"); },
        [page] { page->focusSearch(); });
    addCommand(
        page, QKeySequence(Qt::CTRL | Qt::Key_L), [] { return tr("Where to?"); },
        [page] { page->choosePlace(); });
    addCommand(
        page, QKeySequence(Qt::CTRL | Qt::Key_B), [] { return tr("To the cart"); },
        [page] { page->focusCart(); });
    const auto way = [&](int key, int index, Words words) {
        addCommand(page, QKeySequence(Qt::CTRL | key), std::move(words),
                   [page, index] { page->showPage(index); });
    };
    way(Qt::Key_1, 0, [] { return tr("Shops"); });
    way(Qt::Key_2, 1, [] { return tr("My orders"); });
    way(Qt::Key_3, 2, [] { return tr("Messages"); });
    return {.body = page, .header = page->bar()};
}

} // namespace soban::customer
