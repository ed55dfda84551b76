// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/BackRoom.h"
#include "client-shop/Page.h"
#include "client-shop/Takings.h"
#include "client-shop/TicketBook.h"
#include "client-shop/TicketPaper.h"

#include <QTimer>

class QBoxLayout;
class QGridLayout;
class QStackedWidget;

namespace soban::desk {
class NoteLine;
} // namespace soban::desk

namespace soban::ui {
class BarChart;
class Button;
class Card;
class EmptyState;
class RankChart;
class Receipt;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

class FigureTile;
class FigureWords;
class RecentOrders;
class SlowBar;
class SpanPicker;

/// What a day, a month or a period brought, as a page, a file and on paper.
class DayPage : public Page {
    Q_OBJECT

public:
    DayPage(const Services &services, TicketBook &book, const ShopState &shop,
            QWidget *parent = nullptr);

    void enter() override;
    bool hasOwnHead() const override { return true; }
    Takings &takings() { return *m_takings; }
    /// To that file; the page says how it went.
    void saveCsv(const QString &file);

signals:
    void openChosen(soban::OrderId order);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    QWidget *buildFigures();
    void arrange() override;
    void connectParts();
    void refresh();
    void showFigures(const FigureWords &words);
    FigureWords words() const;
    QDateTime knownAt() const;
    void askForFile();
    void askForPrinter();
    void tellSaved(const PrintOutcome &outcome);
    void tell(bool isGood, const QString &text);
    void retranslate() override;

    Services m_services;
    const ShopState &m_shop;
    Takings *m_takings;
    ui::TextLabel *m_title;
    ui::TextLabel *m_days;
    SpanPicker *m_span;
    ui::Button *m_csv;
    ui::Button *m_print;
    SlowBar *m_busy;
    desk::NoteLine *m_note;
    QList<FigureTile *> m_tiles;
    ui::BarChart *m_chart;
    ui::TextLabel *m_breakdownTitle;
    ui::Receipt *m_breakdown;
    ui::TextLabel *m_recentTitle;
    RecentOrders *m_recent;
    ui::TextLabel *m_noneRecent;
    ui::TextLabel *m_bestTitle;
    ui::RankChart *m_best;
    ui::EmptyState *m_none;
    QList<ui::Card *> m_cards; ///< chart, breakdown, recent orders, best items
    QBoxLayout *m_head;
    QGridLayout *m_tileGrid;
    QGridLayout *m_cardGrid;
    QStackedWidget *m_stack;
    QTimer m_minute;
    BackRoom m_room;
};

} // namespace soban::shop_app
