// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Sheet.h"

namespace soban::shop_app {

/// Something was entered and not saved: save it, drop it, or stay. Deletes itself once answered.
class LeaveSheet : public ui::Sheet {
    Q_OBJECT

public:
    LeaveSheet(const QString &title, QWidget *host);

signals:
    void saveChosen();
    void dropChosen();
};

} // namespace soban::shop_app
