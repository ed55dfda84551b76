// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/RandomId.h"

#include <QRandomGenerator>

namespace soban::client {

namespace {

QString randomHex(int words) {
    QString hex;
    for (int i = 0; i < words; ++i) {
        const quint64 bits = QRandomGenerator::system()->generate64();
        hex += QStringLiteral("%1").arg(bits, 16, 16, QLatin1Char('0'));
    }
    return hex;
}

} // namespace

QString newIdempotencyKey() {
    return randomHex(2);
}

QString newTraceparent() {
    return QStringLiteral("00-%1-%2-01").arg(randomHex(2), randomHex(1));
}

} // namespace soban::client
