// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Request.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace soban::http {

/// Which route matched: the caller's own number (an index into its handlers, an enum cast to int).
enum class RouteIndex : int {};

/// The parameters of a matched path, by name.
class RouteParams {
public:
    void add(const QString &name, const QString &value) { m_items.emplace_back(name, value); }
    qsizetype count() const { return static_cast<qsizetype>(m_items.size()); }
    /// Decoded and never empty; an empty string only for a name that the pattern doesn't have.
    QString value(QAnyStringView name) const;

private:
    std::vector<std::pair<QString, QString>> m_items;
};

/// Finds the route of a path: a tree of segments, no regular expressions. Filled once at start,
/// then only read (from any thread).
class RouteTable {
public:
    struct Found {
        RouteIndex index;
        RouteParams params;
    };
    struct NotFound {};
    /// `allow` is the value of the Allow header, for example "GET, HEAD, POST".
    struct MethodNotAllowed {
        QByteArray allow;
    };
    using Match = std::variant<Found, NotFound, MethodNotAllowed>;

    RouteTable();

    /// Adds a route, for example "/api/v1/orders/{orderId}/accept". Refused (false): a pattern that
    /// does not begin with '/', has an empty segment, a broken, empty or repeated parameter, or
    /// ends in '/'; the same method and shape twice (parameter names don't make a difference).
    [[nodiscard]] bool add(Method method, const QString &pattern, RouteIndex index);

    /// A literal segment beats a parameter, and a parameter never takes an empty segment. HEAD
    /// finds the GET route unless it has one of its own.
    Match match(Method method, const QStringList &segments) const;

private:
    struct Endpoint {
        Method method;
        RouteIndex index;
        QStringList paramNames;
    };
    struct Node {
        std::vector<std::pair<QString, int>> literals; // sorted by text
        int param = -1;
        std::vector<Endpoint> endpoints;
    };

    int literalChild(int node, const QString &text) const;
    int childFor(int node, const QString &segment);
    int findNode(int node, const QStringList &segments, qsizetype depth, QStringList &values) const;
    static const Endpoint *endpointFor(const Node &node, Method method);
    static QByteArray allowOf(const Node &node);

    std::vector<Node> m_nodes; // 0 is the root
};

} // namespace soban::http
