// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>

namespace soban::sandbox {

/// Ends this process's connection with that peer, at once and without a word: what was not sent yet
/// never is. An HTTP server has no use for this; only a sandbox that plays a dying one does.
void hangUp(const QHostAddress &peer, quint16 peerPort);

} // namespace soban::sandbox
