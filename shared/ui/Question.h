// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Button.h"
#include "ui/Sheet.h"

namespace soban::ui {

class TextLabel;

/// A question with two answers, over its window. Deletes itself once answered.
class Question : public Sheet {
    Q_OBJECT

public:
    explicit Question(QWidget *host);

    /// `kept` is the answer that changes nothing, also for Esc; where agreeing is dangerous it has
    /// the keyboard.
    void ask(const QString &title, const QString &text, const QString &agreed, const QString &kept,
             ButtonRole role = ButtonRole::Primary);

signals:
    void agreed();

private:
    TextLabel *m_title;
    TextLabel *m_text;
    Button *m_agree;
    Button *m_keep;
};

} // namespace soban::ui
