// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ShopWindow.h"

#include "client-shop/MainPage.h"
#include "client-shop/PrintSection.h"
#include "ui/Bars.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QKeySequence>

namespace soban::shop_app {

namespace {

constexpr QSize kFirstSize{1280, 800};

QString besides(const QString &file, const QString &name) {
    return QFileInfo(file).dir().filePath(name);
}

} // namespace

ShopWindow::ShopWindow(desk::Desk &desk)
    : AppWindow(desk, kFirstSize)
    , m_printing(besides(desk.places().settingsFile, QStringLiteral("printing.ini"))) {}

desk::MainParts ShopWindow::makeMain(const contract::AccountView &account) {
    const Services services{
        desk().api(),      desk().commands(),
        desk().stream(),   desk().link(),
        desk().pictures(), desk().sounds(),
        desk().notifier(), desk().clock(),
        m_printing,        besides(desk().places().journalFile, QStringLiteral("printed.log"))};
    auto *page = new MainPage(services, *account.shopId);
    connect(page, &MainPage::settingsChosen, this, &AppWindow::openSettings);
    connect(page, &MainPage::shortcutsChosen, this, &AppWindow::openShortcuts);
    connect(page, &MainPage::zoneLearned, this, &AppWindow::setZone);
    connect(page, &MainPage::reconnectChosen, &desk(), &desk::Desk::reconnectNow);
    addCommand(
        page, QKeySequence(Qt::Key_P), [] { return tr("Print the selected ticket"); },
        [page] { page->printTicket(); });
    for (const PageNumber number : page->pages())
        addCommand(
            page, QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + int(number))),
            [page, number] { return page->pageName(number); },
            [page, number] { page->showPage(number); });
    m_page = page;
    return {.body = page,
            .side = page->rail(),
            .settings = new PrintSection(m_printing, desk().clock()),
            .hasStrip = false,
            .hasBanner = false};
}

void ShopWindow::leaveMain(std::function<void()> then) {
    if (m_page)
        m_page->leave(std::move(then));
    else
        then();
}

void ShopWindow::closeEvent(QCloseEvent *event) {
    if (!m_page || !m_page->hasUnsaved()) {
        AppWindow::closeEvent(event);
        return;
    }
    event->ignore();
    m_page->leave([this] { close(); });
}

} // namespace soban::shop_app
