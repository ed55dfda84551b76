// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/FigureRoutes.h"

#include "queries/Figures.h"

namespace soban::api {

using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;

namespace {

std::optional<QDate> dayOf(const Call &call, const QString &name) {
    const auto text = call.request.queryValue(name);
    if (!text) {
        refuse(call, Problem::at(ErrorCode::MissingField, name));
        return std::nullopt;
    }
    const QDate day = QDate::fromString(*text, Qt::ISODate);
    if (day.isValid() && day.toString(Qt::ISODate) == *text)
        return day;
    refuse(call, Problem::at(ErrorCode::InvalidValue, name, QStringLiteral("is no YYYY-MM-DD")));
    return std::nullopt;
}

/// `from` and `to` of the query; refuses the call when they are no span.
std::optional<DaySpan> spanOf(const Call &call) {
    const auto from = dayOf(call, QStringLiteral("from"));
    const auto to = from ? dayOf(call, QStringLiteral("to")) : std::nullopt;
    if (!to)
        return std::nullopt;
    if (*to >= *from && from->daysTo(*to) < DaySpan::kMostDays)
        return DaySpan{*from, *to};
    refuse(call,
           Problem::at(
               ErrorCode::OutOfRange, QStringLiteral("to"),
               QStringLiteral("must be %1 days after `from` at most").arg(DaySpan::kMostDays - 1)));
    return std::nullopt;
}

QByteArray fileNameOf(const DaySpan &span) {
    return "orders-" + span.from.toString(Qt::ISODate).toLatin1() + "-" +
           span.to.toString(Qt::ISODate).toLatin1() + ".csv";
}

} // namespace

FigureRoutes::FigureRoutes(ReadPool &readers, const catalog::Catalogue &catalogue)
    : m_readers(readers), m_catalogue(catalogue) {}

RouteFunctions FigureRoutes::functions() {
    return {{RouteId::GetFigures, [this](const Call &call) { figures(call); }},
            {RouteId::ExportOrders, [this](const Call &call) { exportOrders(call); }},
            {RouteId::GetEarnings, [this](const Call &call) { earnings(call); }}};
}

void FigureRoutes::figures(const Call &call) {
    const auto span = spanOf(call);
    if (!span)
        return;
    const auto entry = m_catalogue.find(*call.actor.shop);
    answerFromReader(m_readers, call, [entry, span = *span](const ReadModel &model) {
        const QTimeZone &zone = entry->shop.hours.timeZone();
        const auto orders =
            model.figures.ordersOf(entry->shop.id, span.begin(zone), span.end(zone));
        const Currency currency = entry->shop.deliveryFee.currency();
        return jsonAnswer(200, contract::encode(figuresOf(orders, span, zone, currency)));
    });
}

void FigureRoutes::exportOrders(const Call &call) {
    const auto span = spanOf(call);
    if (!span)
        return;
    const auto entry = m_catalogue.find(*call.actor.shop);
    answerFromReader(m_readers, call, [entry, span = *span](const ReadModel &model) {
        const QTimeZone &zone = entry->shop.hours.timeZone();
        const auto orders =
            model.figures.ordersOf(entry->shop.id, span.begin(zone), span.end(zone));
        return http::Answer::withBody(200, "text/csv; charset=utf-8", csvOf(orders, zone))
            .withHeader("Content-Disposition", "attachment; filename=\"" + fileNameOf(span) + '"')
            .withHeader("Cache-Control", "no-store");
    });
}

void FigureRoutes::earnings(const Call &call) {
    const auto span = spanOf(call);
    if (!span)
        return;
    answerFromReader(
        m_readers, call, [rider = call.account(), span = *span](const ReadModel &model) {
            // A day begins half a day earlier or later than in UTC at the most, and a little.
            const DaySpan wide{span.from.addDays(-1), span.to.addDays(1)};
            const QTimeZone utc(QByteArrayLiteral("UTC"));
            const auto rides = model.figures.ridesOf(rider, wide.begin(utc), wide.end(utc));
            return jsonAnswer(200, contract::encode(earningsOf(rides, span)));
        });
}

} // namespace soban::api
