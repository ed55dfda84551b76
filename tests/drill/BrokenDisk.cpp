// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/BrokenDisk.h"

#include "stage/Requests.h"

#include <array>
#include <new>

namespace soban::drill {

namespace {

/// How many answers are waited for, of either kind.
constexpr qint64 kEnough = 40;

constexpr std::array kFaults{DiskFault::Full, DiskFault::WritesFail, DiskFault::SyncsFail};

const char *nameOf(DiskFault fault) {
    switch (fault) {
    case DiskFault::None:
        return "whole";
    case DiskFault::Full:
        return "full";
    case DiskFault::WritesFail:
        return "not to be written to";
    case DiskFault::SyncsFail:
        return "not to be synced";
    }
    return "";
}

bool takesOrders(Load &load) {
    const qint64 enough = load.acknowledged() + kEnough;
    return load.runUntil([&] { return load.acknowledged() >= enough; });
}

/// What the server has is there for everybody to read.
Fault read(const Scene &scene) {
    QList<QByteArray> requests{bench::getRequest("/api/v1/shops?" + bench::placeOfTown())};
    for (const QByteArray &order : scene.book.orders().keys().mid(0, kEnough))
        requests.append(scene.book.readRequest(order));
    for (const auto &answer : askAll(scene.line, requests)) {
        if (!answer || answer->status != 200)
            return QStringLiteral("a read fails: ") + describe(answer);
    }
    return std::nullopt;
}

} // namespace

BrokenDisk::BrokenDisk(const DiskPlaces &places, const QString &switchFile, quint32 seed)
    : PowerCut(places, Synchronous::Full, seed), m_file(switchFile) {}

BrokenDisk::~BrokenDisk() {
    if (m_switch)
        m_file.unmap(reinterpret_cast<uchar *>(m_switch));
}

QMap<QString, QString> BrokenDisk::environment() const {
    QMap<QString, QString> variables = PowerCut::environment();
    variables.insert(QString::fromLatin1(kSwitchVariable), m_file.fileName());
    return variables;
}

Fault BrokenDisk::prepare() {
    if (!m_switch) {
        const bool isMade = m_file.open(QIODevice::ReadWrite) && m_file.resize(sizeof(DiskSwitch));
        uchar *memory = isMade ? m_file.map(0, sizeof(DiskSwitch)) : nullptr;
        if (!memory)
            return m_file.errorString();
        m_switch = new (memory) DiskSwitch;
    }
    m_switch->fault = DiskFault::None;
    return PowerCut::prepare();
}

Fault BrokenDisk::strike(const Scene &scene) {
    const DiskFault fault = kFaults[std::size_t(m_strikes++) % kFaults.size()];
    const Fault wrong = tryOut(scene, fault);
    m_switch->fault = fault;
    killSoon(scene);
    if (!wrong)
        return std::nullopt;
    return QStringLiteral("a disk that is %1: %2").arg(QLatin1StringView(nameOf(fault)), *wrong);
}

Fault BrokenDisk::tryOut(const Scene &scene, DiskFault fault) {
    if (!takesOrders(scene.load))
        return QStringLiteral("no orders are taken before");
    m_switch->fault = fault;
    const Fault wrong = holdBroken(scene);
    m_switch->fault = DiskFault::None;
    if (!wrong && !takesOrders(scene.load))
        return QStringLiteral("no orders are taken afterwards");
    return wrong;
}

Fault BrokenDisk::holdBroken(const Scene &scene) const {
    const qint64 enough = scene.load.refused() + kEnough;
    if (!scene.load.runUntil([&] { return scene.load.refused() >= enough; }))
        return QStringLiteral("nothing is refused");
    return read(scene);
}

} // namespace soban::drill
