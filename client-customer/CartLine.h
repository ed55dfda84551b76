// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Pricing.h"
#include "domain/Text.h"

#include <QWidget>

namespace soban::ui {
class Stepper;
class TextLabel;
} // namespace soban::ui

namespace soban::customer {

/// One line of the cart, with its quantity to step. Stays in its place while what it shows changes,
/// so that the keyboard stays with it.
class CartLine : public QWidget {
    Q_OBJECT

public:
    explicit CartLine(QWidget *parent = nullptr);

    /// `isFixed`: on its way, so the quantity is only told.
    void setLine(const OrderLine &line, Language language, bool isFixed);
    ui::Stepper *quantity() const { return m_quantity; }

signals:
    void quantityChosen(int quantity); ///< 0: take it out

private:
    ui::TextLabel *m_name;
    ui::TextLabel *m_price;
    ui::TextLabel *m_detail;
    ui::Stepper *m_quantity;
};

} // namespace soban::customer
