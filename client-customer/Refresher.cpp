// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/Refresher.h"

#include <QEvent>
#include <QWidget>

namespace soban::customer {

namespace {

constexpr std::chrono::seconds kBetween{20};

} // namespace

Refresher::Refresher(const Clock &clock, QWidget *watched)
    : QObject(watched), m_watched(watched), m_timer(new QTimer(this)) {
    watched->installEventFilter(this);
    m_timer->setInterval(clock.wallTimeFor(kBetween));
    m_timer->start();
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (m_watched->isVisible() && !m_watched->window()->isMinimized())
            emit due();
    });
}

bool Refresher::eventFilter(QObject *watched, QEvent *event) {
    const bool isSeenAgain = event->type() == QEvent::Show ||
                             (event->type() == QEvent::WindowActivate && m_watched->isVisible());
    if (isSeenAgain)
        emit due();
    return QObject::eventFilter(watched, event);
}

} // namespace soban::customer
