// SPDX-License-Identifier: GPL-3.0-or-later
// What a receipt says and how it is drawn: on the screen, on paper and in a PDF alike.
#pragma once

#include "ui/Paint.h"

#include <QList>
#include <QString>

#include <optional>

namespace soban::ui {

/// Something bought. Amounts come as they are to be read: "₩30,000".
struct ReceiptLine {
    QString name;
    int count = 1;
    QString options; ///< below the name: "Multigrain · soft egg"
    QString amount;
    bool isStruck = false; ///< taken off the order, or refunded

    bool operator==(const ReceiptLine &) const = default;
};

/// A word and an amount: a fee, a discount, a refund, the total.
struct ReceiptSum {
    QString label;
    QString amount;
    Tone tone = Tone::Plain;

    bool operator==(const ReceiptSum &) const = default;
};

/// What became of the money: "Card ····4417 · 20 Nov 19:02", "refunded at 19:04".
struct ReceiptNote {
    QString text;
    Tone tone = Tone::Plain;
    std::optional<Icon> icon = std::nullopt;

    bool operator==(const ReceiptNote &) const = default;
};

struct ReceiptContent {
    QString heading;    ///< on paper: the shop
    QString subheading; ///< on paper: number and time of the order
    QList<ReceiptLine> lines;
    QList<ReceiptSum> sums; ///< between the lines and the total
    ReceiptSum total;
    QList<ReceiptSum> afterwards; ///< below the total: refunds, what was paid in the end
    QList<ReceiptNote> notes;

    bool operator==(const ReceiptContent &) const = default;
};

/// How high `content` is at a width.
int receiptHeight(const Look &look, int width, const ReceiptContent &content);
/// Draws `content` from the top of `box`; returns the height used. For paper, pass a `Look` of your
/// own: a new one is light and at scale 1.
int paintReceipt(QPainter &painter, const Look &look, const QRect &box,
                 const ReceiptContent &content);
/// The content in words, for assistive technology and for plain text.
QString receiptText(const ReceiptContent &content);

} // namespace soban::ui
