// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/PdfGlyphs.h"

#include <QRegularExpression>
#include <QSet>
#include <QtEndian>

namespace soban::testing {

namespace {

/// What was compressed by zlib; empty if it was not.
QByteArray inflated(const QByteArray &deflated) {
    constexpr char kZlib = 'x'; // how its streams begin
    constexpr quint32 kRoom = 1 << 22;
    if (!deflated.startsWith(kZlib))
        return {};
    QByteArray whole(4, '\0');
    qToBigEndian(kRoom, whole.data());
    return qUncompress(whole + deflated);
}

QList<QByteArray> streamsOf(const QByteArray &pdf) {
    QList<QByteArray> streams;
    qsizetype at = 0;
    while ((at = pdf.indexOf("stream\n", at)) >= 0) {
        const qsizetype begin = at + 7;
        const qsizetype end = pdf.indexOf("endstream", begin);
        if (end < 0)
            break;
        const QByteArray body = pdf.mid(begin, end - begin);
        streams.append(body.contains("begincmap") ? body : inflated(body));
        at = end + 9;
    }
    return streams;
}

} // namespace

bool hasGlyphsFor(const QByteArray &pdf, const QString &text) {
    static const QRegularExpression code(QStringLiteral("<([0-9A-Fa-f]{4})>"));
    QSet<ushort> known;
    for (const QByteArray &stream : streamsOf(pdf)) {
        if (!stream.contains("begincmap"))
            continue;
        auto match = code.globalMatch(QString::fromLatin1(stream));
        while (match.hasNext())
            known.insert(match.next().captured(1).toUShort(nullptr, 16));
    }
    for (const QChar letter : text) {
        if (!letter.isSpace() && !known.contains(letter.unicode()))
            return false;
    }
    return true;
}

} // namespace soban::testing
