// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Stars.h"

#include "ui/DefaultName.h"
#include "ui/Paint.h"

#include <QEvent>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace soban::ui {

namespace {

constexpr int kStar = 18;
constexpr double kStarGap = 0.2; ///< of a star's side

QPainterPath starIn(const QRectF &box) {
    constexpr double kInner = 0.46;
    constexpr double kTurn = std::numbers::pi / kMostStars;
    const qreal radius = box.width() / 2;
    const QPointF centre(box.center().x(), box.center().y() + radius * 0.06);
    QPainterPath path;
    for (int i = 0; i < 2 * kMostStars; ++i) {
        const qreal reach = i % 2 == 0 ? radius : radius * kInner;
        const QPointF at = centre + QPointF(std::sin(kTurn * i), -std::cos(kTurn * i)) * reach;
        if (i == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    path.closeSubpath();
    return path;
}

} // namespace

void paintStars(QPainter &painter, const Look &look, const QRect &box, double value) {
    const Tokens &tokens = look.tokens();
    const qreal side = box.height();
    const qreal edge = std::max(1.4, side / 13);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < kMostStars; ++i) {
        const QRectF place(box.left() + i * side * (1 + kStarGap), box.top(), side, side);
        const QPainterPath star = starIn(place.adjusted(edge, edge, -edge, -edge));
        const double share = std::clamp(value - i, 0.0, 1.0);
        const auto outline = [&](const QColor &color) {
            return QPen(color, edge, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        };
        painter.setBrush(Qt::NoBrush);
        painter.setPen(outline(tokens.control));
        painter.drawPath(star);
        if (share <= 0)
            continue;
        painter.save();
        painter.setClipRect(QRectF(place.left(), place.top(), side * share, side));
        painter.setBrush(tokens.waiting.ink);
        painter.setPen(outline(tokens.waiting.ink));
        painter.drawPath(star);
        painter.restore();
    }
    painter.restore();
}

Stars::Stars(QWidget *parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    retranslate();
}

void Stars::setMean(double mean, const QString &note) {
    m_mean = mean > 0 ? std::clamp(mean, 1.0, double(kMostStars)) : 0;
    m_note = note;
    retranslate();
    updateGeometry();
    update();
}

void Stars::retranslate() {
    setDefaultName(*this, tr("Rating"));
    const QString mean = m_mean > 0 ? tr("%1 of 5").arg(m_mean, 0, 'f', 1) : tr("not rated yet");
    setAccessibleDescription(m_note.isEmpty() ? mean : mean + u", " + m_note);
    update();
}

namespace {

struct StarText {
    QString mean;
    int starsWidth;
    int side;
};

StarText layOut(const Look &look, double mean) {
    const int side = look.scaled(kStar);
    return {mean > 0 ? QString::number(mean, 'f', 1) : QStringLiteral("–"),
            qRound(side * (kMostStars + (kMostStars - 1) * kStarGap)), side};
}

} // namespace

QSize Stars::sizeHint() const {
    const Look &look = Look::of(this);
    const StarText text = layOut(look, m_mean);
    int width =
        text.starsWidth + metrics::kGap8 + textWidth(look, text.mean, Text::Body, Weight::Bold);
    if (!m_note.isEmpty())
        width += look.scaled(metrics::kGap8) + textWidth(look, m_note, Text::Body);
    return {width, std::max(look.lineHeight(Text::Body), text.side)};
}

void Stars::paintEvent(QPaintEvent *) {
    const Look &look = Look::of(this);
    const Tokens &tokens = look.tokens();
    const StarText text = layOut(look, m_mean);
    QPainter painter(this);
    paintStars(painter, look, QRect(0, (height() - text.side) / 2, text.starsWidth, text.side),
               m_mean);
    const QRect rest = rect().adjusted(text.starsWidth + metrics::kGap8, 0, 0, 0);
    const int used =
        paintLine(painter, look, rest, text.mean,
                  {Text::Body, Weight::Bold, m_mean > 0 ? tokens.ink : tokens.ink3}, false);
    paintLine(painter, look, rest.adjusted(used + look.scaled(metrics::kGap8), 0, 0, 0), m_note,
              {Text::Body, Weight::Regular, tokens.ink2}, false);
}

void Stars::changeEvent(QEvent *event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::StyleChange)
        updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace soban::ui
