// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Notifier.h"

#include "ui/Icons.h"
#include "ui/Tokens.h"

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QPainter>

namespace soban::desk {

namespace {

constexpr int kShownMs = 8'000;

/// The tray's ground is unknown, so the icon brings its own.
QIcon trayIcon() {
    QIcon icon;
    const ui::Tokens &tokens = ui::Tokens::of(ui::Scheme::Light);
    for (const int size : {16, 22, 32, 48}) {
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.lacquer);
        painter.drawRoundedRect(pixmap.rect(), size / 5.0, size / 5.0);
        const int margin = size / 8;
        ui::paintIcon(painter, ui::Icon::Soban,
                      pixmap.rect().adjusted(margin, margin, -margin, -margin), tokens.onLacquer);
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

Notifier::Notifier(App app, QObject *parent)
    : QObject(parent), m_app(app), m_menu(std::make_unique<QMenu>()), m_tray(trayIcon()) {
    m_open = m_menu->addAction(QString(), this, &Notifier::windowRequested);
    m_quit = m_menu->addAction(QString(), this, &Notifier::quitRequested);
    m_tray.setContextMenu(m_menu.get());
    connect(&m_tray, &QSystemTrayIcon::messageClicked, this, &Notifier::windowRequested);
    connect(&m_tray, &QSystemTrayIcon::activated, this, [this](auto reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            emit windowRequested();
    });
    retranslate();
}

Notifier::~Notifier() = default;

void Notifier::setWindow(QWidget *window) {
    m_window = window;
}

void Notifier::show() {
    m_tray.show(); // waits by itself for a tray that comes later
}

bool Notifier::hasTray() const {
    return QSystemTrayIcon::isSystemTrayAvailable() && m_tray.isVisible();
}

void Notifier::notify(const Notice &notice) {
    if (m_window && m_window->isActiveWindow())
        return;
    if (m_window)
        QApplication::alert(m_window, notice.isUrgent ? 0 : kShownMs);
    if (hasTray() && QSystemTrayIcon::supportsMessages())
        m_tray.showMessage(notice.title, notice.body, trayIcon(), notice.isUrgent ? 0 : kShownMs);
}

void Notifier::setSummary(const QString &summary) {
    m_summary = summary;
    retranslate();
}

QString Notifier::nameOf(App app) {
    switch (app) {
    case App::Customer:
        return tr("Soban");
    case App::Shop:
        return tr("Soban for shops");
    case App::Rider:
        return tr("Soban for riders");
    }
    return {};
}

void Notifier::retranslate() {
    m_open->setText(tr("Open %1").arg(nameOf(m_app)));
    m_quit->setText(tr("Quit"));
    m_tray.setToolTip(m_summary.isEmpty() ? nameOf(m_app)
                                          : nameOf(m_app) + QStringLiteral(" · ") + m_summary);
}

} // namespace soban::desk
