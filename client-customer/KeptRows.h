// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <algorithm>

namespace soban::customer {

/// A list whose rows keep their places when it is loaded again: only what differs is inserted,
/// removed or moved. So what is selected, scrolled to or being pressed at that moment stays so.
template <typename Row>
class KeptRows : public QAbstractListModel {
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    /// While rows are taken: the current one of a view may go, and that is nobody's choice.
    bool isTaking() const { return m_isTaking; }

protected:
    const QList<Row> &rows() const { return m_rows; }

    /// From now on `rows`. `isSame` says of two whether they are the same thing, at different
    /// times.
    template <typename IsSame>
    void takeRows(const QList<Row> &rows, IsSame isSame) {
        m_isTaking = true;
        removeOthers(rows, isSame);
        if (m_rows.isEmpty())
            insert(0, rows);
        for (int row = 0; row < rows.size(); ++row) {
            const auto found =
                std::find_if(m_rows.cbegin() + std::min<qsizetype>(row, m_rows.size()),
                             m_rows.cend(), [&](const Row &one) { return isSame(one, rows[row]); });
            if (found == m_rows.cend())
                insert(row, {rows[row]});
            else
                move(int(found - m_rows.cbegin()), row);
            m_rows[row] = rows[row];
        }
        m_isTaking = false;
        if (!m_rows.isEmpty())
            emit dataChanged(index(0), index(int(m_rows.size()) - 1));
    }

private:
    template <typename IsSame>
    void removeOthers(const QList<Row> &rows, IsSame isSame) {
        for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
            const bool isKept = std::any_of(rows.cbegin(), rows.cend(), [&](const Row &other) {
                return isSame(m_rows[row], other);
            });
            if (isKept)
                continue;
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }

    void insert(int at, const QList<Row> &rows) {
        if (rows.isEmpty())
            return;
        beginInsertRows({}, at, at + int(rows.size()) - 1);
        for (int i = 0; i < rows.size(); ++i)
            m_rows.insert(at + i, rows[i]);
        endInsertRows();
    }

    void move(int from, int to) {
        if (from == to)
            return;
        beginMoveRows({}, from, from, {}, to);
        m_rows.move(from, to);
        endMoveRows();
    }

    QList<Row> m_rows;
    bool m_isTaking = false;
};

} // namespace soban::customer
