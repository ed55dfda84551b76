// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Timeline.h"

#include "ui/DefaultName.h"
#include "ui/Paint.h"

#include <QEvent>

#include <algorithm>
#include <numeric>

namespace soban::ui {

namespace {

constexpr int kStepBadge = 24;
constexpr int kBadgeIcon = 14;
constexpr int kSmallBadge = 11; ///< of what is to come
constexpr int kRowHeight = 34;
constexpr int kMostRowHeight = 50;
constexpr int kTextLeft = 36;
constexpr int kRailGap = 2; ///< between a badge and the rail
constexpr int kLineWidth = 2;

QColor badgeColor(const Tokens &tokens, const TimelineStep &step) {
    if (step.tone != Tone::Plain)
        return tokens.tone(step.tone).ink;
    switch (step.state) {
    case StepState::Done:
        return tokens.done.ink;
    case StepState::Now:
        return tokens.accent.ink;
    case StepState::ToCome:
        return tokens.control;
    case StepState::Failed:
        return tokens.danger.ink;
    }
    Q_UNREACHABLE();
    return {};
}

/// The rail that leads to `step` is coloured as far as the order has come.
QColor railColor(const Tokens &tokens, const TimelineStep &step) {
    switch (step.state) {
    case StepState::Done:
        return step.tone == Tone::Plain ? tokens.done.ink : tokens.line;
    case StepState::Now:
        return step.tone == Tone::Plain ? tokens.accent.ink : tokens.line;
    case StepState::ToCome:
    case StepState::Failed:
        return tokens.line;
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<Icon> badgeIcon(const TimelineStep &step) {
    if (step.icon)
        return step.icon;
    if (step.state == StepState::Done)
        return Icon::Check;
    if (step.state == StepState::Failed)
        return Icon::Close;
    return std::nullopt;
}

int badgeSize(const Look &look, const TimelineStep &step) {
    return look.scaled(step.state == StepState::ToCome && !step.icon ? kSmallBadge : kStepBadge);
}

void paintBadge(QPainter &painter, const Look &look, const QPoint &centre,
                const TimelineStep &step) {
    const Tokens &tokens = look.tokens();
    const QColor color = badgeColor(tokens, step);
    const qreal radius = badgeSize(look, step) / 2.0;
    const QPointF middle(centre);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(middle, radius, radius);
    const auto hole = [&](qreal inner) {
        painter.setBrush(tokens.surface);
        painter.drawEllipse(middle, inner, inner);
    };
    const std::optional<Icon> icon = badgeIcon(step);
    if (step.state == StepState::ToCome && !icon)
        hole(radius - kLineWidth);
    else if (!icon)
        hole(radius * 5 / 12);
    painter.restore();
    if (icon) {
        const int size = look.scaled(kBadgeIcon);
        QRect box(0, 0, size, size);
        box.moveTopLeft(centre - QPoint(size / 2, size / 2));
        paintIcon(painter, *icon, box, tokens.surface);
    }
}

bool isStrong(const TimelineStep &step) {
    return step.state == StepState::Now && step.tone == Tone::Plain;
}

Weight titleWeight(const TimelineStep &step) {
    return isStrong(step) ? Weight::Bold : Weight::Regular;
}

} // namespace

/// How one step is laid out at a width.
struct Timeline::Row {
    int height = 0;
    int textWidth = 0; ///< between the rail and the time
    int titleHeight = 0;
    int detailHeight = 0; ///< 0: beside the title, or none
};

Timeline::Timeline(QWidget *parent) : WrappingWidget(parent) {
    retranslate();
}

void Timeline::setSteps(const QList<TimelineStep> &steps) {
    if (m_steps == steps)
        return;
    m_steps = steps;
    retranslate();
    refit();
}

void Timeline::retranslate() {
    setDefaultName(*this, tr("Progress"));
    const auto word = [](const TimelineStep &step) {
        switch (step.state) {
        case StepState::Done:
            return tr("done");
        case StepState::Now:
            return tr("now");
        case StepState::ToCome:
            return tr("to come");
        case StepState::Failed:
            return tr("failed");
        }
        return QString();
    };
    QStringList lines;
    for (const TimelineStep &step : std::as_const(m_steps)) {
        QStringList parts{step.title, step.detail, step.time, word(step)};
        parts.removeAll(QString());
        lines.append(parts.join(QStringLiteral(", ")));
    }
    setAccessibleDescription(lines.join(QStringLiteral("; ")));
}

QList<Timeline::Row> Timeline::rows(int width) const {
    const Look &look = Look::of(this);
    QList<Row> rows;
    for (const TimelineStep &step : m_steps) {
        const int time =
            step.time.isEmpty()
                ? 0
                : textWidth(look, step.time, Text::Body, Weight::Bold) + metrics::kGap12;
        Row row;
        row.textWidth = std::max(width - look.scaled(kTextLeft) - time, look.scaled(kStepBadge));
        row.titleHeight =
            paragraphHeight(look, row.textWidth, step.title, Text::Body, titleWeight(step));
        const int beside = textWidth(look, step.title, Text::Body, titleWeight(step)) +
                           metrics::kGap8 + textWidth(look, step.detail, Text::Small);
        if (!step.detail.isEmpty() && beside > row.textWidth)
            row.detailHeight =
                paragraphHeight(look, width - look.scaled(kTextLeft), step.detail, Text::Small);
        row.height =
            std::max(look.scaled(kRowHeight), row.titleHeight + row.detailHeight + metrics::kGap12);
        rows.append(row);
    }
    return rows;
}

int Timeline::heightForWidth(int width) const {
    const QList<Row> all = rows(width);
    return std::accumulate(all.begin(), all.end(), 0,
                           [](int sum, const Row &row) { return sum + row.height; });
}

int Timeline::hintWidth() const {
    return Look::of(this).scaled(360);
}

int Timeline::leastWidth() const {
    return Look::of(this).scaled(200);
}

void Timeline::paintWords(QPainter &painter, const Look &look, const Row &row,
                          const TimelineStep &step, const QRect &box) {
    const Tokens &tokens = look.tokens();
    const bool isAhead = step.state == StepState::ToCome;
    const QColor ink = isStrong(step) ? tokens.accent.ink : isAhead ? tokens.ink3 : tokens.ink;
    const QColor second = isStrong(step) ? tokens.accent.ink : isAhead ? tokens.ink3 : tokens.ink2;
    const QRect title(box.left(), box.top(), row.textWidth, row.titleHeight);
    paintParagraph(painter, look, title, step.title, {Text::Body, titleWeight(step), ink});
    const TextStyle detail{Text::Small, Weight::Regular, isAhead ? tokens.ink3 : tokens.ink2};
    if (row.detailHeight > 0) {
        paintParagraph(painter, look, box.adjusted(0, row.titleHeight, 0, 0), step.detail, detail);
    } else if (!step.detail.isEmpty()) {
        const int x = textWidth(look, step.title, Text::Body, titleWeight(step)) + metrics::kGap8;
        // One pixel lower, so that both sizes stand on one line.
        paintLine(painter, look, title.adjusted(x, 1, 0, 1), step.detail, detail);
    }
    paintLine(painter, look, QRect(box.left(), box.top(), box.width(), look.lineHeight(Text::Body)),
              step.time, {Text::Body, titleWeight(step), second, Qt::AlignRight | Qt::AlignVCenter},
              false);
}

void Timeline::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const QList<Row> all = rows(width());
    const int spare = all.isEmpty() ? 0 : (height() - heightForWidth(width())) / int(all.size());
    const int more = std::clamp(spare, 0, look.scaled(kMostRowHeight - kRowHeight));
    const int middle = look.scaled(kStepBadge) / 2;
    QPainter painter(this);
    int top = 0;
    int railFrom = 0;
    for (int i = 0; i < all.size(); ++i) {
        const TimelineStep &step = m_steps[i];
        const Row &row = all[i];
        const int whole = row.height + more;
        const int text = row.titleHeight + row.detailHeight;
        const int line = look.lineHeight(Text::Body);
        const int textTop =
            row.detailHeight > 0 ? top + (whole - text) / 2 : top + (whole - row.titleHeight) / 2;
        // The badge stands beside the first line of the title.
        const QPoint centre(middle, textTop + line / 2);
        const int half = badgeSize(look, step) / 2;
        if (i > 0)
            painter.fillRect(QRect(middle - kLineWidth / 2, railFrom, kLineWidth,
                                   centre.y() - half - kRailGap - railFrom),
                             railColor(tokens, step));
        railFrom = centre.y() + half + kRailGap;
        paintBadge(painter, look, centre, step);
        paintWords(painter, look, row, step,
                   QRect(look.scaled(kTextLeft), textTop, width() - look.scaled(kTextLeft), text));
        top += whole;
    }
}

void Timeline::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    WrappingWidget::changeEvent(event);
}

} // namespace soban::ui
