// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client-shop/Takings.h"
#include "ui/BarChart.h"
#include "ui/RankChart.h"
#include "ui/ReceiptPaint.h"
#include "ui/TextLabel.h"

#include <QCoreApplication>

namespace soban::shop_app {

/// One figure with what it is called and what there is to say about it.
struct FigureTileText {
    QString label;
    QString value;
    QString note;
    ui::Ink ink = ui::Ink::Ink2; ///< of the note
};

/// What figures say, in the language of the application: on the page and on paper alike.
class FigureWords {
    Q_DECLARE_TR_FUNCTIONS(soban::shop_app::FigureWords)

public:
    FigureWords(const contract::ShopFigures &figures,
                const std::optional<contract::ShopFigures> &weekBefore, const FigureSpan &span,
                const QDateTime &now, Language language);

    static QString title(SpanKind kind);
    /// "Friday, 20 November · until 19:24".
    static QString spanText(const FigureSpan &span, const QDateTime &now, Language language);

    /// Sales, orders, what fell through, preparation.
    QList<FigureTileText> tiles() const;
    /// By hour of today, by day of all else; in thousands of won, or whole units elsewhere.
    QList<ui::Bar> bars() const;
    QString chartTitle() const;
    QString chartUnit() const;
    /// What a line across the columns is; empty without any.
    QString compareName() const;
    ui::ReceiptContent breakdown() const;
    QList<ui::Rank> bestItems() const;
    /// Orders that brought something: accepted, and not lost since.
    int goodOrders() const;

private:
    FigureTileText salesTile() const;
    FigureTileText ordersTile() const;
    FigureTileText lostTile() const;
    FigureTileText preparationTile() const;
    QList<ui::Bar> hourBars() const;
    QList<ui::Bar> dayBars() const;
    ui::Bar bar(const QString &label, const Money &takings) const;
    double inUnits(const Money &money) const;
    int dayCount() const { return int(m_span.from.daysTo(m_span.to)) + 1; }

    contract::ShopFigures m_figures;
    std::optional<contract::ShopFigures> m_before;
    FigureSpan m_span;
    QDateTime m_now;
    Language m_language;
};

} // namespace soban::shop_app
