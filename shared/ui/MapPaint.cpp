// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MapPaint.h"

#include <cmath>

namespace soban::ui {

namespace {

constexpr int kGridStep = 48;
constexpr double kGridOpacity = 0.55;
constexpr int kTick = 8;
constexpr qreal kLegWidth = 3;
constexpr double kPinCorner = 0.27;

/// The first grid line at or after `from`.
qreal firstLine(qreal from, qreal origin) {
    return origin + std::ceil((from - origin) / kGridStep) * kGridStep;
}

} // namespace

void paintMapGrid(QPainter &painter, const Look &look, const QRect &box, const QPointF &origin) {
    const Tokens &tokens = look.tokens();
    painter.fillRect(box, tokens.sunken);
    QColor line = tokens.line;
    line.setAlphaF(float(kGridOpacity));
    for (qreal x = firstLine(box.left(), origin.x()); x <= box.right(); x += kGridStep)
        painter.fillRect(QRectF(std::floor(x), box.top(), 2, box.height()), line);
    for (qreal y = firstLine(box.top(), origin.y()); y <= box.bottom(); y += kGridStep)
        painter.fillRect(QRectF(box.left(), std::floor(y), box.width(), 2), line);
}

std::optional<ScaleBar> ScaleBar::of(double metersPerPixel, int mostPixels) {
    constexpr int kMostMeters = 5'000'000;
    constexpr int kLeastPixels = 8;
    if (!(metersPerPixel > 0) || mostPixels <= 0)
        return std::nullopt;
    std::optional<ScaleBar> best;
    for (int power = 1; power <= kMostMeters; power *= 10) {
        for (const int factor : {1, 2, 5}) {
            const double pixels = double(power) * factor / metersPerPixel;
            if (pixels >= kLeastPixels && pixels <= mostPixels)
                best = ScaleBar{power * factor, qRound(pixels)};
        }
    }
    return best;
}

QString ScaleBar::text() const {
    return meters < 1000 ? QStringLiteral("%1 m").arg(meters)
                         : QStringLiteral("%1 km").arg(meters / 1000);
}

QRect paintScaleBar(QPainter &painter, const Look &look, const QRect &box, const ScaleBar &bar) {
    const Tokens &tokens = look.tokens();
    const int label = textWidth(look, bar.text(), Text::Small);
    const int width = std::max(label, bar.pixels + 2);
    const int high = look.lineHeight(Text::Small) + kTick / 2;
    const QRect place(box.right() + 1 - width, box.bottom() + 1 - high - 2, width, high + 2);
    const QColor ink = tokens.ink2;
    const int left = place.left() + (width - bar.pixels) / 2;
    const int y = place.bottom() - kTick / 2;
    painter.fillRect(QRect(left, y - 1, bar.pixels, 2), ink);
    painter.fillRect(QRect(left - 1, y - kTick / 2, 2, kTick), ink);
    painter.fillRect(QRect(left + bar.pixels - 1, y - kTick / 2, 2, kTick), ink);
    paintLine(painter, look,
              QRect(place.left(), y - 3 - look.lineHeight(Text::Small), width,
                    look.lineHeight(Text::Small)),
              bar.text(), {Text::Small, Weight::Regular, ink, Qt::AlignCenter}, false);
    return place.adjusted(0, -kTick, 0, 0);
}

QRect paintNorth(QPainter &painter, const Look &look, const QRect &box, const QString &north) {
    const QColor ink = look.tokens().ink2;
    const int high = look.lineHeight(Text::Small);
    const int word = textWidth(look, north, Text::Small);
    const QRect place(box.left(), box.bottom() + 1 - high, 14 + word, high);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF tip(place.left() + 5, place.top() + 1);
    painter.drawPolyline(QList<QPointF>{tip + QPointF(-4, 4), tip, tip + QPointF(4, 4)});
    painter.drawLine(tip, QPointF(tip.x(), place.bottom() - 1));
    painter.restore();
    paintLine(painter, look, QRect(place.left() + 12, place.top() + 3, word, high), north,
              {Text::Small, Weight::Regular, ink}, false);
    return place;
}

int pinSize(const Look &look) {
    constexpr int kAroundNumber = 14;
    return look.lineHeight(Text::Body) + kAroundNumber;
}

void paintPin(QPainter &painter, const Look &look, const QRect &box, const QString &number,
              std::optional<Icon> icon, bool isChosen) {
    const Tokens &tokens = look.tokens();
    const QColor ink = isChosen ? tokens.onAccent : tokens.ink;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(octagon(box, kPinCorner), isChosen ? tokens.accent.ink : tokens.ink);
    if (!isChosen)
        painter.fillPath(octagon(QRectF(box).adjusted(2, 2, -2, -2), kPinCorner), tokens.surface);
    painter.restore();
    if (icon) {
        const int inset = box.width() / 4;
        paintIcon(painter, *icon, box.adjusted(inset, inset, -inset, -inset), ink);
    } else {
        paintLine(painter, look, box, number, {Text::Body, Weight::Bold, ink, Qt::AlignCenter},
                  false);
    }
}

namespace {

QString countText(int count) {
    return QStringLiteral("×%1").arg(count);
}

} // namespace

QSize pinCountSize(const Look &look, int count) {
    return {textWidth(look, countText(count), Text::Small, Weight::Bold) + metrics::kGap8,
            look.lineHeight(Text::Small)};
}

void paintPinCount(QPainter &painter, const Look &look, const QRect &box, int count) {
    const Tokens &tokens = look.tokens();
    paintPlate(painter, box, {tokens.surface, tokens.ink, {}, 1, 0, metrics::kChipRadius});
    paintLine(painter, look, box, countText(count),
              {Text::Small, Weight::Bold, tokens.ink, Qt::AlignCenter}, false);
}

void paintGoal(QPainter &painter, const Look &look, const QPointF &centre, const QColor &color,
               bool hasDot) {
    const Tokens &tokens = look.tokens();
    const qreal radius = kGoalSize / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(centre, radius, radius);
    painter.setBrush(tokens.surface);
    painter.drawEllipse(centre, radius * 2 / 3, radius * 2 / 3);
    if (hasDot) {
        painter.setBrush(color);
        painter.drawEllipse(centre, radius / 3, radius / 3);
    }
    painter.restore();
}

void paintSelf(QPainter &painter, const Look &look, const QPointF &centre) {
    constexpr double kHaloOpacity = 0.24;
    const Tokens &tokens = look.tokens();
    const qreal radius = kSelfSize / 2.0;
    QColor halo = tokens.fresh.ink;
    halo.setAlphaF(float(kHaloOpacity));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(halo);
    painter.drawEllipse(centre, radius, radius);
    painter.setBrush(tokens.surface);
    painter.drawEllipse(centre, radius * 0.6, radius * 0.6);
    painter.setBrush(tokens.fresh.ink);
    painter.drawEllipse(centre, radius * 0.42, radius * 0.42);
    painter.restore();
}

void paintLeg(QPainter &painter, const QPointF &from, const QPointF &to, const QColor &color,
              bool isDotted) {
    QPen pen(color, kLegWidth, Qt::SolidLine, Qt::RoundCap);
    if (isDotted)
        pen.setDashPattern({0.1, 2.6});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.drawLine(from, to);
    painter.restore();
}

} // namespace soban::ui
