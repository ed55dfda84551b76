// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ServiceRoutes.h"

namespace soban::api {

using contract::RouteId;

ServiceRoutes::ServiceRoutes(Sources sources)
    : m_sources(std::move(sources)), m_openApi(contract::openApiDocument()) {}

RouteFunctions ServiceRoutes::functions() {
    return {{RouteId::OpenApi,
             [this](const Call &call) { call.reply.send(jsonAnswer(200, m_openApi)); }},
            {RouteId::Live,
             [](const Call &call) { call.reply.send(http::Answer::text(200, "alive\n")); }},
            {RouteId::Ready, [this](const Call &call) { ready(call); }},
            {RouteId::Metrics, [this](const Call &call) { metrics(call); }}};
}

void ServiceRoutes::ready(const Call &call) {
    if (m_sources.isReady())
        call.reply.send(http::Answer::text(200, "ready\n"));
    else
        call.reply.send(http::Answer::text(503, "not ready\n").withHeader("Retry-After", "1"));
}

void ServiceRoutes::metrics(const Call &call) {
    QByteArray text;
    for (const Figure &figure : m_sources.figures()) {
        text += "# HELP " + figure.name + ' ' + figure.help + '\n';
        text += "# TYPE " + figure.name + ' ' + figure.type + '\n';
        text += figure.name + ' ' + QByteArray::number(figure.value, 'g', 15) + '\n';
    }
    call.reply.send(http::Answer::withBody(200, "text/plain; version=0.0.4; charset=utf-8", text));
}

} // namespace soban::api
