// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Takings.h"

#include <QWidget>

namespace soban::ui {
class Segment;
class TextField;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

/// Today, this month, or from one day to another.
class SpanPicker : public QWidget {
    Q_OBJECT

public:
    explicit SpanPicker(Takings &takings, QWidget *parent = nullptr);

    /// Takes the keyboard, on what is chosen.
    void enter();

protected:
    void changeEvent(QEvent *event) override;

private:
    ui::TextField *makeDay();
    void takeDays(bool isFrom);
    void showSpan();
    void retranslate();

    Takings &m_takings;
    ui::Segment *m_kind;
    QWidget *m_days;
    ui::TextField *m_from;
    ui::TextLabel *m_dash;
    ui::TextField *m_to;
};

} // namespace soban::shop_app
