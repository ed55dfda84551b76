// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/BarChart.h"

#include "ui/Paint.h"

#include <QHelpEvent>
#include <QLocale>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace soban::ui {

namespace {

constexpr int kMostColumn = 36;
constexpr int kCompareOverhang = 6;
constexpr int kCompareWidth = 3;
constexpr int kSwatch = 14;

/// A round step that divides `most` into three to five parts.
double roundStep(double most) {
    if (most <= 0)
        return 1;
    const double raw = most / 4;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
        if (factor * power >= raw)
            return factor * power;
    }
    return 10 * power;
}

QString number(double value) {
    return QLocale(QLocale::English).toString(value, 'f', value == std::floor(value) ? 0 : 1);
}

/// A line of another time's value, held apart from a column that it crosses.
void paintCompare(QPainter &painter, const Tokens &tokens, const QRect &line) {
    painter.fillRect(line.adjusted(0, -2, 0, 2), tokens.surface);
    painter.fillRect(line, tokens.rim);
}

} // namespace

/// Where things lie.
struct BarChart::Plot {
    QRect area; ///< between the axis' numbers and the labels; its bottom is zero
    double step = 1;
    double most = 1;
    double highest = 0; ///< of the columns
    qreal slot = 0;     ///< the width of one column with its gaps
    int column = 0;

    int y(double value) const { return area.bottom() + 1 - qRound(value / most * area.height()); }
    qreal middle(int index) const { return area.left() + slot * (index + 0.5); }
    QRect slotRect(int index) const {
        return QRect(qRound(area.left() + slot * index), area.top(), qRound(slot), area.height());
    }
};

