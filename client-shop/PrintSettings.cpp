// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/PrintSettings.h"

#include <QStandardPaths>

namespace soban::shop_app {

namespace {

QString targetKey() {
    return QStringLiteral("tickets/target");
}
QString sinceKey() {
    return QStringLiteral("tickets/since");
}
QString folderKey() {
    return QStringLiteral("tickets/folder");
}

} // namespace

PrintSettings::PrintSettings(const QString &file, QObject *parent)
    : QObject(parent), m_file(file) {}

PrintTarget PrintSettings::target() const {
    return enumFromText<PrintTarget>(m_file.value(targetKey()).toString())
        .value_or(PrintTarget::Off);
}

void PrintSettings::setTarget(PrintTarget target, Instant now) {
    if (target == this->target())
        return;
    // From one place to another nothing is left out.
    if (target == PrintTarget::Off)
        m_file.setValue(sinceKey(), {});
    else if (!since())
        m_file.setValue(sinceKey(), now.ms());
    m_file.setValue(targetKey(), QString(toText(target)));
    emit changed();
}

std::optional<Instant> PrintSettings::since() const {
    bool isNumber = false;
    const qint64 ms = m_file.value(sinceKey()).toLongLong(&isNumber);
    return isNumber && target() != PrintTarget::Off ? std::optional(Instant::fromMs(ms))
                                                    : std::nullopt;
}

QString PrintSettings::folder() const {
    const QString set = m_file.value(folderKey()).toString();
    return set.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) +
                               QStringLiteral("/Soban")
                         : set;
}

void PrintSettings::setFolder(const QString &folder) {
    if (folder == this->folder())
        return;
    m_file.setValue(folderKey(), folder);
    emit changed();
}

} // namespace soban::shop_app
