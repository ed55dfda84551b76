// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"
#include "ui/TextLabel.h"

#include <QWidget>

namespace soban::desk {

/// An icon and a small sentence beside it, which may wrap.
class NoteLine : public QWidget {
    Q_OBJECT

public:
    static constexpr int kSymbol = 16; ///< at a text scale of 1

    NoteLine(ui::Icon icon, ui::Ink ink, ui::Weight weight = ui::Weight::Regular,
             QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const { return m_text->text(); }
    void setLook(ui::Icon icon, ui::Ink ink);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fit();

    ui::Icon m_icon;
    ui::Ink m_ink;
    QLabel *m_symbol;
    ui::TextLabel *m_text;
};

} // namespace soban::desk
