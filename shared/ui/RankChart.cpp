// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/RankChart.h"

#include "ui/Paint.h"

#include <QEvent>

#include <algorithm>

namespace soban::ui {

namespace {

constexpr int kRow = 38;
constexpr int kRail = 12;

} // namespace

RankChart::RankChart(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RankChart::setRanks(const QList<Rank> &ranks) {
    if (m_ranks == ranks)
        return;
    m_ranks = ranks;
    QStringList parts;
    for (const Rank &rank : std::as_const(m_ranks))
        parts.append(rank.name + u' ' + rank.valueText);
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
    updateGeometry();
    update();
}

QSize RankChart::sizeHint() const {
    const Look &look = Look::of(this);
    return {look.scaled(300), look.scaled(kRow) * int(m_ranks.size())};
}

QSize RankChart::minimumSizeHint() const {
    return {Look::of(this).scaled(200), sizeHint().height()};
}

void RankChart::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    double most = 0;
    int numbers = 0;
    int names = 0;
    for (const Rank &rank : std::as_const(m_ranks)) {
        most = std::max(most, rank.value);
        numbers = std::max(numbers, textWidth(look, rank.valueText, Text::Body, Weight::Bold));
        names = std::max(names, textWidth(look, rank.name, Text::Body));
    }
    names = std::min(names, width() / 2);
    const int row = look.scaled(kRow);
    const int rail = look.scaled(kRail);
    const int left = names + metrics::kGap24;
    const int right = width() - std::max(numbers, look.scaled(24)) - metrics::kGap24;
    int y = 0;
    for (const Rank &rank : std::as_const(m_ranks)) {
        paintLine(painter, look, QRect(0, y, names, row), rank.name,
                  {Text::Body, Weight::Regular, tokens.ink});
        QRect bar(left, y + (row - rail) / 2, std::max(0, right - left), rail);
        paintPlate(painter, bar, {tokens.sunken, {}, {}, 0, 0, 2});
        if (most > 0 && rank.value > 0) {
            bar.setWidth(std::max(2, qRound(bar.width() * rank.value / most)));
            paintPlate(painter, bar, {tokens.accent.ink, {}, {}, 0, 0, 2});
        }
        paintLine(painter, look, QRect(0, y, width(), row), rank.valueText,
                  {Text::Body, Weight::Bold, tokens.ink, Qt::AlignRight | Qt::AlignVCenter}, false);
        y += row;
    }
}

void RankChart::changeEvent(QEvent *event) {
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace soban::ui
