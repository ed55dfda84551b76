// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"
#include "ui/TextLabel.h"

namespace soban::customer {

/// A line of words behind an icon: a heading, where to, how fresh something is.
class IconText : public QWidget {
    Q_OBJECT

public:
    IconText(ui::Icon icon, ui::Text text, ui::Weight weight, ui::Ink ink = ui::Ink::Ink,
             QWidget *parent = nullptr);

    const QString &text() const { return m_words; }
    void setText(const QString &words);
    void setIcon(ui::Icon icon);
    void setInk(ui::Ink ink);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int symbol() const;

    ui::Icon m_icon;
    ui::Text m_text;
    ui::Weight m_weight;
    ui::Ink m_ink;
    QString m_words;
};

} // namespace soban::customer
