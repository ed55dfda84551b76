// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace soban::rider_app {

/// Claim, pick-up, hand-over: which are done and which is next.
class StepsBar : public QWidget {
    Q_OBJECT

public:
    explicit StepsBar(QWidget *parent = nullptr);

    /// 0 to 2: what is to be done now.
    void setCurrent(int step);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    static QStringList words();
    void tellAccessibility();

    int m_current = 1;
};

} // namespace soban::rider_app
