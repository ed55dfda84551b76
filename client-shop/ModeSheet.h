// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/ShopState.h"
#include "ui/Sheet.h"

namespace soban::ui {
class Button;
class Segment;
class Stepper;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

/// Busy: how much longer it takes. Paused: for how long. Both may end by themselves.
class ModeSheet : public ui::Sheet {
    Q_OBJECT

public:
    ModeSheet(ShopState &shop, const Clock &clock, QWidget *host);

    /// `mode`: busy or paused.
    void show(ShopMode mode);

protected:
    void changeEvent(QEvent *event) override;

private:
    void submit();
    void retranslate();

    ShopState &m_shop;
    const Clock &m_clock;
    ShopMode m_mode = ShopMode::Busy;
    ui::TextLabel *m_title;
    ui::TextLabel *m_text;
    ui::TextLabel *m_extraLabel;
    ui::Stepper *m_extra;
    ui::TextLabel *m_untilLabel;
    ui::Segment *m_until;
    ui::Button *m_back;
    ui::Button *m_done;
};

} // namespace soban::shop_app
