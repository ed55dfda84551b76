// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk/SettingsFile.h"
#include "domain/EnumText.h"
#include "domain/Instant.h"

namespace soban::shop_app {

/// Where the tickets of this computer go.
enum class PrintTarget {
    Off,     ///< only when asked for, and then to the printer
    Printer, ///< each accepted order, to the system's usual printer
    Folder,  ///< each accepted order, as a PDF in a folder
};

/// How this computer prints; kept from one start to the next.
class PrintSettings : public QObject {
    Q_OBJECT

public:
    explicit PrintSettings(const QString &file, QObject *parent = nullptr);

    PrintTarget target() const;
    /// Orders that were accepted before `now` are not printed by themselves.
    void setTarget(PrintTarget target, Instant now);
    /// Since when accepted orders are printed; nothing while they are not.
    std::optional<Instant> since() const;
    /// One of the person's own documents until it is set.
    QString folder() const;
    void setFolder(const QString &folder);

signals:
    void changed();

private:
    desk::SettingsFile m_file;
};

} // namespace soban::shop_app

template <>
struct soban::EnumText<soban::shop_app::PrintTarget> {
    using T = soban::shop_app::PrintTarget;
    static constexpr std::array entries{std::pair{T::Off, "off"}, std::pair{T::Printer, "printer"},
                                        std::pair{T::Folder, "folder"}};
};
