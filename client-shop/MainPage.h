// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Services.h"

#include <QWidget>

class QStackedWidget;

namespace soban::ui {
class NavButton;
class Rail;
class UndoBar;
} // namespace soban::ui

namespace soban::shop_app {

class BoardPage;
class OrderBell;
class ShopState;
class StepDesk;
class TicketBook;

/// The pages of one signed-in shop under their head, with the rail that leads to them.
class MainPage : public QWidget {
    Q_OBJECT

public:
    explicit MainPage(const Services &services, QWidget *parent = nullptr);
    ~MainPage() override;

    /// To be placed beside the pages.
    ui::Rail *rail() const { return m_rail; }
    void showPage(int page);
    int pageCount() const { return int(m_ways.size()); }
    QString pageName(int page) const;

signals:
    void settingsChosen();
    void shortcutsChosen();
    /// There is a new order.
    void windowWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeRail();
    void connectParts();
    ui::UndoBar *notes();
    void tell(const client::ApiError &error);
    void retranslate();

    Services m_services;
    ShopState *m_shop;
    TicketBook *m_book;
    StepDesk *m_steps;
    OrderBell *m_bell;
    BoardPage *m_board;
    QStackedWidget *m_pages;
    ui::Rail *m_rail;
    QList<ui::NavButton *> m_ways; ///< one for each page
    ui::NavButton *m_settings;
    ui::NavButton *m_shortcuts;
    ui::UndoBar *m_notes = nullptr; ///< covers the window: made when first needed
};

} // namespace soban::shop_app
