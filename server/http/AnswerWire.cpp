// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/AnswerWire.h"

#include <algorithm>
#include <utility>

namespace soban::http {

namespace {

QByteArrayView reasonPhrase(int status) {
    static constexpr std::pair<int, const char *> kPhrases[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {402, "Payment Required"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {426, "Upgrade Required"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {505, "HTTP Version Not Supported"},
    };
    const auto it =
        std::lower_bound(std::begin(kPhrases), std::end(kPhrases), status,
                         [](const auto &phrase, int wanted) { return phrase.first < wanted; });
    return it != std::end(kPhrases) && it->first == status ? QByteArrayView(it->second)
                                                           : QByteArrayView("Status");
}

void appendLine(QByteArray &out, QByteArrayView name, QByteArrayView value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

void appendAnswer(QByteArray &out, const Answer &answer, WireOptions options) {
    // These two never have a body, and 204 must not even have a length (RFC 9110, 8.6).
    const bool bodiless = answer.status() == 204 || answer.status() == 304;
    const qsizetype bodySize = bodiless || options.isHead ? 0 : answer.body().size();
    out.reserve(out.size() + bodySize + 256);
    out.append("HTTP/1.1 ").append(QByteArray::number(answer.status())).append(' ');
    out.append(reasonPhrase(answer.status())).append("\r\n");
    if (!answer.contentType().isEmpty() && !bodiless)
        appendLine(out, "Content-Type", answer.contentType());
    if (!bodiless)
        appendLine(out, "Content-Length", QByteArray::number(answer.body().size()));
    for (const Header &header : answer.headers())
        appendLine(out, header.name, header.value);
    const bool offersUpgrade = answer.status() == 426; // its Upgrade header is hop-by-hop
    if (options.closesConnection || offersUpgrade) {
        appendLine(out, "Connection",
                   !offersUpgrade             ? "close"
                   : options.closesConnection ? "close, upgrade"
                                              : "upgrade");
    }
    out.append("\r\n");
    if (bodySize > 0)
        out.append(answer.body());
}

} // namespace soban::http
