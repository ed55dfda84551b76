// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Icons.h"

#include <QAbstractButton>

namespace soban::customer {

/// A button on the lacquered bar, quieter than those of a page. What it says is never shortened:
/// where one line has no room for it, it goes on in smaller ones.
class BarButton : public QAbstractButton {
    Q_OBJECT

public:
    enum class Kind {
        Choice, ///< framed, with a chevron: what it says can be changed
        Person, ///< bare, behind a line
    };

    BarButton(Kind kind, ui::Icon icon, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    int heightForWidth(int width) const override;
    /// In which it is still at ease; it can do with less.
    int comfortableWidth() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int wholeWidth() const;
    bool hasChevron(int width) const;
    QRect wordsIn(const QSize &size) const;
    bool isOneLine(int width) const;

    Kind m_kind;
    ui::Icon m_icon;
};

} // namespace soban::customer
