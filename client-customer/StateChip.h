// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Paint.h"

#include <QWidget>

namespace soban::customer {

/// A chip that stands by itself.
class StateChip : public QWidget {
    Q_OBJECT

public:
    explicit StateChip(QWidget *parent = nullptr);

    void setChip(const ui::Chip &chip);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ui::Chip m_chip;
};

} // namespace soban::customer
