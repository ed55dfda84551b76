// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ReceiptPaint.h"

#include <algorithm>

namespace soban::ui {

namespace {

constexpr int kLineGap = 11;
constexpr int kAfterRule = 11;
constexpr int kNoteIcon = 14;

/// Lays the receipt out from top to bottom, drawing as it goes if it has a painter.
class Pen {
public:
    Pen(QPainter *painter, const Look &look, const QRect &box)
        : m_painter(painter), m_look(look), m_box(box), m_y(box.top()) {}

    int used() const { return m_y - m_box.top(); }
    void skip(int pixels) { m_y += pixels; }

    void words(const QString &string, Text text, Weight weight, const QColor &color) {
        if (string.isEmpty())
            return;
        const int high = paragraphHeight(m_look, m_box.width(), string, text, weight);
        if (m_painter)
            paintParagraph(*m_painter, m_look, row(high), string, {text, weight, color});
        m_y += high;
    }

    void rule() {
        if (m_painter)
            paintRule(*m_painter, row(1), m_look.tokens().control, true);
        m_y += 1;
    }

    void line(const ReceiptLine &line) {
        const Tokens &tokens = m_look.tokens();
        const int room = m_box.width() - amountWidth(line.amount, Text::Body, Weight::Regular);
        const QString count = QStringLiteral("×%1").arg(line.count);
        const int high = paragraphHeight(m_look, room, line.name + u' ' + count, Text::Body);
        if (m_painter) {
            const QColor ink = line.isStruck ? tokens.ink3 : tokens.ink;
            const TextStyle style{Text::Body, Weight::Regular, ink,
                                  Qt::AlignLeft | Qt::AlignVCenter, line.isStruck};
            paintNameAndCount(line.name, count, room, high, style);
            paintAmount(line.amount, Text::Body,
                        {Text::Body, Weight::Regular, ink, {}, line.isStruck});
        }
        m_y += high;
        words(line.options, Text::Small, Weight::Regular, tokens.ink3);
    }

    void sum(const ReceiptSum &sum, bool isTotal) {
        const Tokens &tokens = m_look.tokens();
        const Weight weight = isTotal ? Weight::Bold : Weight::Regular;
        const Text large = isTotal ? Text::Sum : Text::Body;
        const QColor ink = sum.tone != Tone::Plain ? tokens.tone(sum.tone).ink
                           : isTotal               ? tokens.ink
                                                   : tokens.ink2;
        const int room = m_box.width() - amountWidth(sum.amount, large, weight);
        const int label = paragraphHeight(m_look, room, sum.label, Text::Body, weight);
        const int high = std::max(label, m_look.lineHeight(large));
        if (m_painter) {
            const QRect place = row(high).adjusted(0, (high - label) / 2, room - m_box.width(), 0);
            paintParagraph(*m_painter, m_look, place, sum.label, {Text::Body, weight, ink});
            paintAmount(sum.amount, large, {large, weight, ink});
        }
        m_y += high;
    }

    void note(const ReceiptNote &note) {
        const Tokens &tokens = m_look.tokens();
        const bool isToned = note.tone != Tone::Plain;
        const QColor ink = isToned ? tokens.tone(note.tone).ink : tokens.ink2;
        const Weight weight = isToned ? Weight::Bold : Weight::Regular;
        const int icon = note.icon ? m_look.scaled(kNoteIcon) : 0;
        const int left = note.icon ? icon + metrics::kGap8 : 0;
        const int room = m_box.width() - left;
        const int high = paragraphHeight(m_look, room, note.text, Text::Small, weight);
        if (m_painter) {
            const QRect place = row(high);
            if (note.icon)
                paintIcon(*m_painter, *note.icon,
                          QRect(place.left(), place.top(), icon, m_look.lineHeight(Text::Small)),
                          ink);
            paintParagraph(*m_painter, m_look, place.adjusted(left, 0, 0, 0), note.text,
                           {Text::Small, weight, ink});
        }
        m_y += high;
    }

private:
    QRect row(int high) const { return {m_box.left(), m_y, m_box.width(), high}; }

    int amountWidth(const QString &amount, Text text, Weight weight) const {
        return amount.isEmpty() ? 0 : textWidth(m_look, amount, text, weight) + metrics::kGap12;
    }

    void paintNameAndCount(const QString &name, const QString &count, int room, int high,
                           const TextStyle &style) {
        const QRect place(m_box.left(), m_y, room, high);
        if (high > m_look.lineHeight(Text::Body)) {
            paintParagraph(*m_painter, m_look, place, name + u' ' + count, style);
            return;
        }
        const int used = paintLine(*m_painter, m_look, place, name, style, false);
        TextStyle second = style;
        second.color = style.isStruck ? style.color : m_look.tokens().ink2;
        paintLine(*m_painter, m_look, place.adjusted(used + metrics::kGap4, 0, 0, 0), count, second,
                  false);
    }

    void paintAmount(const QString &amount, Text text, TextStyle style) {
        style.align = Qt::AlignRight | Qt::AlignVCenter;
        paintLine(*m_painter, m_look, row(m_look.lineHeight(text)), amount, style, false);
    }

    QPainter *m_painter;
    const Look &m_look;
    QRect m_box;
    int m_y;
};

int write(QPainter *painter, const Look &look, const QRect &box, const ReceiptContent &content) {
    const Tokens &tokens = look.tokens();
    Pen pen(painter, look, box);
    pen.words(content.heading, Text::Name, Weight::Bold, tokens.ink);
    pen.words(content.subheading, Text::Small, Weight::Regular, tokens.ink2);
    if (!content.heading.isEmpty() || !content.subheading.isEmpty())
        pen.skip(metrics::kGap12);
    if (!content.lines.isEmpty()) {
        pen.rule();
        pen.skip(kAfterRule);
    }
    for (const ReceiptLine &line : content.lines) {
        pen.line(line);
        pen.skip(kLineGap);
    }
    pen.rule();
    pen.skip(metrics::kGap8);
    for (const ReceiptSum &sum : content.sums) {
        pen.sum(sum, false);
        pen.skip(metrics::kGap4);
    }
    pen.skip(metrics::kGap4);
    pen.sum(content.total, true);
    pen.skip(metrics::kGap4);
    for (const ReceiptSum &sum : content.afterwards) {
        pen.sum(sum, false);
        pen.skip(metrics::kGap4);
    }
    for (const ReceiptNote &note : content.notes) {
        pen.note(note);
        pen.skip(metrics::kGap4);
    }
    return pen.used();
}

} // namespace

int receiptHeight(const Look &look, int width, const ReceiptContent &content) {
    return write(nullptr, look, QRect(0, 0, width, 0), content);
}

int paintReceipt(QPainter &painter, const Look &look, const QRect &box,
                 const ReceiptContent &content) {
    return write(&painter, look, box, content);
}

QString receiptText(const ReceiptContent &content) {
    QStringList rows{content.heading, content.subheading};
    for (const ReceiptLine &line : content.lines) {
        QString row = QStringLiteral("%1 ×%2").arg(line.name).arg(line.count);
        if (!line.options.isEmpty())
            row += QStringLiteral(" (%1)").arg(line.options);
        rows.append(row + u' ' + line.amount);
    }
    const auto sums = content.sums + QList<ReceiptSum>{content.total} + content.afterwards;
    for (const ReceiptSum &sum : sums)
        rows.append(sum.label + u' ' + sum.amount);
    for (const ReceiptNote &note : content.notes)
        rows.append(note.text);
    rows.removeAll(QString());
    return rows.join(u'\n');
}

} // namespace soban::ui
