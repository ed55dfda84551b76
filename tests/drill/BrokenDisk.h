// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/PowerCut.h"

#include <QFile>

namespace soban::drill {

/// A disk that is full, or fails, for a while (G13): what cannot be stored is refused with 503,
/// what is stored can be read, and afterwards the same server takes orders again. Then it fails
/// once more, and the power with it: what was answered must have come to the disk.
class BrokenDisk : public PowerCut {
public:
    /// `switchFile`: a path that the server's shim can read.
    BrokenDisk(const DiskPlaces &places, const QString &switchFile, quint32 seed);
    ~BrokenDisk() override;

    QMap<QString, QString> environment() const override;
    Fault prepare() override;
    Fault strike(const Scene &scene) override;

private:
    Fault tryOut(const Scene &scene, DiskFault fault);
    Fault holdBroken(const Scene &scene) const;

    QFile m_file;
    DiskSwitch *m_switch = nullptr;
    int m_strikes = 0;
};

} // namespace soban::drill
