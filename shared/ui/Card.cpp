// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Card.h"

#include "ui/Paint.h"

#include <QVBoxLayout>

namespace soban::ui {

Card::Card(QWidget *parent) : Card(Ground::Surface, parent) {}

Card::Card(Ground ground, QWidget *parent)
    : QWidget(parent), m_ground(ground), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(metrics::kGap16, metrics::kGap16, metrics::kGap16,
                                 metrics::kGap16 + metrics::kFoot);
    m_column->setSpacing(metrics::kGap8);
}

void Card::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    paintPlate(painter, rect(),
               m_ground == Ground::Surface
                   ? cardPlate(look)
                   : Plate{tokens.lacquer, tokens.lacquer, tokens.rim, 0, metrics::kRimWidth});
}

} // namespace soban::ui
