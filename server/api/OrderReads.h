// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/OrderCache.h"
#include "api/RouteFunctions.h"

namespace soban::api {

/// One order, as its customer, its shop and its rider read it, again and again: from memory as long
/// as nothing has changed. Whether the caller may see it is asked each time.
class OrderReads {
public:
    OrderReads(OrderCache &cache, ReadPool &readers) : m_cache(cache), m_readers(readers) {}

    RouteFunctions functions();

private:
    void get(const Call &call);

    OrderCache &m_cache;
    ReadPool &m_readers;
};

} // namespace soban::api
