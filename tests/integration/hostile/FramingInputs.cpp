// SPDX-License-Identifier: GPL-3.0-or-later
#include "HostileInput.h"

namespace {

const QByteArray kGet = "GET /livez HTTP/1.1\r\nHost: x\r\n\r\n";
const QByteArray kSmuggled = "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n";
constexpr qint64 kMebibyte = 1 << 20;

QByteArray get(const QByteArray &headers) {
    return "GET /livez HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &headers, const QByteArray &body = {}) {
    return "POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body;
}

QByteArray filler() {
    return QByteArray(64 * 1024, 'a');
}

QList<HostileInput> smuggling() {
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    return {
        {"two equal lengths", post("Content-Length: 4\r\nContent-Length: 4\r\n", "{}  ") + kGet,
         "400 end"},
        {"two lengths that differ, a request in the second",
         post("Content-Length: 4\r\nContent-Length: 40\r\n") + kSmuggled, "400 end"},
        {"a list of lengths", post("Content-Length: 4, 4\r\n", "{}  "), "400 end"},
        {"negative length", post("Content-Length: -1\r\n") + kGet, "400 end"},
        {"length with a sign", post("Content-Length: +4\r\n", "{}  "), "400 end"},
        {"hexadecimal length", post("Content-Length: 0x4\r\n", "{}  "), "400 end"},
        {"empty length", post("Content-Length:\r\n"), "400 end"},
        {"length beyond 64 bits", post("Content-Length: 18446744073709551620\r\n", "{}  "),
         "400 end"},
        {"length, then chunks (CL.TE)",
         post("Content-Length: 6\r\n" + chunked, "0\r\n\r\nG") + kSmuggled, "400 end"},
        {"chunks, then length (TE.CL)",
         post(chunked + "Content-Length: 4\r\n", "5c\r\n") + kSmuggled, "400 end"},
        {"chunked", post(chunked, "2\r\n{}\r\n0\r\n\r\n"), "411 end"},
        {"chunked, hidden by a tab", post("Transfer-Encoding:\tchunked\r\n", "0\r\n\r\n"),
         "411 end"},
        {"an encoding that nobody knows", post("Transfer-Encoding: xchunked\r\n"), "411 end"},
        {"two encodings (TE.TE)", post(chunked + "Transfer-Encoding: cow\r\n"), "400 end"},
        {"chunked in HTTP/1.0",
         QByteArray("POST /api/v1/sessions HTTP/1.0\r\n" + chunked + "\r\n0\r\n\r\n"), "411 end"},
        {"space before the colon", post("Content-Length : 4\r\n", "{}  "), "400 end"},
        {"folded header", get("A: b\r\n Content-Length: 40\r\n") + kSmuggled, "400 end"},
        {"header without a colon", get("Content-Length\r\n"), "400 end"},
        {"header without a name", get(": b\r\n"), "400 end"},
        {"NUL in a header", get(QByteArray("A: b\0c\r\n", 8)), "400 end"},
        {"lone CR in a header", get("A: b\rContent-Length: 40\r\n"), "400 end"},
        {"lone LF ends a header", get("A: b\nContent-Length: 40\r\n"), "400 end"},
        {"lone LF everywhere", "GET /livez HTTP/1.1\nHost: x\n\n", "400 end"},
        {"a body that a GET should not have", get("Content-Length: 5\r\n") + "hello" + kGet,
         "400 200"},
    };
}

QList<HostileInput> requestLines() {
    return {
        {"no Host", "GET /livez HTTP/1.1\r\n\r\n", "400 end"},
        {"two Hosts", get("Host: y\r\n"), "400 end"},
        {"HTTP/1.0", "GET /livez HTTP/1.0\r\n\r\n" + kGet, "200 end"},
        {"HTTP/0.9", "GET /livez\r\n\r\n", "400 end"},
        {"HTTP/1.2", "GET /livez HTTP/1.2\r\nHost: x\r\n\r\n", "400 end"},
        {"HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "400 end"},
        {"a version in small letters", "GET /livez http/1.1\r\nHost: x\r\n\r\n", "400 end"},
        {"a version that is none", "GET /livez HTTP/1.1.1\r\nHost: x\r\n\r\n", "400 end"},
        {"two spaces", "GET  /livez HTTP/1.1\r\nHost: x\r\n\r\n", "400 end"},
        {"space in front", " GET /livez HTTP/1.1\r\nHost: x\r\n\r\n", "400 end"},
        {"empty lines in front", "\r\n\r\n" + kGet, "200"},
        {"absolute target", "GET http://x/livez HTTP/1.1\r\nHost: x\r\n\r\n", "400 end"},
        {"CONNECT", "CONNECT x:443 HTTP/1.1\r\nHost: x\r\n\r\n", "501 end"},
        {"TRACE", "TRACE /livez HTTP/1.1\r\nHost: x\r\n\r\n", "501 end"},
        {"a method that nobody knows", "BREW /livez HTTP/1.1\r\nHost: x\r\n\r\n", "501 end"},
        {"a method in small letters", "get /livez HTTP/1.1\r\nHost: x\r\n\r\n", "501 end"},
        {.name = "a TLS hello to the plain port",
         .sent = QByteArray::fromHex("16030100c8010000c40303") + QByteArray(40, '\0') + "\r\n\r\n",
         .answer = "400 end",
         .isPlainOnly = true},
        {"SSH instead of HTTP", "SSH-2.0-OpenSSH_9.2\r\n", "400 end"},
    };
}

QList<HostileInput> sizes() {
    return {
        {.name = "a header of 64 MiB",
         .sent = "GET /livez HTTP/1.1\r\nHost: x\r\nA: ",
         .answer = "431 end",
         .filler = filler(),
         .fillerBytes = 64 * kMebibyte},
        {.name = "headers without end",
         .sent = "GET /livez HTTP/1.1\r\nHost: x\r\n",
         .answer = "431 end",
         .filler = QByteArray("A: b\r\n").repeated(1000),
         .fillerBytes = 64 * kMebibyte},
        {"65 headers", get(QByteArray("A: b\r\n").repeated(64)), "431 end"},
        {"one header of 9 KB", get("A: " + QByteArray(9000, 'b') + "\r\n"), "431 end"},
        {.name = "a target without end",
         .sent = "GET /",
         .answer = "414 end",
         .filler = filler(),
         .fillerBytes = 64 * kMebibyte},
        {"a target of 5 KB", "GET /" + QByteArray(5000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n",
         "414 end"},
        {.name = "a body of 300 MiB",
         .sent = post("Content-Length: 314572800\r\n"),
         .answer = "413 end",
         .filler = filler(),
         .fillerBytes = 300 * kMebibyte},
        {"a body of 300 MiB that asks first",
         post("Content-Length: 314572800\r\nExpect: 100-continue\r\n"), "413 end"},
        {"a body one byte too large", post("Content-Length: 65537\r\n"), "413 end"},
        {"a body as large as can be",
         post("Content-Length: 65536\r\n", QByteArray(65536, 'x')) + kGet, "400 200"},
    };
}

QList<HostileInput> connections(const TownKeys &keys) {
    const QByteArray poll = "GET /api/v1/events?waitMs=300&since=" + keys.lastSequence +
                            " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + keys.token +
                            "\r\n\r\n";
    const QByteArray manyAnswers = [] {
        QByteArray all = "200";
        for (int i = 1; i < 32; ++i)
            all += " 200";
        return QByteArray(all + " 503 end");
    }();
    return {
        {"slow and fast in one pipe", poll + kGet + poll + kGet, "200 200 200 200"},
        {"a bad request in the pipe", kGet + "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n" + kGet,
         "200 400 end"},
        {"a pipe longer than allowed", poll + kGet.repeated(40), manyAnswers},
        {"Connection: close, and more", get("Connection: close\r\n") + kGet, "200 end"},
        {"asks whether to go on", post("Content-Length: 2\r\nExpect: 100-continue\r\n"),
         "100 408 end"},
    };
}

QList<HostileInput> slowness(const TownKeys &keys) {
    return {
        {"not a byte", "", "end"},
        {"silent after an answer", kGet, "200 end"},
        {.name = "slow header",
         .sent = "GET /livez HTTP/1.1\r\nHost: x\r\n",
         .answer = "408 end",
         .drip = "A: b\r\n"},
        {.name = "slow request line", .sent = "GET /", .answer = "408 end", .drip = "a"},
        {.name = "slow body",
         .sent = post("Content-Length: 1000\r\n"),
         .answer = "408 end",
         .drip = "a"},
        {"half a body", post("Content-Length: 10\r\n", "12345"), "408 end"},
        {.name = "does not read its answers",
         .sent = "",
         .answer = "end",
         .filler = QByteArray("GET /api/v1/shops/" + keys.shop + " HTTP/1.1\r\nHost: x\r\n\r\n")
                       .repeated(100),
         .fillerBytes = 64 * kMebibyte,
         .drip = kGet,
         .reads = false},
    };
}

} // namespace

QList<HostileInput> framingInputs(const TownKeys &keys) {
    return smuggling() + requestLines() + sizes() + connections(keys) + slowness(keys);
}
