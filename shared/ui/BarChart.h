// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

#include <optional>

namespace soban::ui {

/// One column.
struct Bar {
    QString label;                 ///< below it: "18시"
    double value = 0;              ///< none is drawn at 0
    std::optional<double> compare; ///< the same of another time, as a line across
    bool isRunning = false;        ///< not over yet: outlined
    QString valueText;             ///< instead of the number

    bool operator==(const Bar &) const = default;
};

/// Columns over time with another time's values as lines. Peaks carry their numbers; all of them
/// appear in tool tips and in the accessible description.
class BarChart : public QWidget {
    Q_OBJECT

public:
    explicit BarChart(QWidget *parent = nullptr);

    void setBars(const QList<Bar> &bars);
    void setTitle(const QString &title, const QString &unit = {});
    /// The legend: what columns, running columns and lines are. Empty ones are left out.
    void setLegend(const QString &columns, const QString &running, const QString &lines);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Plot;

    Plot plot() const;
    QString textOf(const Bar &bar) const;
    bool isNumbered(int index, const Plot &plot) const;
    void tellAccessibility();
    void paintHead(QPainter &painter) const;
    void paintAxis(QPainter &painter, const Plot &plot) const;
    void paintBar(QPainter &painter, const Plot &plot, int index) const;

    QList<Bar> m_bars;
    QString m_title;
    QString m_unit;
    QString m_columns;
    QString m_running;
    QString m_lines;
};

} // namespace soban::ui
