// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/AppWindow.h"

#include "desk/EntryFrame.h"
#include "desk/OfflineBanner.h"
#include "desk/SettingsSheet.h"
#include "desk/ShortcutSheet.h"
#include "desk/SignInPage.h"
#include "desk/WindowMemory.h"
#include "ui/Bars.h"
#include "ui/Formats.h"
#include "ui/Sheet.h"

#include <QAction>
#include <QEvent>
#include <QGridLayout>
#include <QKeySequence>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace soban::desk {

namespace {

/// A keychain that asks the person for its password is waited for no longer than this before the
/// way in is shown; the session may still be taken up behind it.
constexpr std::chrono::milliseconds kPatience{1'500};

enum Row { HeaderRow, BannerRow, BodyRow, FooterRow, StripRow };
enum Column { SideColumn, MainColumn };

} // namespace

AppWindow::AppWindow(Desk &desk, QSize firstSize, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_entry(new EntryFrame(desk))
    , m_stack(new QStackedWidget)
    , m_main(new QWidget)
    , m_grid(new QGridLayout(m_main))
    , m_banner(new OfflineBanner(desk.link(), desk.clock()))
    , m_strip(new ui::StatusStrip)
    , m_zone(QTimeZone::systemTimeZone()) {
    build();
    m_settings = new SettingsSheet(desk, this);
    m_shortcuts = new ShortcutSheet(this);
    connect(m_settings, &SettingsSheet::signOutChosen, this,
            [this] { leaveMain([this] { m_desk.session().signOut(); }); });
    addCommonCommands();
    connect(&desk, &Desk::signedIn, this, &AppWindow::showMain);
    connect(&desk, &Desk::signedOut, this, &AppWindow::showEntry);
    connect(&desk.link(), &Link::stateChanged, this, &AppWindow::tellLink);
    connect(m_banner, &ui::Banner::actionChosen, &desk, &Desk::reconnectNow);
    connect(&desk.notifier(), &Notifier::windowRequested, this, [this] { comeForward(); });
    connect(&desk.notifier(), &Notifier::quitRequested, this, &QWidget::close);
    desk.notifier().setWindow(this);
    new WindowMemory(this, QStringLiteral("main"), firstSize, desk.preferences());
    retranslate();
    tellLink();
}

AppWindow::~AppWindow() = default;

void AppWindow::build() {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(0);
    m_grid->setRowStretch(BodyRow, 1);
    m_grid->setColumnStretch(MainColumn, 1);
    m_grid->addWidget(m_banner, BannerRow, MainColumn);
    m_grid->addWidget(m_strip, StripRow, MainColumn);
    m_stack->addWidget(m_entry);
    m_stack->addWidget(m_main);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
}

void AppWindow::addCommonCommands() {
    addCommand(
        this, QKeySequence(QKeySequence::HelpContents), [] { return tr("Shortcuts"); },
        [this] { openShortcuts(); });
    addCommand(
        this, QKeySequence(Qt::CTRL | Qt::Key_Comma), [] { return tr("Settings"); },
        [this] { openSettings(); });
    addCommand(
        this, QKeySequence(Qt::CTRL | Qt::Key_R), [] { return tr("Connect now"); },
        [this] { m_desk.reconnectNow(); });
    addCommand(
        this, QKeySequence(Qt::CTRL | Qt::Key_Q), [] { return tr("Quit"); }, [this] { close(); });
}

QAction *AppWindow::addCommand(QObject *owner, const QKeySequence &keys, Words words,
                               std::function<void()> what) {
    auto *action = new QAction(words(), owner);
    action->setShortcut(keys);
    const bool isOfPage = owner != this;
    connect(action, &QAction::triggered, owner, [this, isOfPage, what = std::move(what)] {
        if (!isOfPage || !isCovered())
            what();
    });
    addAction(action);
    m_commands.push_back({action, std::move(words)});
    return action;
}

bool AppWindow::isCovered() const {
    const auto sheets = findChildren<ui::Sheet *>();
    return std::any_of(sheets.begin(), sheets.end(),
                       [](const ui::Sheet *sheet) { return sheet->isOpen(); });
}

void AppWindow::begin(std::optional<Credentials> credentials) {
    m_credentials = std::move(credentials);
    m_entry->setWaiting(true);
    QTimer::singleShot(kPatience, m_entry, [this] {
        if (!m_desk.account())
            m_entry->setWaiting(false);
    });
    show();
    m_desk.notifier().show();
    m_desk.open();
}

void AppWindow::comeForward(const QString &activationToken) {
    // Qt hands this to the compositor when the window asks to be active.
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken.toLatin1());
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void AppWindow::setZone(const QTimeZone &zone) {
    m_zone = zone;
    m_banner->setZone(zone);
    tellLink();
}

void AppWindow::openSettings() {
    m_shortcuts->close();
    m_settings->open();
}

void AppWindow::openShortcuts() {
    m_settings->close();
    m_shortcuts->openAfresh();
}

void AppWindow::showMain(const contract::AccountView &account) {
    dropMain();
    const MainParts parts = makeMain(account);
    const auto place = [this](QWidget *widget, int row, int column, int rows = 1) {
        if (!widget)
            return;
        m_grid->addWidget(widget, row, column, rows, 1);
        m_parts.append(widget);
    };
    place(parts.side, HeaderRow, SideColumn, StripRow + 1);
    place(parts.header, HeaderRow, MainColumn);
    place(parts.body, BodyRow, MainColumn);
    place(parts.footer, FooterRow, MainColumn);
    if (parts.settings) {
        m_settings->addSection(parts.settings);
        m_parts.append(parts.settings);
    }
    m_strip->setVisible(parts.hasStrip);
    m_banner->setHeldBack(!parts.hasBanner);
    m_stack->setCurrentWidget(m_main);
    parts.body->setFocus(Qt::OtherFocusReason);
    retranslate();
}

void AppWindow::showEntry(Farewell why) {
    m_settings->close();
    m_stack->setCurrentWidget(m_entry);
    m_entry->setWaiting(false);
    m_entry->tell(why);
    dropMain();
    retranslate();
    const auto credentials = std::exchange(m_credentials, std::nullopt);
    if (credentials && why == Farewell::NoSession)
        m_entry->signInPage()->enter(*credentials);
}

void AppWindow::dropMain() {
    // Later, because the way out may have been a button of theirs.
    for (const QPointer<QWidget> &part : std::exchange(m_parts, {})) {
        if (!part)
            continue;
        part->hide();
        m_grid->removeWidget(part);
        part->deleteLater();
    }
}

void AppWindow::tellLink() {
    switch (m_desk.link().state()) {
    case LinkState::Live:
        m_strip->setLiveness(ui::Liveness::Live);
        break;
    case LinkState::Polling:
        m_strip->setLiveness(ui::Liveness::Polling);
        break;
    case LinkState::Connecting: // not worth a word; offline follows soon if it lasts
        break;
    case LinkState::Offline:
        m_strip->setLastNews(m_desk.link().lostAt() ? ui::clockText(*m_desk.link().lostAt(), m_zone)
                                                    : QString());
        m_strip->setLiveness(ui::Liveness::Offline);
        break;
    case LinkState::SignedOut:
        m_strip->setLiveness(ui::Liveness::Offline);
        break;
    }
}

void AppWindow::retranslate() {
    const QString app = Notifier::nameOf(m_desk.app());
    const auto &account = m_desk.account();
    setWindowTitle(account ? tr("%1 · %2").arg(account->name, app) : app);
    m_strip->setHint(tr("Shortcuts F1"));
    std::erase_if(m_commands, [](const Command &command) { return !command.action; });
    for (const Command &command : m_commands)
        command.action->setText(command.words());
    m_desk.notifier().retranslate();
}

void AppWindow::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace soban::desk
