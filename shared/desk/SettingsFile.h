// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <QVariant>

namespace soban::desk {

/// Small values in an INI file: read once when opened, and written a moment after a change on a
/// thread of its own, because QSettings waits for the disk at each write.
class SettingsFile : public QObject {
    Q_OBJECT

public:
    /// Changes within `delay` are written together.
    explicit SettingsFile(QString path,
                          std::chrono::milliseconds delay = std::chrono::milliseconds(300),
                          QObject *parent = nullptr);
    /// Waits until all is written.
    ~SettingsFile() override;

    /// Invalid if there is none.
    QVariant value(const QString &key) const { return m_values.value(key); }
    QStringList keys() const { return m_values.keys(); }
    /// An invalid value removes the key.
    void setValue(const QString &key, const QVariant &value);
    /// Writes at once what waits, without waiting for it.
    void flush();

private:
    QString m_path;
    QHash<QString, QVariant> m_values;
    QHash<QString, QVariant> m_changes; ///< not handed to the thread yet
    QTimer m_timer;
    QThreadPool m_thread; ///< of one thread, so that writes keep their order
};

} // namespace soban::desk
