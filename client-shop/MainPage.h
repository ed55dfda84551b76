// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Services.h"
#include "domain/Id.h"
#include "ui/Icons.h"

#include <QMap>
#include <QPointer>
#include <QWidget>

#include <functional>

class QStackedWidget;
class QTimeZone;

namespace soban::desk {
class OfflineBanner;
} // namespace soban::desk

namespace soban::ui {
class Banner;
class NavButton;
class Rail;
class UndoBar;
} // namespace soban::ui

namespace soban::shop_app {

class BoardPage;
class EditSheet;
class EndingDesk;
class HeadBar;
class MenuBook;
class OrderBell;
class Page;
class PrintDesk;
class ReviewBook;
class ShopState;
class StepDesk;
class TicketBook;
class TicketSheet;

/// The pages, by the number with which Ctrl leads to them.
enum class PageNumber { Orders = 1, Menu, Reviews, Day, Hours, Settings };

/// The pages of one signed-in shop under their head, with the rail that leads to them.
class MainPage : public QWidget {
    Q_OBJECT

public:
    MainPage(const Services &services, ShopId shop, QWidget *parent = nullptr);
    ~MainPage() override;

    /// To be placed beside the pages.
    ui::Rail *rail() const { return m_rail; }
    /// After a question if something there is not saved.
    void showPage(PageNumber page);
    QList<PageNumber> pages() const { return m_entries.keys(); }
    QString pageName(PageNumber page) const;
    /// Something was entered that the server does not know.
    bool hasUnsaved() const;
    /// Shows what is not saved, asks about it, and calls `then` once nothing would get lost.
    void leave(std::function<void()> then);
    /// The ticket that the keyboard is on.
    void printTicket();

signals:
    void settingsChosen();
    void shortcutsChosen();
    void reconnectChosen();
    /// By whose clocks the shop goes.
    void zoneLearned(const QTimeZone &zone);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A page, and its way on the rail.
    struct Entry {
        QWidget *page;
        ui::NavButton *way;
    };

    void addPages();
    void addPage(PageNumber number, ui::Icon icon, QWidget *page);
    void addAside();
    void connectParts();
    void connectPrinting();
    void openTicket(soban::OrderId order);
    void showNewOrder();
    bool mayLeadToBoard() const;
    bool isFocusOnPages() const;
    void countUp();
    void goTo(PageNumber page);
    Page *current() const;
    EditSheet *openEntry() const;
    void tellHead();
    ui::UndoBar *notes();
    void placeNotes();
    void placeOffline();
    void offerUndo(const QString &what, std::function<void()> undo, std::function<void()> over);
    void tell(const client::ApiError &error);
    void tellOfCards();
    void retranslate();

    Services m_services;
    ShopState *m_shop;
    TicketBook *m_book;
    StepDesk *m_steps;
    EndingDesk *m_endings;
    OrderBell *m_bell;
    MenuBook *m_menu;
    ReviewBook *m_reviews;
    PrintDesk *m_printer;
    HeadBar *m_head;
    BoardPage *m_board;
    QStackedWidget *m_pages;
    desk::OfflineBanner *m_offline; ///< in the place of the head
    ui::Banner *m_cards; ///< that none can be charged; at the foot, so that nothing moves
    ui::Rail *m_rail;
    QMap<PageNumber, Entry> m_entries;
    ui::NavButton *m_shortcuts;
    QPointer<TicketSheet> m_ticket; ///< covers the window, as the notes: made when first needed
    ui::UndoBar *m_notes = nullptr;
    std::function<void()> m_undo; ///< what its button does, and its end
    std::function<void()> m_over;
};

} // namespace soban::shop_app
