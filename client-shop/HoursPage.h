// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/HoursText.h"
#include "client-shop/Page.h"
#include "client-shop/ShopState.h"

class QBoxLayout;

namespace soban::ui {
class Button;
class Card;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

class DaySheet;
class HolidaySheet;
class LineList;

/// When the shop is open: each weekday, the holidays, and what customers read of it.
class HoursPage : public Page {
    Q_OBJECT

public:
    explicit HoursPage(ShopState &shop, QWidget *parent = nullptr);

    void enter() override;
    QString title() const override;
    QString detail() const override;

    LineList *days() const { return m_days; }

private:
    void build();
    void refresh();
    void arrange() override;
    void retranslate() override;
    QString customersWords() const;
    HolidaySheet *holidaySheet();

    ShopState &m_shop;
    QList<HolidaySpan> m_spans; ///< those that are not over
    ui::TextLabel *m_daysTitle;
    LineList *m_days;
    ui::TextLabel *m_seenTitle;
    ui::TextLabel *m_seen;
    ui::TextLabel *m_holidaysTitle;
    LineList *m_holidays;
    ui::TextLabel *m_noHolidays;
    ui::Button *m_add;
    QBoxLayout *m_columns;
    DaySheet *m_day = nullptr; ///< cover the window: made when first needed
    HolidaySheet *m_holiday = nullptr;
};

} // namespace soban::shop_app
