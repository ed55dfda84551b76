// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Paint.h"

#include <QFontMetrics>
#include <QLoggingCategory>
#include <QPixmapCache>
#include <QTextLayout>

#include <cmath>

namespace soban::ui {

namespace {

/// Says what did not fit and was shortened: for people who look for cut text, and for tests.
Q_LOGGING_CATEGORY(shortened, "soban.ui.shortened", QtWarningMsg)

constexpr int kChipPadding = 8;
constexpr int kChipIcon = 14;
constexpr int kMarkedSide = 5;

QFont fontOf(const Look &look, const TextStyle &style) {
    QFont font = look.font(style.text, style.weight);
    font.setStrikeOut(style.isStruck);
    return font;
}

/// What has no room at all is not laid out yet.
void noteShortened(const QString &shown, const QString &meant, int room) {
    constexpr int kNoRoom = 8;
    if (shown != meant && !meant.isEmpty() && room > kNoRoom)
        qCDebug(shortened).noquote() << shown + u'\n' + meant;
}

/// Calls `line(text, meant, y)` for each line as it fits into `width`; the last one may be shorter
/// than meant. Returns the height of all.
template <typename Line>
int layOut(const Look &look, int width, const QString &string, const QFont &font, Text text,
           int mostLines, Line line) {
    const int lineHeight = look.lineHeight(text);
    const QFontMetrics metrics(font);
    int y = 0;
    int lines = 0;
    for (const QString &part : string.split(u'\n')) {
        QTextLayout layout(part, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine row = layout.createLine(); row.isValid(); row = layout.createLine()) {
            row.setLineWidth(width);
            const bool isLast = ++lines == mostLines;
            const QString whole = part.mid(row.textStart());
            const QString shown = part.mid(row.textStart(), row.textLength()).trimmed();
            if (isLast)
                line(metrics.elidedText(whole, Qt::ElideRight, width), whole, y);
            else
                line(shown, shown, y);
            y += lineHeight;
            if (isLast) {
                layout.endLayout();
                return y;
            }
        }
        layout.endLayout();
    }
    return y;
}

/// Where a font is higher than its line, its descenders would reach below: the text sits higher.
int lift(const QFontMetrics &metrics, int lineHeight) {
    return std::max(0, (metrics.height() - lineHeight) / 2);
}

/// Without its colours, with its transparency.
QPixmap greyed(const QPixmap &picture) {
    const QString key = QStringLiteral("soban-grey-%1").arg(picture.cacheKey());
    QPixmap grey;
    if (QPixmapCache::find(key, &grey))
        return grey;
    QImage image = picture.toImage().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int light = qGray(line[x]);
            line[x] = qRgba(light, light, light, qAlpha(line[x]));
        }
    }
    grey = QPixmap::fromImage(image);
    QPixmapCache::insert(key, grey);
    return grey;
}

} // namespace

int textWidth(const Look &look, const QString &string, Text text, Weight weight) {
    // Upwards: what is given this width must not be shortened for a fraction of a pixel.
    return int(std::ceil(QFontMetricsF(look.font(text, weight)).horizontalAdvance(string)));
}

int paintLine(QPainter &painter, const Look &look, const QRect &box, const QString &string,
              const TextStyle &style, bool mayElide) {
    const QFont font = fontOf(look, style);
    const QFontMetrics metrics(font);
    const bool isTooLong = textWidth(look, string, style.text, style.weight) > box.width();
    const QString shown =
        mayElide && isTooLong ? metrics.elidedText(string, Qt::ElideRight, box.width()) : string;
    noteShortened(shown, string, box.width());
    if (isTooLong && !mayElide)
        noteShortened(QStringLiteral("(beyond its box)"), string, box.width());
    painter.setFont(font);
    painter.setPen(style.color);
    painter.drawText(box.translated(0, -lift(metrics, look.lineHeight(style.text))),
                     int(style.align) | Qt::TextSingleLine | Qt::TextDontClip, shown);
    return metrics.horizontalAdvance(shown);
}

int paintParagraph(QPainter &painter, const Look &look, const QRect &box, const QString &string,
                   const TextStyle &style, int mostLines) {
    const QFont font = fontOf(look, style);
    const int lineHeight = look.lineHeight(style.text);
    painter.setFont(font);
    painter.setPen(style.color);
    const int raised = lift(QFontMetrics(font), lineHeight);
    const int across = int(style.align & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
    return layOut(look, box.width(), string, font, style.text, mostLines,
                  [&](const QString &line, const QString &meant, int y) {
                      noteShortened(line, meant, box.width());
                      painter.drawText(
                          QRect(box.left(), box.top() + y - raised, box.width(), lineHeight),
                          across | Qt::TextSingleLine | Qt::TextDontClip, line);
                  });
}

int paragraphHeight(const Look &look, int width, const QString &string, Text text, Weight weight,
                    int mostLines) {
    return layOut(look, width, string, look.font(text, weight), text, mostLines,
                  [](const QString &, const QString &, int) {});
}

void paintPlate(QPainter &painter, const QRect &box, const Plate &plate) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF whole(box);
    if (plate.footHeight > 0) {
        painter.setBrush(plate.foot);
        painter.drawRoundedRect(whole, plate.radius, plate.radius);
    }
    // The border's ring and then the fill: exact at every scale, unlike a pen across the edge.
    const QRectF body = whole.adjusted(0, 0, 0, plate.footHeight > 0 ? -(plate.footHeight - 1) : 0);
    painter.setBrush(plate.borderWidth > 0 ? plate.border : plate.fill);
    painter.drawRoundedRect(body, plate.radius, plate.radius);
    if (plate.borderWidth > 0) {
        const qreal width = plate.borderWidth;
        const qreal radius = std::max<qreal>(0, plate.radius - width);
        painter.setBrush(plate.fill);
        painter.drawRoundedRect(body.adjusted(width, width, -width, -width), radius, radius);
    }
    painter.restore();
}

