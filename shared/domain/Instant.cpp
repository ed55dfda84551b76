// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Instant.h"

namespace soban {

namespace {

constexpr qint64 kMsPerDay = 86'400'000;

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

/// Whether the text has that form, in which `0` stands for any digit.
bool hasForm(QStringView text, QStringView form) {
    if (text.size() != form.size())
        return false;
    for (qsizetype i = 0; i < form.size(); ++i) {
        if (form[i] == u'0' ? !isDigit(text[i]) : text[i] != form[i])
            return false;
    }
    return true;
}

/// Takes `.` and 1 to 9 digits off the front, if they are there; the milliseconds are cut, so that
/// no moment is read as a later one.
std::optional<int> takeFraction(QStringView &rest) {
    constexpr qsizetype kMostDigits = 9;
    if (!rest.startsWith(u'.'))
        return 0;
    qsizetype digits = 0;
    while (digits + 1 < rest.size() && isDigit(rest[digits + 1]))
        ++digits;
    if (digits < 1 || digits > kMostDigits)
        return std::nullopt;
    int ms = 0;
    for (qsizetype i = 1; i <= 3; ++i)
        ms = ms * 10 + (i <= digits ? rest[i].unicode() - u'0' : 0);
    rest = rest.sliced(digits + 1);
    return ms;
}

/// `Z` or `±hh:mm`.
std::optional<int> offsetMinutes(QStringView text) {
    if (text == u"Z")
        return 0;
    if (!hasForm(text, u"+00:00") && !hasForm(text, u"-00:00"))
        return std::nullopt;
    const int hours = text.sliced(1, 2).toInt();
    const int minutes = text.sliced(4, 2).toInt();
    if (hours > 23 || minutes > 59)
        return std::nullopt;
    return (text[0] == u'-' ? -1 : 1) * (hours * 60 + minutes);
}

} // namespace

// By hand: QDateTime takes more spellings than RFC 3339 has and rounds fractions.
std::optional<Instant> Instant::fromRfc3339(QStringView text) {
    constexpr QStringView kForm = u"0000-00-00T00:00:00";
    if (text.size() <= kForm.size() || !hasForm(text.first(kForm.size()), kForm))
        return std::nullopt;
    QStringView rest = text.sliced(kForm.size());
    const auto fractionMs = takeFraction(rest);
    const auto offset = offsetMinutes(rest);
    const auto number = [text](qsizetype from, qsizetype digits) {
        return text.sliced(from, digits).toInt();
    };
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    const QTime time(number(11, 2), number(14, 2), number(17, 2));
    if (!fractionMs || !offset || !date.isValid() || !time.isValid())
        return std::nullopt;
    constexpr qint64 kEpochDay = 2'440'588; // the Julian day of 1970-01-01
    return Instant((date.toJulianDay() - kEpochDay) * kMsPerDay + time.msecsSinceStartOfDay() +
                   *fractionMs - *offset * qint64(60'000));
}

// By hand as well: a document of an order has half a dozen times, and QDateTime takes longer for
// them than all the rest does.
AsciiText<24> Instant::rfc3339() const {
    using namespace std::chrono;
    AsciiText<24> text;
    const auto moment = sys_time<milliseconds>(milliseconds(m_ms));
    const auto midnight = floor<days>(moment);
    const year_month_day date(midnight);
    const int year = int(date.year());
    if (year < 1 || year > 9999)
        return text;
    const hh_mm_ss time(moment - midnight);
    return text.appendDigits(year, 4)
        .append('-')
        .appendDigits(int(unsigned(date.month())), 2)
        .append('-')
        .appendDigits(int(unsigned(date.day())), 2)
        .append('T')
        .appendDigits(int(time.hours().count()), 2)
        .append(':')
        .appendDigits(int(time.minutes().count()), 2)
        .append(':')
        .appendDigits(int(time.seconds().count()), 2)
        .append('.')
        .appendDigits(int(time.subseconds().count()), 3)
        .append('Z');
}

} // namespace soban
