// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/ShopState.h"
#include "client-shop/TicketBook.h"

#include <QTimer>
#include <QWidget>

namespace soban::desk {
class NoteLine;
} // namespace soban::desk

class QBoxLayout;
class QHBoxLayout;
class QSpacerItem;

namespace soban::ui {
class Button;
class Segment;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

class ModeSheet;

/// Above every page: the shop and its day, how it takes orders, the time and the connection.
class HeadBar : public QWidget {
    Q_OBJECT

public:
    HeadBar(const Services &services, TicketBook &book, ShopState &shop, QWidget *parent = nullptr);

    /// The words of the page below; without a title, the shop and its day.
    void setPage(const QString &title, const QString &detail);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *makeModes();
    void arrange();
    void reserve();
    void chooseMode(int index);
    void refresh();
    void showMode();
    QString dayWords() const;
    void retranslate();
    void tick();
    void tellLink();

    Services m_services;
    TicketBook &m_book;
    ShopState &m_shop;
    QString m_pageTitle;
    QString m_pageDetail;
    ui::TextLabel *m_name;
    ui::TextLabel *m_day;
    ui::Segment *m_mode;
    QHBoxLayout *m_topRow = nullptr;
    QHBoxLayout *m_bottomRow = nullptr; ///< in a narrow window
    QWidget *m_modes = nullptr;
    QBoxLayout *m_modesRow = nullptr;
    ui::Button *m_end; ///< of a mode that is not the usual one
    ui::Button *m_listen;
    ui::TextLabel *m_clock;
    desk::NoteLine *m_link;
    QSpacerItem *m_linkRoom;      ///< for the longest of its words
    ModeSheet *m_sheet = nullptr; ///< covers the window: made when first needed
    QTimer m_second;
};

} // namespace soban::shop_app
