// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/DefaultName.h"

#include <QVariant>
#include <QWidget>

namespace soban::ui {

void setDefaultName(QWidget &widget, const QString &name) {
    constexpr const char *kDefault = "sobanDefaultName";
    if (widget.accessibleName() == widget.property(kDefault).toString())
        widget.setAccessibleName(name);
    widget.setProperty(kDefault, name);
}

} // namespace soban::ui
