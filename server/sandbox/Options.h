// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Instant.h"
#include "domain/Result.h"

#include <QStringList>
#include <QUrl>

#include <chrono>
#include <optional>

namespace soban::sandbox {

/// Where an accelerated clock was set going; see ScaledClock.
struct ClockAnchors {
    Instant wall;
    Instant shown;
    double speed;
};

struct Options {
    quint16 port = 0;
    QByteArray secretKey;
    QString solapiKey = QStringLiteral("soban-sandbox");
    QByteArray solapiSecret; ///< empty: nobody may send messages
    QString ledgerPath;      ///< empty: nothing is kept across restarts
    std::optional<ClockAnchors> clock;
    QUrl webhookUrl; ///< empty: none are sent
    std::optional<std::chrono::milliseconds> webhookPause;
    QStringList returnHosts; ///< besides loopback, where the registration page may lead back to
    quint64 faultSeed = 1;

    /// From the command line and the environment's SOBAN_TOSS_SECRET_KEY. The error is for the
    /// person who started the program; it is empty when they only asked for help, which `help` then
    /// holds.
    static Result<Options, QString> read(const QStringList &arguments,
                                         const QByteArray &secretFromEnvironment, QString &help);
};

} // namespace soban::sandbox
