// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MapLabels.h"

#include <algorithm>

namespace soban::ui {

namespace {

constexpr int kGap = 3;

qint64 area(const QRect &rect) {
    return rect.isEmpty() ? 0 : qint64(rect.width()) * rect.height();
}

} // namespace

QList<QRect> MapLabels::candidates(const QRect &pin, const QSize &size) const {
    const int below = pin.bottom() + 1 + kGap;
    const int above = pin.top() - kGap - size.height();
    const int right = pin.right() + 1 + 2 * kGap;
    const int left = pin.left() - 2 * kGap - size.width();
    const int midX = pin.center().x() - size.width() / 2;
    const int midY = pin.center().y() - size.height() / 2;
    const QList<QPoint> corners{{midX, below},         {midX, above},
                                {right, midY},         {left, midY},
                                {pin.left(), below},   {pin.right() + 1 - size.width(), below},
                                {pin.left(), above},   {pin.right() + 1 - size.width(), above},
                                {right, below - kGap}, {left, below - kGap},
                                {right, above + kGap}, {left, above + kGap}};
    QList<QRect> rects;
    for (const QPoint &corner : corners)
        rects.append(QRect(corner, size));
    return rects;
}

qint64 MapLabels::covered(const QRect &rect) const {
    // A name that is cut off reads worse than one that lies over a line.
    constexpr int kCutOff = 4;
    qint64 sum = kCutOff * (area(rect) - area(rect & m_view));
    for (const QRect &taken : m_taken)
        sum += area(rect & taken);
    return sum;
}

std::optional<QRect> MapLabels::place(const QRect &pin, const QSize &size) {
    for (const QRect &rect : candidates(pin, size)) {
        if (placeAt(rect))
            return rect;
    }
    return std::nullopt;
}

bool MapLabels::placeAt(const QRect &rect) {
    if (covered(rect) > 0)
        return false;
    m_taken.append(rect);
    return true;
}

QRect MapLabels::placeAnyhow(const QRect &pin, const QSize &size) {
    if (const auto free = place(pin, size))
        return *free;
    const QList<QRect> rects = candidates(pin, size);
    const QRect least =
        *std::min_element(rects.begin(), rects.end(), [this](const QRect &one, const QRect &other) {
            return covered(one) < covered(other);
        });
    m_taken.append(least);
    return least;
}

} // namespace soban::ui
