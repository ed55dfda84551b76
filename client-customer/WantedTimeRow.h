// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-customer/ShopHours.h"
#include "clock/Clock.h"

#include <QWidget>

class QComboBox;

namespace soban::ui {
class ChoiceRow;
class FieldRow;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

/// When something is wanted: as soon as it can be, or at a day and time at which the shop is open.
class WantedTimeRow : public QWidget {
    Q_OBJECT

public:
    explicit WantedTimeRow(const Clock &clock, QWidget *parent = nullptr);

    /// Offers the times of `shop` from now on. One that is closed now can only be asked for later.
    /// What was chosen before is forgotten.
    void setShop(const contract::ShopView &shop, Fulfilment how);
    /// Nothing: as soon as it can be.
    std::optional<Instant> wanted() const;
    /// What of it has the keyboard last.
    QWidget *lastField() const;
    /// Says at the time what is wrong with it, and takes the keyboard there.
    void complain(const QString &words);

protected:
    void changeEvent(QEvent *event) override;

private:
    bool isOpenNow() const;
    void fillDays();
    void fillTimes();
    int offerOn(const WantedDay &day) const;
    void showFields();
    void retranslate();

    const Clock &m_clock;
    std::optional<QTimeZone> m_zone;
    std::optional<contract::ShopCard> m_card;
    Fulfilment m_how = Fulfilment::PlatformRider;
    QList<WantedDay> m_days;
    std::optional<QTime> m_chosenTime; ///< by the person, for any day
    ui::TextLabel *m_title;
    ui::ChoiceRow *m_soon;
    ui::ChoiceRow *m_later;
    QWidget *m_fields;
    QComboBox *m_day;
    QComboBox *m_time;
    ui::FieldRow *m_dayRow;
    ui::FieldRow *m_timeRow;
};

} // namespace soban::customer
