// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/OfflineBanner.h"

#include "ui/Formats.h"
#include "ui/Look.h"

#include <QEvent>
#include <QGuiApplication>

namespace soban::desk {

using namespace soban::ui;

namespace {

constexpr std::chrono::milliseconds kRelease{150};

} // namespace

OfflineBanner::OfflineBanner(const Link &link, const Clock &clock, QWidget *parent)
    : Banner(parent), m_link(link), m_clock(clock) {
    // Often enough for an age in minutes.
    m_minute.setInterval(std::chrono::seconds(15));
    connect(&m_minute, &QTimer::timeout, this, &OfflineBanner::say);
    m_release.setInterval(kRelease);
    m_release.setSingleShot(true);
    connect(&m_release, &QTimer::timeout, this, &OfflineBanner::say);
    connect(&link, &Link::stateChanged, this, &OfflineBanner::say);
    say();
}

void OfflineBanner::setHeldBack(bool heldBack) {
    if (std::exchange(m_isHeldBack, heldBack) != heldBack)
        say();
}

void OfflineBanner::setMeanwhile(const QString &words) {
    if (std::exchange(m_meanwhile, words) != words)
        say();
}

void OfflineBanner::setZone(const QTimeZone &zone) {
    m_zone = zone;
    say();
}

void OfflineBanner::say() {
    const bool isOffline = m_link.state() == LinkState::Offline && !m_isHeldBack;
    // It may move what lies below it: not while somebody presses that.
    if (isOffline == isHidden() && QGuiApplication::mouseButtons() != Qt::NoButton) {
        m_release.start();
        return;
    }
    setVisible(isOffline);
    if (!isOffline) {
        m_minute.stop();
        return;
    }
    m_minute.start();
    const auto lostAt = m_link.lostAt();
    const QString words =
        lostAt ? age(*lostAt) : tr("Nothing has come from the server yet. Trying again.");
    const bool isAlarming = !lostAt || m_meanwhile.isEmpty();
    tell(isAlarming ? Tone::Late : Tone::Waiting, Icon::WifiOff, tr("No connection"), words);
    offer(tr("Try now"));
}

QString OfflineBanner::age(Instant since) const {
    const auto span = m_clock.now() - since;
    const QString at = clockText(since, m_zone);
    if (!m_meanwhile.isEmpty())
        return tr("As of %1.").arg(at) + u' ' + m_meanwhile;
    if (span < std::chrono::minutes(1))
        return tr("As of %1. Trying again.").arg(at);
    return tr("As of %1 (%2 ago). Trying again.")
        .arg(at, spanText(span, Look::of(this).language()));
}

void OfflineBanner::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        say();
    Banner::changeEvent(event);
}

} // namespace soban::desk
