// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Here.h"
#include "client-shop/ItemForm.h"

#include <QWidget>

namespace soban::ui {
class ChoiceRow;
class Segment;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

/// Chooses how an item is sold: on, sold out and until when, or hidden.
class SalePart : public QWidget {
    Q_OBJECT

public:
    explicit SalePart(QWidget *parent = nullptr);

    /// The moments that the choices stand for.
    struct Times {
        Here here;
        Instant today;               ///< when it is back, sold out for today
        std::optional<Instant> asIs; ///< the moment that is set already
    };
    void setTimes(const Times &times);
    Sale sale() const { return m_sale; }
    void setSale(Sale sale); ///< says nothing

signals:
    void edited();

protected:
    void changeEvent(QEvent *event) override;

private:
    void choose(Sale sale);
    void show();
    bool isTodaySet() const; ///< it is sold out for today already
    void retranslate();

    Sale m_sale = Sale::OnSale;
    std::optional<Times> m_times;
    ui::TextLabel *m_label;
    ui::Segment *m_segment;
    QWidget *m_choices;
    ui::ChoiceRow *m_today;
    ui::ChoiceRow *m_hours;
    ui::ChoiceRow *m_open;
    ui::ChoiceRow *m_asIs;
};

} // namespace soban::shop_app
