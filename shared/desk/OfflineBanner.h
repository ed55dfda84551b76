// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/Link.h"
#include "ui/Banner.h"

#include <QTimeZone>

namespace soban::desk {

/// Says that the connection is lost and how old what is shown is; away while all is well.
class OfflineBanner : public ui::Banner {
    Q_OBJECT

public:
    OfflineBanner(const Link &link, const Clock &clock, QWidget *parent = nullptr);

    /// Stays away although the connection is lost: something else is said in its place.
    void setHeldBack(bool heldBack);
    /// What goes on all the same: said beside the moment of what is shown, and less of an alarm.
    void setMeanwhile(const QString &words);
    /// By whose clocks it says since when; this computer's unless told.
    void setZone(const QTimeZone &zone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void say();
    QString age(Instant since) const;

    const Link &m_link;
    const Clock &m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QTimer m_minute;
    QTimer m_release;
    bool m_isHeldBack = false;
    QString m_meanwhile;
};

} // namespace soban::desk
