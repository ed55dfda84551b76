// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/StateChip.h"

namespace soban::customer {

using namespace ui;

StateChip::StateChip(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateChip::setChip(const Chip &chip) {
    m_chip = chip;
    setAccessibleName(QStringList{chip.strong, chip.plain}.join(u' ').trimmed());
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const {
    return chipSize(Look::of(this), m_chip);
}

void StateChip::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    paintChip(painter, Look::of(this), rect(), m_chip);
}

} // namespace soban::customer
