// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace soban::ui {

/// Gives `widget` an accessible name in the language of the moment, unless its page gave it a
/// better one.
void setDefaultName(QWidget &widget, const QString &name);

} // namespace soban::ui
