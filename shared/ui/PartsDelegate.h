// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace soban::ui {

/// Paints rows that hold painted buttons, and says of these what stands on them and where they are:
/// to those who cannot see them, such as a program that drives the window by hand.
class PartsDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    struct Part {
        QString words;
        QRect box; ///< as the row's rectangle
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    /// What stands on the buttons of a row, in the order of `partBox`.
    Q_INVOKABLE QStringList partWords(const QModelIndex &index) const;
    /// Where a button is in the row that stands at `row`; empty if there is no such button.
    Q_INVOKABLE QRect partBox(const QModelIndex &index, const QRect &row, int part) const;

protected:
    virtual QList<Part> partsIn(const QRect &row, const QModelIndex &index) const = 0;
};

} // namespace soban::ui
