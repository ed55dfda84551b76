// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/FigureTile.h"

#include <QVBoxLayout>

namespace soban::shop_app {

using namespace ui;

FigureTile::FigureTile(QWidget *parent)
    : Card(parent)
    , m_label(new TextLabel(Text::Small, Weight::Bold, Ink::Ink2))
    , m_value(new TextLabel(Text::Answer, Weight::Bold))
    , m_note(new TextLabel(Text::Small, Weight::Regular, Ink::Ink2)) {
    m_value->setKeptWhole(true);
    m_note->setMostLines(3);
    column()->setSpacing(2);
    column()->addWidget(m_label);
    column()->addWidget(m_value);
    column()->addWidget(m_note);
    column()->addStretch(1);
}

void FigureTile::tell(const FigureTileText &text, bool isAged) {
    m_label->setText(text.label);
    m_value->setText(text.value);
    m_note->setText(text.note);
    m_value->setInk(isAged ? Ink::Ink3 : Ink::Ink);
    m_note->setInk(isAged ? Ink::Ink3 : text.ink);
    setAccessibleName(text.label);
    setAccessibleDescription(text.value + u", " + text.note);
}

} // namespace soban::shop_app
