// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/MovableList.h"

#include <QStyledItemDelegate>

namespace soban::shop_app {

/// A short thing in a list: what it is called, a word beside it, and a word below.
struct Line {
    QString title;
    QString detail = {};
    QString note = {};
    bool isFaint = false; ///< nothing there yet

    bool operator==(const Line &) const = default;
};

class LineModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { LineRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    /// Rows that stay keep their place, and the keyboard.
    void setLines(const QList<Line> &lines);
    const Line &at(int row) const { return m_lines.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Line> m_lines;
};

/// Lines to choose one of, or each to be opened.
class LineList : public MovableList {
    Q_OBJECT

public:
    enum class Manner {
        Choice, ///< the current one is marked
        Doors,  ///< framed, with a chevron; a press opens
    };

    explicit LineList(Manner manner, QWidget *parent = nullptr);

    void setLines(const QList<Line> &lines);
    LineModel *lines() const { return m_model; }
    int current() const { return currentIndex().row(); }
    void setCurrent(int row);

signals:
    /// By the person or by `setCurrent`.
    void currentRowChanged(int row);

private:
    LineModel *m_model;
};

class LineDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    LineDelegate(LineList::Manner manner, QObject *parent)
        : QStyledItemDelegate(parent), m_manner(manner) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    LineList::Manner m_manner;
};

} // namespace soban::shop_app

Q_DECLARE_METATYPE(const soban::shop_app::Line *)
