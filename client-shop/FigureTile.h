// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/FigureWords.h"
#include "ui/Card.h"

namespace soban::shop_app {

/// One figure, large, on a card of its own.
class FigureTile : public ui::Card {
    Q_OBJECT

public:
    explicit FigureTile(QWidget *parent = nullptr);

    void tell(const FigureTileText &text, bool isAged);
    QString value() const { return m_value->text(); }

private:
    ui::TextLabel *m_label;
    ui::TextLabel *m_value;
    ui::TextLabel *m_note;
};

} // namespace soban::shop_app
