// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Disk.h"
#include "drill/Trouble.h"

namespace soban::drill {

/// What SQLite is made to do.
enum class Synchronous { Full, Normal };

/// The places of a drill on a disk that can fail.
struct DiskPlaces {
    QString shim;    ///< the library that is preloaded
    QString folder;  ///< what lies in it is on the disk
    QString journal; ///< where the shim writes down what happens to it
    QString copy;    ///< a folder to look at a copy in
};

/// A cut of the power (G2): the server is killed, and what it had not synced is gone, torn or
/// there.
class PowerCut : public Trouble {
public:
    PowerCut(const DiskPlaces &places, Synchronous synchronous, quint32 seed);

    QMap<QString, QString> environment() const override;
    Fault prepare() override;
    Fault strike(const Scene &scene) override;
    Fault clearUp() override;

private:
    Fault checkIntegrity(const FolderContent &content) const;

    const DiskPlaces m_places;
    const Synchronous m_synchronous;
    QRandomGenerator m_seeds;
    std::optional<Disk> m_disk;
};

} // namespace soban::drill
