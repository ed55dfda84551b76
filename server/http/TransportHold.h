// SPDX-License-Identifier: GPL-3.0-or-later
// Private to server/http.
#pragma once

#include <memory>

namespace soban::http {

/// What Qt must not lose before a request is answered (Qt 6.8: the responder, which keeps the next
/// pipelined request back; Qt 6.4: nothing).
class TransportHold {
public:
    virtual ~TransportHold() = default;
};

using TransportHoldPtr = std::unique_ptr<TransportHold>;

} // namespace soban::http
