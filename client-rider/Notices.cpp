// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/Notices.h"

#include "desk/OfflineBanner.h"
#include "ui/Banner.h"

#include <QEvent>

#include <utility>

namespace soban::rider_app {

using namespace ui;

Notices::Notices(const desk::Link &link, const Clock &clock, QWidget *page)
    : QWidget(page)
    , m_page(page)
    , m_note(new Banner(this))
    , m_waiting(new Banner(this))
    , m_offline(new desk::OfflineBanner(link, clock, this)) {
    m_noteEnd.setSingleShot(true);
    connect(&m_noteEnd, &QTimer::timeout, this, &Notices::end);
    connect(m_note, &Banner::actionChosen, this, [this] {
        const auto what = m_action;
        end();
        if (what)
            what();
    });
    for (const Banner *banner : {m_waiting, static_cast<Banner *>(m_offline)})
        connect(banner, &Banner::actionChosen, this, &Notices::reconnectChosen);
    page->installEventFilter(this);
    arrange();
}

void Notices::tell(Tone tone, Icon icon, const QString &strong, const QString &plain) {
    begin(tone, icon, strong, plain, {}, {});
    m_noteEnd.start(motion::kUndoMs);
}

void Notices::tellForGood(Tone tone, Icon icon, const QString &strong, const QString &plain) {
    begin(tone, icon, strong, plain, tr("OK"), {});
}

void Notices::offer(Icon icon, const QString &strong, const QString &plain, const QString &action,
                    std::function<void()> what) {
    begin(Tone::Accent, icon, strong, plain, action, std::move(what));
}

void Notices::begin(Tone tone, Icon icon, const QString &strong, const QString &plain,
                    const QString &action, std::function<void()> what) {
    m_noteEnd.stop();
    m_action = std::move(what);
    m_note->tell(tone, icon, strong, plain);
    m_note->offer(action);
    m_isNoting = true;
    arrange();
}

void Notices::end() {
    m_noteEnd.stop();
    m_isNoting = false;
    arrange();
}

void Notices::setWaiting(int steps) {
    m_steps = steps;
    arrange();
}

void Notices::setNotesBelow(bool below) {
    m_areNotesBelow = below;
    place();
}

void Notices::setLeft(int left) {
    m_left = left;
    place();
}

void Notices::arrange() {
    retranslate();
    const bool isWaiting = m_steps > 0;
    m_note->setVisible(m_isNoting);
    m_waiting->setVisible(isWaiting && !m_isNoting);
    m_offline->setHeldBack(isWaiting || m_isNoting);
    place();
}

void Notices::place() {
    const int width = m_page->width() - m_left;
    int height = 0;
    for (Banner *banner : {m_note, m_waiting, static_cast<Banner *>(m_offline)}) {
        if (banner->isHidden())
            continue;
        height = banner->heightForWidth(width);
        banner->setGeometry(0, 0, width, height);
    }
    const bool isBelow = m_isNoting && m_areNotesBelow;
    setGeometry(m_left, isBelow ? m_page->height() - height : 0, width, height);
    raise();
    // A note is soon gone and moves nothing; of what lasts, the place stays meanwhile.
    if (!m_isNoting && std::exchange(m_lasting, height) != height)
        emit lastingHeightChanged(height);
}

void Notices::retranslate() {
    m_offline->setMeanwhile(tr("Go on: your steps are sent with their real time once it is back."));
    if (m_steps == 0)
        return;
    m_waiting->tell(Tone::Waiting, Icon::WifiOff,
                    m_steps == 1 ? tr("1 step is not sent yet.")
                                 : tr("%1 steps are not sent yet.").arg(m_steps),
                    tr("They are sent with their real time once there is a connection."));
    m_waiting->offer(tr("Try now"));
}

bool Notices::event(QEvent *event) {
    if (event->type() == QEvent::LayoutRequest)
        place(); // one of them came, went or says something else
    return QWidget::event(event);
}

bool Notices::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_page && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void Notices::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange) {
        if (m_noteEnd.isActive())
            end(); // it was told in the other one
        else
            arrange();
    }
    if (event->type() == QEvent::StyleChange)
        place();
    QWidget::changeEvent(event);
}

} // namespace soban::rider_app
