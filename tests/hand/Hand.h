// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clock/Clock.h"
#include "hand/Ears.h"
#include "hand/Pulse.h"
#include "hand/Seeker.h"

#include <QLocalSocket>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace soban::hand {

/// A hand in front of the program's windows, which does what it is told over a socket. What cannot
/// be done yet is tried again whenever the program has done all that there was to do, because
/// nothing changes in between.
class Hand : public QObject {
    Q_OBJECT

public:
    /// `socket`: where a tour listens.
    Hand(const QString &socket, Pulse::Clock::time_point startedAt, QObject *parent = nullptr);
    ~Hand() override;

public slots:
    /// In the place of the desktop's browser.
    void openPage(const QUrl &page);

private:
    /// What one attempt came to.
    enum class Outcome { Later, GoingOn, Done };

    struct Task {
        Request request;
        Reply reply;
        QTimer deadline;
        int turns = 0;                ///< of the wheel, or presses of Tab
        int presses = 0;              ///< of a field that is to take the keyboard
        std::optional<QPoint> seenAt; ///< in its window, when it was looked at last
    };

    void read();
    void begin(const Request &request);
    void lookAtAll();
    void work();
    bool isPossible(const Task &task) const;
    Outcome attempt(Task &task);
    Outcome press(Task &task, const Found &found);
    Outcome type(Task &task, const Found &found);
    Outcome reach(Task &task, const Found &found);
    static Outcome pressKeys(Task &task);
    Outcome listen(Task &task);
    Outcome savePicture(Task &task);
    bool isCalm() const;
    /// What is to be said of one whose time is over.
    void fail(Task &task);
    void finish(qint64 id);

    SystemClock m_clock;
    Pulse m_pulse;
    Ears m_ears;
    QLocalSocket m_socket;
    QStringList m_pages; ///< asked for, and not told of yet
    std::vector<std::unique_ptr<Task>> m_tasks;
    bool m_isWorkDue = false;
};

} // namespace soban::hand
