// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/Customer.h"
#include "contract/Ordering.h"
#include "ui/Card.h"

namespace soban::ui {
class MiniMap;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

class NoticeBox;
class StateChip;

/// The card at the top of an order's page: the answer to "when?", and where it is.
class OrderHead : public ui::Card {
    Q_OBJECT

public:
    explicit OrderHead(QWidget *parent = nullptr);

    /// `metersLeft`: between the rider who has it and the door.
    void setOrder(const contract::OrderView &order, Instant now, std::optional<int> metersLeft);
    /// `door`: the word for where it goes.
    void setRider(const contract::OrderView &order, const QString &door,
                  const std::optional<contract::RiderPositionView> &rider);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeWords();

    NoticeBox *m_notice;
    ui::TextLabel *m_number;
    StateChip *m_state;
    ui::TextLabel *m_headline;
    ui::TextLabel *m_wanted;
    ui::TextLabel *m_subline;
    ui::TextLabel *m_aside;
    ui::MiniMap *m_map;
};

} // namespace soban::customer