BarChart::BarChart(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BarChart::setBars(const QList<Bar> &bars) {
    if (m_bars == bars)
        return;
    m_bars = bars;
    tellAccessibility();
    update();
}

void BarChart::setTitle(const QString &title, const QString &unit) {
    m_title = title;
    m_unit = unit;
    setAccessibleName(unit.isEmpty() ? title : title + u", " + unit);
    update();
}

void BarChart::setLegend(const QString &columns, const QString &running, const QString &lines) {
    m_columns = columns;
    m_running = running;
    m_lines = lines;
    tellAccessibility();
    update();
}

QString BarChart::textOf(const Bar &bar) const {
    return bar.valueText.isEmpty() ? number(bar.value) : bar.valueText;
}

void BarChart::tellAccessibility() {
    QStringList parts;
    for (const Bar &bar : std::as_const(m_bars)) {
        QString part = bar.label + u' ' + textOf(bar);
        if (bar.isRunning && !m_running.isEmpty())
            part += u' ' + m_running;
        if (bar.compare)
            part += QStringLiteral(" (%1 %2)").arg(m_lines, number(*bar.compare));
        parts.append(part);
    }
    setAccessibleDescription(parts.join(QStringLiteral("; ")));
}

/// Those that stand out: higher than both neighbours, or still running; where columns stand so
/// close that numbers would touch, the highest alone.
bool BarChart::isNumbered(int index, const Plot &plot) const {
    const Bar &bar = m_bars[index];
    if (bar.value <= 0)
        return false;
    const Look &look = Look::of(this);
    if (textWidth(look, textOf(bar), Text::Small, Weight::Bold) + metrics::kGap4 > plot.slot)
        return bar.value >= plot.highest;
    const double before = index > 0 ? m_bars[index - 1].value : 0;
    const double after = index + 1 < m_bars.size() ? m_bars[index + 1].value : 0;
    return bar.isRunning || (bar.value > before && bar.value >= after);
}

BarChart::Plot BarChart::plot() const {
    const Look &look = Look::of(this);
    Plot plot;
    double most = 0;
    for (const Bar &bar : m_bars) {
        plot.highest = std::max(plot.highest, bar.value);
        most = std::max({most, bar.value, bar.compare.value_or(0)});
    }
    plot.step = roundStep(most);
    plot.most = most > 0 ? most : 1;
    const int numbers =
        textWidth(look, number(std::floor(plot.most / plot.step) * plot.step), Text::Small) +
        metrics::kGap8;
    const int small = look.lineHeight(Text::Small);
    const int head = look.lineHeight(Text::Name) + metrics::kGap12;
    plot.area = rect().adjusted(std::max(numbers, look.scaled(36)), head + small + metrics::kGap8,
                                -metrics::kGap8, -small - metrics::kGap8);
    plot.slot = m_bars.isEmpty() ? 0 : qreal(plot.area.width()) / qreal(m_bars.size());
    plot.column = std::min(look.scaled(kMostColumn), int(plot.slot * 0.6));
    return plot;
}

QSize BarChart::sizeHint() const {
    const Look &look = Look::of(this);
    return {look.scaled(560), look.scaled(260)};
}

QSize BarChart::minimumSizeHint() const {
    const Look &look = Look::of(this);
    return {280, look.scaled(180)}; // columns without room go without their number
}

void BarChart::paintEvent(QPaintEvent *) {
    QPainter painter(this);
    paintHead(painter);
    const Plot where = plot();
    paintAxis(painter, where);
    for (int i = 0; i < m_bars.size(); ++i)
        paintBar(painter, where, i);
    // Zero lies over the feet of the columns.
    painter.fillRect(QRect(where.area.left(), where.area.bottom() + 1, where.area.width(), 2),
                     Look::of(this).tokens().control);
}

void BarChart::paintHead(QPainter &painter) const {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const int high = look.lineHeight(Text::Name);
    const int swatch = look.scaled(kSwatch);
    int x = width();
    const auto entry = [&](const QString &word, auto paintSwatch) {
        if (word.isEmpty())
            return;
        x -= textWidth(look, word, Text::Small);
        paintLine(painter, look, QRect(x, 0, width() - x, high), word,
                  {Text::Small, Weight::Regular, tokens.ink2}, false);
        x -= metrics::kGap4 + 2 + swatch;
        paintSwatch(QRect(x, (high - swatch) / 2 + 1, swatch, swatch - 2));
        x -= metrics::kGap16;
    };
    entry(m_lines, [&](const QRect &box) {
        painter.fillRect(
            QRect(box.left() - 4, box.center().y() - 1, box.width() + 4, kCompareWidth),
            tokens.rim);
        x -= 4;
    });
    entry(m_running, [&](const QRect &box) {
        paintPlate(painter, box, {tokens.accent.soft, tokens.accent.ink, {}, 2, 0, 2});
    });
    // The columns explain themselves; with large text the title needs the room.
    const int title = textWidth(look, m_title, Text::Name, Weight::Bold);
    const int columns = textWidth(look, m_columns, Text::Small) + swatch + metrics::kGap24;
    if (x - columns >= title)
        entry(m_columns, [&](const QRect &box) {
            paintPlate(painter, box, {tokens.accent.ink, {}, {}, 0, 0, 2});
        });
    const int used = paintLine(painter, look, QRect(0, 0, x, high), m_title,
                               {Text::Name, Weight::Bold, tokens.ink});
    const int gap = look.scaled(metrics::kGap4);
    if (!m_unit.isEmpty())
        paintLine(painter, look, QRect(used + gap, 1, std::max(0, x - used - gap), high), m_unit,
                  {Text::Small, Weight::Regular, tokens.ink2});
}

void BarChart::paintAxis(QPainter &painter, const Plot &plot) const {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const int small = look.lineHeight(Text::Small);
    for (double value = 0; value <= plot.most; value += plot.step) {
        const int y = plot.y(value);
        painter.fillRect(QRect(plot.area.left(), y, plot.area.width(), 1), tokens.line);
        paintLine(painter, look, QRect(0, y - small / 2, plot.area.left() - metrics::kGap8, small),
                  number(value),
                  {Text::Small, Weight::Regular, tokens.ink2, Qt::AlignRight | Qt::AlignVCenter},
                  false);
    }
    // Where labels would touch, every second one, or third, and so on.
    int widest = 1;
    for (const Bar &bar : m_bars)
        widest = std::max(widest, textWidth(look, bar.label, Text::Small) + metrics::kGap8);
    const int each = plot.slot > 0 ? std::max(1, int(std::ceil(widest / plot.slot))) : 1;
    for (int i = 0; i < m_bars.size(); i += each)
        paintLine(painter, look,
                  QRect(qRound(plot.middle(i)) - widest / 2, plot.area.bottom() + metrics::kGap8,
                        widest, small),
                  m_bars[i].label, {Text::Small, Weight::Regular, tokens.ink2, Qt::AlignCenter},
                  false);
}

void BarChart::paintBar(QPainter &painter, const Plot &plot, int index) const {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const Bar &bar = m_bars[index];
    const int left = qRound(plot.middle(index)) - plot.column / 2;
    int top = plot.area.bottom() + 1;
    if (bar.value > 0) {
        top = plot.y(bar.value);
        const QRect column(left, top, plot.column, plot.area.bottom() + 1 - top);
        if (bar.isRunning)
            paintPlate(painter, column, {tokens.accent.soft, tokens.accent.ink, {}, 2, 0, 2});
        else
            paintPlate(painter, column, {tokens.accent.ink, {}, {}, 0, 0, 2});
    }
    if (bar.compare) {
        const int y = plot.y(*bar.compare);
        paintCompare(painter, tokens,
                     QRect(left - kCompareOverhang, y - 1, plot.column + 2 * kCompareOverhang,
                           kCompareWidth));
        top = std::min(top, y - 1);
    }
    if (isNumbered(index, plot)) {
        const int small = look.lineHeight(Text::Small);
        const QString figure = textOf(bar);
        const int wide = textWidth(look, figure, Text::Small, Weight::Bold);
        // Above its column, and never beyond the chart.
        const int from =
            std::clamp(qRound(plot.middle(index)) - wide / 2, 0, std::max(0, width() - wide));
        paintLine(painter, look, QRect(from, top - small - 3, wide, small), figure,
                  {Text::Small, Weight::Bold, tokens.ink}, false);
    }
}

bool BarChart::event(QEvent *event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Plot where = plot();
    for (int i = 0; i < m_bars.size(); ++i) {
        const QRect slot = where.slotRect(i);
        if (help->pos().x() < slot.left() || help->pos().x() > slot.right())
            continue;
        const Bar &bar = m_bars[i];
        QString text = bar.label + u' ' + textOf(bar);
        if (bar.compare)
            text += QStringLiteral("\n%1 %2").arg(m_lines, number(*bar.compare));
        QToolTip::showText(help->globalPos(), text, this, slot);
        return true;
    }
    QToolTip::hideText();
    return true;
}

} // namespace soban::ui
