// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Services.h"
#include "domain/Id.h"

#include <QWidget>

class QStackedWidget;

namespace soban::ui {
enum class Icon;
class NavButton;
class Rail;
class UndoBar;
} // namespace soban::ui

namespace soban::shop_app {

class BoardPage;
class DayPage;
class HeadBar;
class OrderBell;
class PrintDesk;
class ReviewBook;
class ReviewsPage;
class ShopState;
class StepDesk;
class TicketBook;

/// The pages of the rail, by their number: Ctrl and that number lead to a page.
enum class PageId { Orders = 1, Menu, Reviews, Day, Hours };

/// The pages of one signed-in shop under their head, with the rail that leads to them.
class MainPage : public QWidget {
    Q_OBJECT

public:
    MainPage(const Services &services, ShopId shop, QWidget *parent = nullptr);
    ~MainPage() override;

    /// To be placed beside the pages.
    ui::Rail *rail() const { return m_rail; }
    QList<PageId> pages() const;
    QString pageName(PageId page) const;
    void showPage(PageId page);
    PageId page() const { return m_page; }
    /// The ticket that the keyboard is on.
    void printTicket();

signals:
    void settingsChosen();
    void shortcutsChosen();
    /// There is a new order.
    void windowWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    /// A page with its way on the rail.
    struct Way {
        PageId page;
        const char *name; ///< to be translated
        QWidget *content;
        ui::NavButton *button;
    };

    void addPage(PageId page, ui::Icon icon, const char *name, QWidget *content);
    const Way &wayTo(PageId page) const;
    void makeRail();
    void connectParts();
    void connectPrinting();
    void showNewOrder();
    void countUp();
    ui::UndoBar *notes();
    void tell(const client::ApiError &error);
    void retranslate();

    Services m_services;
    ShopState *m_shop;
    TicketBook *m_book;
    StepDesk *m_steps;
    OrderBell *m_bell;
    ReviewBook *m_reviewBook;
    PrintDesk *m_printer;
    HeadBar *m_head;
    BoardPage *m_board;
    ReviewsPage *m_reviews;
    DayPage *m_day;
    QStackedWidget *m_pages;
    ui::Rail *m_rail;
    QList<Way> m_ways; ///< in the order of the rail
    PageId m_page = PageId::Orders;
    ui::NavButton *m_settings;
    ui::NavButton *m_shortcuts;
    ui::UndoBar *m_notes = nullptr; ///< covers the window: made when first needed
};

} // namespace soban::shop_app
