// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/RouteFunctions.h"

namespace soban::api {

/// What the service says of itself: its description, whether it lives and serves, its figures.
class ServiceRoutes {
public:
    /// One figure in Prometheus' terms.
    struct Figure {
        QByteArray name;
        QByteArray help;
        const char *type; ///< "counter" or "gauge"
        double value;
    };
    struct Sources {
        std::function<bool()> isReady; ///< false while starting and draining
        std::function<QList<Figure>()> figures;
    };

    explicit ServiceRoutes(Sources sources);

    RouteFunctions functions();

private:
    void ready(const Call &call);
    void metrics(const Call &call);

    const Sources m_sources;
    const QByteArray m_openApi;
};

} // namespace soban::api
