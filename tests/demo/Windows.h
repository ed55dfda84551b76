// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QRect>
#include <QUrl>

#include <memory>
#include <optional>
#include <vector>

namespace soban::demo {

/// The three apps side by side on the display, each signed in as somebody of the demo town, and by
/// the clocks of its time zone. What they keep goes into `folder`, so that nothing of the person's
/// own is touched. They end with this object.
class Windows : public QObject {
    Q_OBJECT

public:
    /// `timeZone` by its IANA name.
    Windows(const QString &programFolder, const QString &folder, const QUrl &server,
            const QString &timeZone);
    ~Windows() override;

    /// Opens all three across `screen`; what did not start, if something did not.
    std::optional<QString> open(const QRect &screen);

signals:
    void allClosed();

private:
    struct Seat;

    std::optional<QString> open(const Seat &seat, const QRect &place);
    void tellIfAllClosed();

    const QString m_programFolder;
    const QString m_folder;
    const QUrl m_server;
    const QString m_timeZone;
    std::vector<std::unique_ptr<QProcess>> m_apps;
};

} // namespace soban::demo
