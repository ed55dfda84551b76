// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ShopWindow.h"

#include "client-shop/MainPage.h"
#include "ui/Bars.h"

#include <QKeySequence>

namespace soban::shop_app {

namespace {

constexpr QSize kFirstSize{1280, 800};

} // namespace

ShopWindow::ShopWindow(desk::Desk &desk) : AppWindow(desk, kFirstSize) {}

desk::MainParts ShopWindow::makeMain(const contract::AccountView &) {
    const Services services{desk().api(),      desk().commands(), desk().stream(),
                            desk().link(),     desk().pictures(), desk().sounds(),
                            desk().notifier(), desk().clock()};
    auto *page = new MainPage(services);
    connect(page, &MainPage::settingsChosen, this, &AppWindow::openSettings);
    connect(page, &MainPage::shortcutsChosen, this, &AppWindow::openShortcuts);
    connect(page, &MainPage::windowWanted, this, [this] { comeForward(); });
    for (int i = 0; i < page->pageCount(); ++i)
        addCommand(
            page, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_1 + i)),
            [page, i] { return page->pageName(i); }, [page, i] { page->showPage(i); });
    return {.body = page, .side = page->rail(), .hasStrip = false};
}

} // namespace soban::shop_app
