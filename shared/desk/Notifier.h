// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/App.h"
#include "domain/Instant.h"

#include <QObject>
#include <QPointer>
#include <QSystemTrayIcon>

#include <memory>

class QAction;
class QMenu;
class QWidget;

namespace soban::desk {

/// Something that a person should see who looks elsewhere.
struct Notice {
    QString title;
    QString body;
    bool isUrgent = false; ///< stays until it is looked at, where the desktop can do that
};

/// The app's entry in the tray and its messages on the desktop. Where the desktop has no tray, the
/// window asks for attention, and that is all.
class Notifier : public QObject {
    Q_OBJECT

public:
    explicit Notifier(App app, QObject *parent = nullptr);
    ~Notifier() override;

    /// What the app is called, in the present language.
    static QString nameOf(App app);

    /// The window that messages stand for. The person is not told of what is in view.
    void setWindow(QWidget *window);
    /// Shows the tray's entry, if the desktop has a tray.
    void show();
    void notify(const Notice &notice);
    /// What is open, beside the app's name: "3 new orders"; empty for nothing.
    void setSummary(const QString &summary);
    bool hasTray() const;
    /// To be called when the language has changed.
    void retranslate();

signals:
    /// The person wants to see the window: by the tray, or by a message.
    void windowRequested();
    void quitRequested();

private:
    App m_app;
    QString m_summary;
    QPointer<QWidget> m_window;
    std::unique_ptr<QMenu> m_menu;
    QAction *m_open = nullptr;
    QAction *m_quit = nullptr;
    QSystemTrayIcon m_tray;
};

} // namespace soban::desk
