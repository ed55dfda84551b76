// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Sheet.h"

namespace soban::ui {
class Button;
class TextLabel;
} // namespace soban::ui

namespace soban::desk {

/// One thing that can be done by keys.
struct ShortcutRow {
    QString what;
    QString keys; ///< as the desktop writes them
};

/// All actions below `window` that have a name and keys and can be done at present, in the order in
/// which they were made; each name once.
QList<ShortcutRow> shortcutsOf(const QWidget *window);

/// Lists what can be done by keys.
class ShortcutSheet : public ui::Sheet {
    Q_OBJECT

public:
    explicit ShortcutSheet(QWidget *window);

    /// Looks up what there is, and opens.
    void openAfresh();

protected:
    void changeEvent(QEvent *event) override;

private:
    class List;

    void retranslate();

    QWidget *m_window;
    ui::TextLabel *m_title;
    List *m_list;
    ui::Button *m_done;
};

} // namespace soban::desk
