// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/EditSheet.h"
#include "client-shop/HoursText.h"
#include "client-shop/ShopState.h"

class QCalendarWidget;

namespace soban::ui {
class FieldRow;
class Stepper;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

/// A holiday: its first day, and how many days it takes.
class HolidaySheet : public EditSheet {
    Q_OBJECT

public:
    HolidaySheet(ShopState &shop, QWidget *host);

    void add();
    void show(const HolidaySpan &span);

protected:
    bool isChanged() const override;
    void submit() override;
    void retranslate() override;
    void changeEvent(QEvent *event) override;

private:
    HolidaySpan span() const;
    void begin(const HolidaySpan &span);
    void send(const std::optional<HolidaySpan> &span);
    void showSpan();
    void paintCalendar();

    ShopState &m_shop;
    std::optional<HolidaySpan> m_known; ///< that is changed
    HolidaySpan m_before{{}, 1};
    QCalendarWidget *m_first;
    ui::Stepper *m_days;
    ui::FieldRow *m_daysRow;
    ui::TextLabel *m_words;
};

} // namespace soban::shop_app
