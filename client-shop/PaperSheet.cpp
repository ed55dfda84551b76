// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/PaperSheet.h"

#include "ui/Paint.h"

namespace soban::shop_app {

namespace {

using namespace ui;

constexpr int kInversePadding = 4;
constexpr int kRuleGap = 6;

/// How much of the width is left for the words at the left.
int leftWidth(const Look &look, const PaperRow &row, int width) {
    const int right = row.right.isEmpty()
                          ? 0
                          : textWidth(look, row.right, row.text, row.weight) + metrics::kGap12;
    const int padding = row.isInverse ? 2 * kInversePadding : 0;
    return std::max(1, width - row.indent - right - padding);
}

int bodyHeight(const Look &look, const PaperRow &row, int width) {
    const int words = row.left.isEmpty() ? look.lineHeight(row.text)
                                         : paragraphHeight(look, leftWidth(look, row, width),
                                                           row.left, row.text, row.weight);
    return words + (row.isInverse ? 2 * kInversePadding : 0);
}

int headHeight(const PaperRow &row) {
    return row.gap + (row.isRuled ? 2 * kRuleGap + 1 : 0);
}

void paintRow(QPainter &painter, const Look &look, const PaperRow &row, const QRect &box) {
    // Printers for tickets know black and white only.
    const QColor ink = row.isInverse ? Qt::white : Qt::black;
    QRect inner = box.adjusted(row.indent, 0, 0, 0);
    if (row.isInverse) {
        painter.fillRect(inner, Qt::black);
        inner.adjust(kInversePadding, kInversePadding, -kInversePadding, -kInversePadding);
    }
    if (!row.right.isEmpty())
        paintLine(painter, look,
                  QRect(inner.topLeft(), QSize(inner.width(), look.lineHeight(row.text))),
                  row.right, {row.text, row.weight, ink, Qt::AlignRight | Qt::AlignVCenter}, false);
    inner.setWidth(leftWidth(look, row, box.width()));
    paintParagraph(painter, look, inner, row.left, {row.text, row.weight, ink});
}

} // namespace

QStringList PaperSheet::lines() const {
    QStringList lines;
    for (const PaperRow &row : m_rows)
        lines.append(row.right.isEmpty() ? row.left : row.left + u' ' + row.right);
    return lines;
}

int PaperSheet::heightAt(int width) const {
    const Look look; // of paper: light, at scale 1
    int height = 0;
    for (const PaperRow &row : m_rows)
        height += headHeight(row) + bodyHeight(look, row, width);
    return height;
}

void PaperSheet::paint(QPainter &painter, int width, int pageHeight,
                       const std::function<void()> &turn) const {
    const Look look;
    int y = 0;
    for (const PaperRow &row : m_rows) {
        const int head = headHeight(row);
        const int body = bodyHeight(look, row, width);
        if (pageHeight > 0 && y > 0 && y + head + body > pageHeight) {
            turn();
            y = 0;
        }
        if (row.isRuled)
            painter.fillRect(QRect(0, y + row.gap + kRuleGap, width, 1), Qt::black);
        y += head;
        paintRow(painter, look, row, QRect(0, y, width, body));
        y += body;
    }
}

} // namespace soban::shop_app
