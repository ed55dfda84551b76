// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/SettingsFile.h"

#include <QSettings>

namespace soban::desk {

SettingsFile::SettingsFile(QString path, std::chrono::milliseconds delay, QObject *parent)
    : QObject(parent), m_path(std::move(path)) {
    m_thread.setMaxThreadCount(1);
    m_timer.setSingleShot(true);
    m_timer.setInterval(delay);
    connect(&m_timer, &QTimer::timeout, this, &SettingsFile::flush);
    const QSettings file(m_path, QSettings::IniFormat);
    const QStringList keys = file.allKeys();
    for (const QString &key : keys)
        m_values.insert(key, file.value(key));
}

SettingsFile::~SettingsFile() {
    flush();
    m_thread.waitForDone();
}

void SettingsFile::setValue(const QString &key, const QVariant &value) {
    if (m_values.value(key) == value)
        return;
    if (value.isValid())
        m_values.insert(key, value);
    else
        m_values.remove(key);
    m_changes.insert(key, value);
    if (!m_timer.isActive())
        m_timer.start();
}

void SettingsFile::flush() {
    m_timer.stop();
    if (m_changes.isEmpty())
        return;
    m_thread.start([path = m_path, changes = std::exchange(m_changes, {})] {
        QSettings file(path, QSettings::IniFormat);
        for (auto change = changes.begin(); change != changes.end(); ++change) {
            if (change.value().isValid())
                file.setValue(change.key(), change.value());
            else
                file.remove(change.key());
        }
    });
}

} // namespace soban::desk
