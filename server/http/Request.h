// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace soban::http {

/// The methods the transport lets through; any other is answered 501 before a Handler sees it.
enum class Method { Get, Head, Post, Put, Patch, Delete, Options };

/// "GET", "POST", …
QByteArray methodName(Method method);

/// One header line. `name` as it was sent (compare it without regard to case).
struct Header {
    QByteArray name;
    QByteArray value;

    friend bool operator==(const Header &, const Header &) = default;
};

/// One `name=value` of the query, decoded.
struct QueryItem {
    QString name;
    QString value;

    friend bool operator==(const QueryItem &, const QueryItem &) = default;
};

/// A request target ("/api/v1/orders?state=open") taken apart and decoded strictly.
struct Target {
    QByteArray path;      ///< Raw, still percent-encoded, without the query; begins with '/'.
    QStringList segments; ///< Decoded. "/a/b" → a, b; "/" → one empty segment; "/a/" → a, "".
    QList<QueryItem> query; ///< In the order sent, duplicates kept. '+' is a plus, not a space.
};

/// Decodes a target in origin form. Refuses (nullopt): anything that doesn't begin with '/', bytes
/// outside printable ASCII, '#', broken percent escapes, control characters (%00–%1F, %7F), text
/// that is not UTF-8, "." and ".." segments, and query items without a name. An encoded slash (%2F)
/// stays inside its segment.
std::optional<Target> decodeTarget(QByteArrayView rawTarget);

/// One request, complete with its body: an immutable value, cheap to copy, free to cross threads.
class Request {
public:
    struct Parts {
        Method method = Method::Get;
        Target target = {};
        QList<Header> headers = {};
        QByteArray body = {};
        QHostAddress peerAddress = {};
        quint16 peerPort = 0;
    };

    explicit Request(Parts parts);

    Method method() const { return m_parts->method; }
    /// Percent-encoded, without the query.
    const QByteArray &path() const { return m_parts->target.path; }
    /// Decoded path segments, ready for RouteTable::match().
    const QStringList &segments() const { return m_parts->target.segments; }

    const QList<QueryItem> &queryItems() const { return m_parts->target.query; }
    /// The value of the first item of that name; nullopt when there is none.
    std::optional<QString> queryValue(QStringView name) const;
    /// All values of that name, in the order sent: more than one is a duplicate.
    QStringList queryValues(QStringView name) const;
    /// The first name that occurs twice, so that a route can refuse it; nullopt when all differ.
    std::optional<QString> duplicateQueryName() const;

    const QList<Header> &headers() const { return m_parts->headers; }
    /// The value of the first header of that name (any case); nullopt when it was not sent.
    std::optional<QByteArray> header(QByteArrayView name) const;
    /// How many headers of that name (any case) were sent.
    qsizetype headerCount(QByteArrayView name) const;

    const QByteArray &body() const { return m_parts->body; }
    const QHostAddress &peerAddress() const { return m_parts->peerAddress; }
    quint16 peerPort() const { return m_parts->peerPort; }

private:
    std::shared_ptr<const Parts> m_parts;
};

} // namespace soban::http
