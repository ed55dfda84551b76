// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/KannelWire.h"

namespace soban::providers::kannel {

using namespace messaging;

namespace {

constexpr int kAccepted = 202;
constexpr int kForbidden = 403;
constexpr int kUnavailable = 503;
/// Every kind of delivery report.
constexpr auto kAllReports = "31";

/// Percent-encoded whole: a plus and an ampersand, too.
QByteArray encoded(const QString &text) {
    return QUrl::toPercentEncoding(text);
}

SendOutcome readAnswer(const HttpAnswer &answer) {
    // Its own words, cut: they say nothing of the message.
    const QString words = QString::fromLatin1(answer.body.simplified().left(80));
    const QString said = QStringLiteral("%1 %2").arg(answer.status).arg(words);
    if (answer.status == kAccepted)
        return Taken{};
    if (answer.status == kForbidden && !words.contains(QLatin1StringView("Do not try again")))
        return NotTaken{said}; // a login that somebody will mend
    if (answer.status == kUnavailable)
        return NotTaken{said};
    if (answer.status >= 400 && answer.status < 500)
        return Refused{said};
    return Unknown{said};
}

} // namespace

QByteArray sendQuery(const Sms &sms) {
    QUrl report = sms.reportUrl;
    // Kannel fills in its word; the rest of the address is as it is.
    const QByteArray reportUrl = report.toEncoded() + "?type=%d";
    return "username=" + encoded(QString::fromUtf8(sms.user)) +
           "&password=" + encoded(QString::fromUtf8(sms.password)) + "&from=" + encoded(sms.from) +
           "&to=" + encoded(sms.to) + "&text=" + encoded(sms.text) +
           "&coding=2&charset=UTF-8&dlr-mask=" + kAllReports +
           "&dlr-url=" + encoded(QString::fromLatin1(reportUrl));
}

SendOutcome readSend(const HttpOutcome &outcome) {
    if (const auto *answer = std::get_if<HttpAnswer>(&outcome))
        return readAnswer(*answer);
    if (const auto *notSent = std::get_if<HttpNotSent>(&outcome))
        return NotTaken{notSent->detail};
    return Unknown{std::get<HttpBroken>(outcome).detail};
}

std::optional<LookUpOutcome> readReport(const QString &word) {
    if (word == u"1")
        return Delivered{};
    if (word == u"2")
        return Undelivered{QStringLiteral("the network could not deliver it")};
    if (word == u"16")
        return Undelivered{QStringLiteral("the network rejected it")};
    if (word == u"4" || word == u"8")
        return OnItsWay{};
    return std::nullopt;
}

} // namespace soban::providers::kannel
