// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"

#include <QAbstractButton>

namespace soban::customer {

/// A button on the lacquered bar, quieter than those of a page.
class BarButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Kind {
        Choice, ///< framed, of a steady width, with a chevron: what it says can be changed
        Person, ///< bare, behind a line
    };

    BarButton(Kind kind, ui::Icon icon, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind;
    ui::Icon m_icon;
};

} // namespace soban::customer