Plate cardPlate(const Look &look) {
    const Tokens &tokens = look.tokens();
    return {tokens.surface, tokens.line, tokens.foot};
}

void paintMarkedCard(QPainter &painter, const Look &look, const QRect &box, const QColor &fill,
                     const QColor &edge) {
    Q_UNUSED(look)
    paintPlate(painter, box, {fill, edge, edge, 2, 3});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath card;
    card.addRoundedRect(box, metrics::kCardRadius, metrics::kCardRadius);
    painter.setClipPath(card);
    painter.fillRect(QRect(box.left(), box.top(), kMarkedSide, box.height()), edge);
    painter.restore();
}

QSize chipSize(const Look &look, const Chip &chip) {
    int width = 2 * kChipPadding;
    if (chip.icon)
        width += look.scaled(kChipIcon) + (chip.strong.isEmpty() && chip.plain.isEmpty() ? 0 : 5);
    width += textWidth(look, chip.strong, Text::Small, Weight::Bold);
    if (!chip.plain.isEmpty())
        width += textWidth(look, chip.plain, Text::Small) +
                 (chip.strong.isEmpty() ? 0 : look.scaled(metrics::kGap4));
    return {width, look.scaled(metrics::kChipHeight)};
}

void paintChip(QPainter &painter, const Look &look, const QRect &box, const Chip &chip) {
    const Tokens &tokens = look.tokens();
    const ToneColors colors = tokens.tone(chip.tone);
    const QColor ink = chip.isFilled ? tokens.onAccent : colors.ink;
    QRect place(box.topLeft(), chipSize(look, chip));
    place.moveTop(box.top() + (box.height() - place.height()) / 2);
    paintPlate(painter, place,
               {chip.isFilled ? colors.ink : colors.soft, {}, {}, 0, 0, metrics::kChipRadius});
    int x = place.left() + kChipPadding;
    if (chip.icon) {
        const int size = look.scaled(kChipIcon);
        paintIcon(painter, *chip.icon, QRect(x, place.top(), size, place.height()), ink);
        x += size + 5;
    }
    const auto write = [&](const QString &string, Weight weight) {
        const QRect rest(x, place.top(), place.right() - x, place.height());
        x += paintLine(painter, look, rest, string, {Text::Small, weight, ink}, false) +
             look.scaled(metrics::kGap4);
    };
    if (!chip.strong.isEmpty())
        write(chip.strong, Weight::Bold);
    if (!chip.plain.isEmpty())
        write(chip.plain, Weight::Regular);
}

QPainterPath octagon(const QRectF &box, double corner) {
    const qreal cut = std::min(box.width(), box.height()) * corner;
    QPainterPath path;
    path.moveTo(box.left() + cut, box.top());
    path.lineTo(box.right() - cut, box.top());
    path.lineTo(box.right(), box.top() + cut);
    path.lineTo(box.right(), box.bottom() - cut);
    path.lineTo(box.right() - cut, box.bottom());
    path.lineTo(box.left() + cut, box.bottom());
    path.lineTo(box.left(), box.bottom() - cut);
    path.lineTo(box.left(), box.top() + cut);
    path.closeSubpath();
    return path;
}

void paintPicture(QPainter &painter, const QRect &box, const QPixmap &picture,
                  const PictureStyle &style) {
    if (picture.isNull())
        return;
    constexpr double kSoldOutOpacity = 0.42;
    constexpr double kAgedOpacity = 0.75;
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setClipPath(octagon(box), Qt::IntersectClip);
    painter.setOpacity(style.isFaded ? kSoldOutOpacity : style.isGreyed ? kAgedOpacity : 1.0);
    painter.drawPixmap(box, style.isGreyed ? greyed(picture) : picture);
    painter.restore();
}

void paintFocusRing(QPainter &painter, const Look &look, const QRect &box, int radius) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(look.tokens().accent.ink, metrics::kFocusWidth));
    const qreal out = metrics::kFocusOffset + metrics::kFocusWidth / 2.0;
    painter.drawRoundedRect(QRectF(box).adjusted(-out, -out, out, out), radius + out, radius + out);
    painter.restore();
}

void paintRule(QPainter &painter, const QRect &box, const QColor &color, bool isDashed) {
    QPen pen(color, 1);
    if (isDashed)
        pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.drawLine(box.left(), box.top(), box.right(), box.top());
}

} // namespace soban::ui
