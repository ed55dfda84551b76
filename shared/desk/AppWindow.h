// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/AppOptions.h"
#include "desk/Desk.h"

#include <QPointer>
#include <QTimeZone>
#include <QWidget>

class QAction;
class QGridLayout;
class QKeySequence;
class QStackedWidget;

namespace soban::ui {
class StatusStrip;
} // namespace soban::ui

namespace soban::desk {

class EntryFrame;
class OfflineBanner;
class SettingsSheet;
class ShortcutSheet;

/// What an app shows to whom is signed in. The window takes the widgets, and deletes them when the
/// person signs out, so that nothing is left for the next one.
struct MainParts {
    QWidget *body;
    QWidget *header = nullptr;   ///< above everything: a `TopBar`
    QWidget *side = nullptr;     ///< at the left, all the way down: a `Rail`
    QWidget *footer = nullptr;   ///< below the body
    QWidget *settings = nullptr; ///< the app's own part of the settings
    bool hasStrip = true;        ///< the line at the bottom that tells the connection
    bool hasBanner = true;       ///< false: the body itself says that the connection is lost
};

/// The window of an app: the way in, or what the app shows; a line when the connection is lost;
/// settings, and the list of shortcuts.
class AppWindow : public QWidget {
    Q_OBJECT

public:
    using Words = std::function<QString()>;

    AppWindow(Desk &desk, QSize firstSize, QWidget *parent = nullptr);
    ~AppWindow() override;

    /// Shows the window and takes up the last session; where there is none, `credentials` are
    /// tried, once.
    void begin(std::optional<Credentials> credentials = {});
    /// To the front, with the desktop's permission if it gave one.
    void comeForward(const QString &activationToken = {});

    /// Something that can be done by keys, for as long as `owner` lives; F1 lists it under what
    /// `words` say, in each language. What is not the window's own waits while a sheet covers the
    /// pages.
    QAction *addCommand(QObject *owner, const QKeySequence &keys, Words words,
                        std::function<void()> what);

    /// By whose clocks the window tells when something came; this computer's unless told.
    void setZone(const QTimeZone &zone);

    void openSettings();
    void openShortcuts();

protected:
    /// Makes what `account` sees.
    virtual MainParts makeMain(const contract::AccountView &account) = 0;
    /// Before the person signs out; calls `then` once nothing would get lost, or never.
    virtual void leaveMain(std::function<void()> then) { then(); }

    Desk &desk() const { return m_desk; }
    void changeEvent(QEvent *event) override;

private:
    struct Command {
        QPointer<QAction> action;
        Words words;
    };

    void build();
    void addCommonCommands();
    void showMain(const contract::AccountView &account);
    void showEntry(Farewell why);
    void dropMain();
    void retranslate();
    void tellLink();
    bool isCovered() const;

    Desk &m_desk;
    EntryFrame *m_entry;
    QStackedWidget *m_stack;
    QWidget *m_main;
    QGridLayout *m_grid;
    OfflineBanner *m_banner;
    ui::StatusStrip *m_strip;
    QList<QPointer<QWidget>> m_parts; ///< of `MainParts`
    SettingsSheet *m_settings;
    ShortcutSheet *m_shortcuts;
    QTimeZone m_zone;
    std::vector<Command> m_commands;
    std::optional<Credentials> m_credentials; ///< until they are tried
};

} // namespace soban::desk
