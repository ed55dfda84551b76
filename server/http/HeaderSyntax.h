// SPDX-License-Identifier: GPL-3.0-or-later
// Private to server/http: the grammar that both directions of the wire share (RFC 9110, 5.5
// and 5.6.2).
#pragma once

#include <QByteArrayView>

namespace soban::http {

/// A header name or a method.
bool isToken(QByteArrayView text);

/// A header value without control characters other than tab.
bool isFieldValue(QByteArrayView text);

} // namespace soban::http
