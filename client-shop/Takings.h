// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/ShopState.h"
#include "contract/Figures.h"

#include <QTimer>

namespace soban::shop_app {

enum class SpanKind { Today, Month, Period };

/// Days that are looked at, both ends included.
struct FigureSpan {
    SpanKind kind = SpanKind::Today;
    QDate from;
    QDate to;
    bool operator==(const FigureSpan &) const = default;
};

/// What some days brought, kept up with the events while it is looked at.
class Takings : public QObject {
    Q_OBJECT

public:
    /// What the server adds up at a time.
    static constexpr int kMostDays = 92;

    Takings(const Services &services, const ShopState &shop, QObject *parent = nullptr);

    void setWatched(bool watched);
    void choose(SpanKind kind);
    /// Puts in order what does not fit: ends after today, too many days.
    void choosePeriod(QDate from, QDate to);
    void load();

    const FigureSpan &span() const { return m_span; }
    /// Nothing until they have come; those of the span before stay until then.
    const std::optional<contract::ShopFigures> &figures() const { return m_figures; }
    /// Those of the same weekday a week ago; only of today.
    const std::optional<contract::ShopFigures> &weekBefore() const { return m_before; }
    /// By the shop's clock.
    QDateTime now() const;
    /// What the figures were of when they came.
    bool isFresh() const { return m_figures && m_figures->from == m_span.from; }

signals:
    void changed();
    void spanChanged();
    void failed(const soban::client::ApiError &error);
    void loadingChanged(bool isLoading);

private:
    void fitSpan();
    void set(const FigureSpan &span);
    void take(const Result<contract::ShopFigures, client::ApiError> &answer);
    void loadWeekBefore();

    Services m_services;
    const ShopState &m_shop;
    FigureSpan m_span;
    std::optional<contract::ShopFigures> m_figures;
    std::optional<contract::ShopFigures> m_before;
    std::unique_ptr<QObject> m_call;
    std::unique_ptr<QObject> m_beforeCall;
    QTimer m_soon; ///< many events come together
    bool m_isWatched = false;
};

} // namespace soban::shop_app
