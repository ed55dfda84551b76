// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Brand.h"

#include "ui/Icons.h"

#include <QPainter>

namespace soban::ui {

namespace {

/// What the drawing of a name measures, by the letters' own height of 100.
struct Wordmark {
    QString art;
    QSizeF size;
};

Wordmark wordmarkIn(Language language) {
    if (language == Language::Korean)
        return {QStringLiteral("wordmark-ko"), {192.9, 93.7}};
    return {QStringLiteral("wordmark-en"), {327.4, 83.8}};
}

/// Of a table so wide.
QSizeF nameSize(const Wordmark &wordmark, int table) {
    constexpr double kLettersToTable = 0.8;
    return wordmark.size * (table * kLettersToTable / 100);
}

int gapTo(int table) {
    return table / 3;
}

} // namespace

int brandWidth(const Look &look, int table) {
    return table + gapTo(table) + qCeil(nameSize(wordmarkIn(look.language()), table).width());
}

void paintBrand(QPainter &painter, const Look &look, const QRectF &box, int table) {
    const double middle = box.center().y();
    paintArt(painter, QStringLiteral("logo"),
             {box.left(), middle - table / 2.0, qreal(table), qreal(table)});
    const Wordmark wordmark = wordmarkIn(look.language());
    QRectF name(QPointF(), nameSize(wordmark, table));
    name.moveTopLeft({box.left() + table + gapTo(table), middle - name.height() / 2});
    paintArt(painter, wordmark.art, name);
}

} // namespace soban::ui
