// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/EditSheet.h"
#include "client-shop/ShopState.h"

namespace soban::ui {
class Segment;
class Stepper;
class TextLabel;
} // namespace soban::ui

namespace soban::shop_app {

/// Busy: how much longer it takes. Paused: for how long. Both may end by themselves.
class ModeSheet : public EditSheet {
    Q_OBJECT

public:
    ModeSheet(ShopState &shop, QWidget *host);

    /// `mode`: busy or paused.
    void show(ShopMode mode);

protected:
    bool isChanged() const override;
    void submit() override;
    void retranslate() override;

private:
    ShopState &m_shop;
    ShopMode m_mode = ShopMode::Busy;
    ui::TextLabel *m_text;
    ui::TextLabel *m_extraLabel;
    ui::Stepper *m_extra;
    ui::TextLabel *m_untilLabel;
    ui::Segment *m_until;
    int m_extraBefore = 0;
    int m_untilBefore = 0;
};

} // namespace soban::shop_app
