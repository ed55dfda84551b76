// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/Takings.h"

#include "client/Calls.h"

namespace soban::shop_app {

namespace {

constexpr int kTogetherMs = 400;
constexpr int kWeek = 7;

} // namespace

Takings::Takings(const Services &services, const ShopState &shop, QObject *parent)
    : QObject(parent), m_services(services), m_shop(shop) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(kTogetherMs);
    connect(&m_soon, &QTimer::timeout, this, &Takings::load);
    const auto follow = [this] {
        if (m_isWatched && !m_soon.isActive())
            m_soon.start();
    };
    connect(&services.events, &client::EventStream::eventReceived, this,
            [follow](const contract::EventEnvelope &event) {
                if (event.subject)
                    follow();
            });
    connect(&services.events, &client::EventStream::resyncNeeded, this, follow);
    connect(&services.events, &client::EventStream::connectionStateChanged, this, follow);
    connect(&shop, &ShopState::changed, this, [this] {
        if (m_isWatched && !m_figures)
            load();
    });
    fitSpan();
}

QDateTime Takings::now() const {
    const Here here = m_shop.here();
    return here.now.toUtc().toTimeZone(here.zone);
}

void Takings::setWatched(bool watched) {
    const bool isNew = watched && !m_isWatched;
    m_isWatched = watched;
    if (isNew && m_shop.settings())
        load();
}

void Takings::fitSpan() {
    const QDate today = now().date();
    if (m_span.kind == SpanKind::Today)
        set({m_span.kind, today, today});
    else if (m_span.kind == SpanKind::Month)
        set({m_span.kind, QDate(today.year(), today.month(), 1), today});
}

void Takings::set(const FigureSpan &span) {
    if (m_span == span)
        return;
    m_span = span;
    emit spanChanged();
}

void Takings::choose(SpanKind kind) {
    if (m_span.kind == kind)
        return;
    // A period begins with what was looked at before.
    set({kind, m_span.from, m_span.to});
    fitSpan();
    load();
}

void Takings::choosePeriod(QDate from, QDate to) {
    const QDate today = now().date();
    to = std::min(to, today);
    from = std::min(from, to);
    from = std::max(from, to.addDays(1 - kMostDays));
    set({SpanKind::Period, from, to});
    load();
}

void Takings::load() {
    if (!m_shop.settings())
        return; // it is not known what day it is there
    fitSpan();  // the day may be another one
    emit loadingChanged(true);
    m_call = std::make_unique<QObject>();
    m_services.api.send(
        client::calls::figures(m_span.from, m_span.to), m_call.get(),
        client::Callback<contract::ShopFigures>([this](const auto &answer) { take(answer); }));
    loadWeekBefore();
}

void Takings::take(const Result<contract::ShopFigures, client::ApiError> &answer) {
    emit loadingChanged(false);
    if (!answer) {
        emit failed(answer.error());
        return;
    }
    m_figures = *answer;
    emit changed();
}

void Takings::loadWeekBefore() {
    const QDate day = m_span.from.addDays(-kWeek);
    if (m_span.kind != SpanKind::Today) {
        m_before.reset();
        m_beforeCall.reset();
        return;
    }
    if (m_before && m_before->from == day)
        return; // over and done with
    m_before.reset();
    m_beforeCall = std::make_unique<QObject>();
    m_services.api.send(client::calls::figures(day, day), m_beforeCall.get(),
                        client::Callback<contract::ShopFigures>([this](const auto &answer) {
                            if (!answer)
                                return; // nothing to compare with
                            m_before = *answer;
                            emit changed();
                        }));
}

} // namespace soban::shop_app
