// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace soban::storage {

/// Does what an engine puts off on a connection, between transactions.
class Housekeeper {
public:
    virtual ~Housekeeper() = default;

    /// What fails is tried again another time.
    virtual void tidyUp() = 0;
};

} // namespace soban::storage
