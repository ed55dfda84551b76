// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace soban::rider_app {

/// On duty or not: a lamp and a word on the top bar. Shows what the server says, not what was
/// pressed.
class DutySwitch : public QAbstractButton {
    Q_OBJECT

public:
    explicit DutySwitch(QWidget *parent = nullptr);

    void show(bool isOnDuty, bool isBusy);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    bool m_isOnDuty = false;
};

} // namespace soban::rider_app
