// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace soban::hand {

/// Hears what the program gives to its loudspeakers (the log of soban.desk.sounds, whether there
/// are any or not) and what it warns of. One at a time.
class Ears : public QObject {
    Q_OBJECT

public:
    explicit Ears(QObject *parent = nullptr);
    ~Ears() override;

    /// All that was heard, in its order: "plays step", "rings new_order", "stops new_order".
    QStringList sounds() const;
    /// Each once.
    QStringList warnings() const;
    /// What the windows shortened, each once: "Emb…", a line break, "Ember Kitchen".
    QStringList shortened() const;
    /// The sounds that go on and on.
    QStringList ringing() const;
    /// "rings new_order": it does now; "plays offer": it did once; nothing: no sound rings.
    bool hears(const QString &sound) const;

signals:
    /// On the thread of this object.
    void heard();
};

} // namespace soban::hand
