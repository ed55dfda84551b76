// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"

#include <QTimer>

class QWidget;

namespace soban::customer {

/// Says when what a widget shows should be looked at again: as it comes into sight, as its window
/// becomes the active one, and every now and then while it is seen.
class Refresher : public QObject {
    Q_OBJECT

public:
    Refresher(const Clock &clock, QWidget *watched);

signals:
    void due();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_watched;
    QTimer *m_timer;
};

} // namespace soban::customer
