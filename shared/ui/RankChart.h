// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace soban::ui {

/// A name and how much of it there was.
struct Rank {
    QString name;
    double value = 0;
    QString valueText; ///< "21"

    bool operator==(const Rank &) const = default;
};

/// Names with bars that lie, the longest of which fills its rail: what sold most.
class RankChart : public QWidget {
    Q_OBJECT

public:
    explicit RankChart(QWidget *parent = nullptr);

    void setRanks(const QList<Rank> &ranks);
    void setTitle(const QString &title) { setAccessibleName(title); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QList<Rank> m_ranks;
};

} // namespace soban::ui
