// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/SettingsFile.h"
#include "desk/SoundKind.h"
#include "domain/Text.h"
#include "ui/Look.h"

namespace soban::desk {

/// What the person has set and what the windows remember, for one app and profile. Damaged or
/// foreign values count as not set.
class Preferences : public QObject {
    Q_OBJECT

public:
    explicit Preferences(const QString &file, QObject *parent = nullptr);

    /// Korean or English as the desktop is, until the person chooses.
    Language language() const;
    void setLanguage(Language language);
    ui::Look::Choice scheme() const;
    void setScheme(ui::Look::Choice choice);
    double textScale() const;
    void setTextScale(double scale); ///< kept within the bounds of `Look`
    bool isMotionReduced() const;
    void setMotionReduced(bool reduced);

    bool isMuted(SoundKind kind) const;
    void setMuted(SoundKind kind, bool muted);
    int volumePercent() const; ///< 0 to 100
    void setVolumePercent(int percent);

    /// As `QWidget::saveGeometry` and `QMainWindow::saveState` made it; empty if there is none.
    QByteArray windowGeometry(const QString &window) const;
    void setWindowGeometry(const QString &window, const QByteArray &geometry);

    /// What was typed to sign in; never a password.
    QString lastLogin() const;
    void setLastLogin(const QString &login);
    bool staysSignedIn() const; ///< what the box on the sign-in page says
    void setStaysSignedIn(bool stays);

    /// Address of the map's tiles with {z}, {x} and {y}; empty: the map is drawn without.
    QString tilePattern() const;
    void setTilePattern(const QString &pattern);
    QString tileAttribution() const; ///< what the tiles' licence wants to be read on the map
    void setTileAttribution(const QString &attribution);

    /// Whether a rider's position moves along the way by itself; nothing until the person says.
    std::optional<bool> simulatesPosition() const;
    void setSimulatesPosition(bool simulates);

signals:
    /// Language, scheme, size of text or motion.
    void lookChanged();
    /// A mute or the volume.
    void soundsChanged();
    /// The tiles' address or attribution.
    void mapChanged();
    void simulationChanged();

private:
    SettingsFile m_file;
};

} // namespace soban::desk
