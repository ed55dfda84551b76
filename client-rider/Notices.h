// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "desk/Link.h"
#include "ui/Icons.h"
#include "ui/Tokens.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace soban::ui {
class Banner;
}

namespace soban::desk {
class OfflineBanner;
}

namespace soban::rider_app {

/// What is said over the page: what has just happened, steps that wait for the line, a lost
/// connection; of several the most urgent. It lies at the top, so that nothing moves away from
/// under a finger; what is soon gone may lie below instead, where it hides less.
class Notices : public QWidget {
    Q_OBJECT

public:
    Notices(const desk::Link &link, const Clock &clock, QWidget *page);

    /// For some seconds.
    void tell(ui::Tone tone, ui::Icon icon, const QString &strong, const QString &plain = {});
    /// Stays until it is acknowledged.
    void tellForGood(ui::Tone tone, ui::Icon icon, const QString &strong, const QString &plain);
    /// Stays until its button is pressed, which does `what`, or something else is told.
    void offer(ui::Icon icon, const QString &strong, const QString &plain, const QString &action,
               std::function<void()> what);
    /// Whether what is soon gone lies at the bottom of the page.
    void setNotesBelow(bool below);
    /// Where they begin, in pixels: what lies to the left of it stays free.
    void setLeft(int left);
    /// So many steps wait to be sent; 0: none.
    void setWaiting(int steps);

signals:
    void reconnectChosen();
    /// Of what lies over the page for as long as the line is away.
    void lastingHeightChanged(int height);

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void begin(ui::Tone tone, ui::Icon icon, const QString &strong, const QString &plain,
               const QString &action, std::function<void()> what);
    void end();
    void arrange();
    void place();
    void retranslate();

    QWidget *m_page;
    ui::Banner *m_note;
    ui::Banner *m_waiting;
    desk::OfflineBanner *m_offline;
    QTimer m_noteEnd;
    std::function<void()> m_action;
    bool m_isNoting = false;
    bool m_areNotesBelow = false;
    int m_steps = 0;   ///< that wait
    int m_lasting = 0; ///< in pixels
    int m_left = 0;
};

} // namespace soban::rider_app
