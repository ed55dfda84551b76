// SPDX-License-Identifier: GPL-3.0-or-later
#include "HostileInput.h"

namespace {

QByteArray request(const QByteArray &line, const QByteArray &headers = {},
                   const QByteArray &body = {}) {
    QByteArray length;
    if (!body.isEmpty())
        length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return line + " HTTP/1.1\r\nHost: x\r\n" + headers + length + "\r\n" + body;
}

HostileInput path(const char *name, const QByteArray &target, const char *answer) {
    return {name, request("GET " + target), answer};
}

/// A sign-in with that body.
HostileInput json(const char *name, const QByteArray &body, const char *answer = "400") {
    return {name, request("POST /api/v1/sessions", {}, body), answer};
}

QList<HostileInput> paths() {
    return {
        path("%00 in a path", "/api/v1/shops/%00", "400 end"),
        path("%0d%0a in a path", "/livez%0d%0aSet-Cookie:%20a=b", "400 end"),
        path("%2F in a path", "/api/v1%2Fshops", "404"),
        path("%2F in a name", "/api/v1/shops/1%2F2", "404"),
        path("invalid UTF-8 in a path", "/api/v1/shops/%ff", "400 end"),
        path("overlong UTF-8 in a path", "/api/v1/shops/%c0%af", "400 end"),
        path("bytes beyond ASCII in a path", "/api/v1/shops/\xec\x86\x8c", "400 end"),
        path("broken percent in a path", "/api/v1/shops/%4", "400 end"),
        path("dots in a path", "/api/../livez", "400 end"),
        path("hidden dots in a path", "/api/%2e%2e/livez", "400 end"),
        path("integer overflow in a path", "/api/v1/shops/99999999999999999999", "404"),
        path("negative number in a path", "/api/v1/shops/-1", "404"),
        path("fragment in a target", "/livez#a", "400 end"),
        path("empty segments", "//livez", "404"),
        path("what belongs to nobody", "/admin.php", "404"),
        path("a query value twice", "/api/v1/shops?latitude=37&latitude=38&longitude=127", "400"),
        path("a query value that nobody knows", "/livez?a=b", "400"),
        path("overflow in a query", "/api/v1/shops?latitude=1e999&longitude=127", "400"),
        path("no number in a query", "/api/v1/shops?latitude=nan&longitude=127", "400"),
        path("a query without a name", "/livez?=b", "400 end"),
    };
}

QList<HostileInput> methods() {
    return {
        {.name = "HEAD", .sent = request("HEAD /livez"), .answer = "200", .isHead = true},
        {.name = "HEAD of what is not there",
         .sent = request("HEAD /nothing"),
         .answer = "404",
         .isHead = true},
        {.name = "wrong method",
         .sent = request("DELETE /livez"),
         .answer = "405",
         .contains = "\r\nAllow: GET, HEAD\r\n"},
        {.name = "OPTIONS",
         .sent = request("OPTIONS /livez"),
         .answer = "405",
         .contains = "\r\nAllow: GET, HEAD\r\n"},
        {"OPTIONS of everything", request("OPTIONS *"), "400 end"},
    };
}

QList<HostileInput> tokens(const TownKeys &keys) {
    const QByteArray bearer = "Authorization: Bearer ";
    return {
        {"no token", request("GET /api/v1/orders"), "401"},
        {"a token that is none", request("GET /api/v1/orders", bearer + "x\r\n"), "401"},
        {"a token of 8 KB", request("GET /api/v1/orders", bearer + QByteArray(7900, 'x') + "\r\n"),
         "401"},
        {"two tokens",
         request("GET /api/v1/orders", bearer + keys.token + "\r\n" + bearer + keys.token + "\r\n"),
         "401"},
        {"a customer at the operator's door",
         request("GET /api/v1/operator/orders", bearer + keys.token + "\r\n"), "403"},
        {"claims to come from this machine",
         request("GET /metrics", "X-Forwarded-For: 127.0.0.1\r\n"), "404"},
    };
}

QList<HostileInput> bodies() {
    const QByteArray sound = R"({"login":"a","password":"b"})";
    return {
        json("no JSON", "hello"),
        json("JSON cut short", sound.chopped(3)),
        json("JSON and more", sound + "{}"),
        json("30,000 brackets", QByteArray(30'000, '[')),
        json("invalid UTF-8 in JSON", "{\"login\":\"\xff\",\"password\":\"b\"}"),
        json("a lone surrogate in JSON", R"({"login":"\ud800","password":"b"})"),
        json("NUL in JSON", R"({"login":"a\u0000","password":"b"})"),
        json("a key twice in JSON", R"({"login":"a","login":"c","password":"b"})"),
        json("a key that nobody knows", R"({"login":"a","password":"b","role":"operator"})"),
        json("a number for a text", R"({"login":9e999,"password":"b"})"),
    };
}

} // namespace

QList<HostileInput> apiInputs(const TownKeys &keys) {
    return paths() + methods() + tokens(keys) + bodies();
}
