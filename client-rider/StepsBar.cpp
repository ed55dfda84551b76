// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-rider/StepsBar.h"

#include "ui/Paint.h"

#include <QEvent>

#include <numeric>

namespace soban::rider_app {

namespace {

using namespace ui;

constexpr int kTall = 56;
constexpr int kMark = 28;
constexpr int kMargin = 16;

} // namespace

StepsBar::StepsBar(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    tellAccessibility();
}

QStringList StepsBar::words() {
    return {tr("Claim"), tr("Pick up"), tr("Hand over")};
}

void StepsBar::setCurrent(int step) {
    if (std::exchange(m_current, step) == step)
        return;
    tellAccessibility();
    update();
}

QSize StepsBar::sizeHint() const {
    return {320, Look::of(this).scaled(kTall)};
}

void StepsBar::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), tokens.surface);
    paintRule(painter, QRect(0, height() - 1, width(), 1), tokens.line);
    const QStringList names = words();
    const int mark = look.scaled(kMark);
    const int gap = metrics::kGap8;
    QList<int> widths;
    const auto measure = [&](bool areAllNamed) {
        widths.clear();
        for (int i = 0; i < names.size(); ++i) {
            const Weight weight = i == m_current ? Weight::Bold : Weight::Regular;
            const int name = gap + textWidth(look, names.at(i), Text::Name, weight) + 2;
            widths.append(mark + (areAllNamed || i == m_current ? name : 0));
        }
        return (width() - 2 * kMargin - std::accumulate(widths.cbegin(), widths.cend(), 0)) / 2;
    };
    // With large text only the present step is named.
    int rule = measure(true);
    const bool areAllNamed = rule >= metrics::kGap12;
    if (!areAllNamed)
        rule = std::max(0, measure(false));
    int x = kMargin;
    for (int i = 0; i < names.size(); ++i) {
        const bool isDone = i < m_current;
        const bool isNow = i == m_current;
        const QRect circle(x, (height() - mark) / 2, mark, mark);
        const QColor color = isDone ? tokens.done.ink : isNow ? tokens.accent.ink : tokens.control;
        painter.setPen(QPen(color, 2));
        painter.setBrush(isDone || isNow ? color : QColor(Qt::transparent));
        painter.drawEllipse(circle.adjusted(1, 1, -1, -1));
        if (isDone)
            paintIcon(painter, Icon::Check, circle.adjusted(6, 6, -6, -6), tokens.surface);
        else
            paintLine(
                painter, look, circle, QString::number(i + 1),
                {Text::Body, Weight::Bold, isNow ? tokens.onAccent : tokens.ink2, Qt::AlignCenter});
        if (areAllNamed || isNow)
            paintLine(painter, look, QRect(x + mark + gap, 0, widths.at(i), height()), names.at(i),
                      {Text::Name, isNow ? Weight::Bold : Weight::Regular,
                       isNow ? tokens.accent.ink : tokens.ink2});
        x += widths.at(i);
        if (i + 1 < names.size() && rule > 2 * metrics::kGap12)
            painter.fillRect(
                QRect(x + metrics::kGap12, height() / 2 - 1, rule - 2 * metrics::kGap12, 2),
                isDone ? tokens.done.ink : tokens.line);
        x += rule;
    }
}

void StepsBar::tellAccessibility() {
    setAccessibleName(tr("Step %1 of 3: %2").arg(m_current + 1).arg(words().at(m_current)));
}

void StepsBar::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        tellAccessibility();
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace soban::rider_app
