// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/TokenStore.h"

namespace soban::client {

void MemoryTokenStore::load(Loaded loaded) {
    loaded(m_session);
}

} // namespace soban::client
