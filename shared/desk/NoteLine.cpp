// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/NoteLine.h"

#include <QEvent>
#include <QHBoxLayout>

namespace soban::desk {

NoteLine::NoteLine(ui::Icon icon, ui::Ink ink, ui::Weight weight, QWidget *parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_ink(ink)
    , m_symbol(new QLabel)
    , m_text(new ui::TextLabel(ui::Text::Small, weight, ink)) {
    m_text->setMostLines(0);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(ui::metrics::kGap8);
    row->addWidget(m_symbol, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    fit();
}

void NoteLine::setText(const QString &text) {
    m_text->setText(text);
    setAccessibleName(text);
    updateGeometry();
}

void NoteLine::setLook(ui::Icon icon, ui::Ink ink) {
    m_icon = icon;
    m_ink = ink;
    m_text->setInk(ink);
    fit();
}

void NoteLine::fit() {
    const ui::Look &look = ui::Look::of(this);
    m_symbol->setPixmap(ui::pixmap(m_icon, ui::colorOf(look.tokens(), m_ink), look.scaled(kSymbol),
                                   devicePixelRatioF()));
    m_symbol->setFixedHeight(look.lineHeight(ui::Text::Small));
}

void NoteLine::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange)
        fit();
    QWidget::changeEvent(event);
}

} // namespace soban::desk
