// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPainter;

namespace soban::ui {

class Look;

constexpr int kMostStars = 5;

/// Five stars from the left of `box`, as tall as it is, filled up to `value` (fractions count).
void paintStars(QPainter &painter, const Look &look, const QRect &box, double value);

/// How good something is held to be, on the average: five stars, the mean and a word.
class Stars : public QWidget {
    Q_OBJECT

public:
    explicit Stars(QWidget *parent = nullptr);

    /// `mean`: 1 to 5; 0: nobody has said yet. `note`: "312 reviews".
    void setMean(double mean, const QString &note = {});
    double mean() const { return m_mean; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    double m_mean = 0;
    QString m_note;
};

} // namespace soban::ui
