// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/RouteTable.h"

#include <algorithm>

namespace soban::http {

namespace {

struct Pattern {
    QStringList segments; // a parameter is an empty string here
    QStringList paramNames;
};

std::optional<Pattern> parsePattern(const QString &text) {
    if (!text.startsWith(u'/'))
        return std::nullopt;
    Pattern pattern;
    if (text.size() == 1) {
        pattern.segments.append(QString());
        return pattern;
    }
    const QStringList pieces = text.mid(1).split(u'/');
    for (const QString &piece : pieces) {
        const bool isParam = piece.startsWith(u'{') && piece.endsWith(u'}') && piece.size() > 2;
        const QString name = isParam ? piece.mid(1, piece.size() - 2) : piece;
        if (name.isEmpty() || name.contains(u'{') || name.contains(u'}') ||
            (isParam && pattern.paramNames.contains(name)))
            return std::nullopt;
        pattern.segments.append(isParam ? QString() : name);
        if (isParam)
            pattern.paramNames.append(name);
    }
    return pattern;
}

bool textBefore(const std::pair<QString, int> &literal, const QString &text) {
    return literal.first < text;
}

} // namespace

QString RouteParams::value(QAnyStringView name) const {
    for (const auto &[itemName, itemValue] : m_items) {
        if (QAnyStringView::equal(itemName, name))
            return itemValue;
    }
    return {};
}

RouteTable::RouteTable() : m_nodes(1) {}

bool RouteTable::add(Method method, const QString &pattern, RouteIndex index) {
    const std::optional<Pattern> parsed = parsePattern(pattern);
    if (!parsed)
        return false;
    int node = 0;
    if (pattern.size() > 1) {
        for (const QString &segment : parsed->segments)
            node = childFor(node, segment);
    }
    std::vector<Endpoint> &endpoints = m_nodes[static_cast<size_t>(node)].endpoints;
    const bool taken = std::any_of(endpoints.begin(), endpoints.end(),
                                   [method](const Endpoint &e) { return e.method == method; });
    if (taken)
        return false;
    endpoints.push_back({method, index, parsed->paramNames});
    return true;
}

RouteTable::Match RouteTable::match(Method method, const QStringList &segments) const {
    QStringList values;
    const bool isRoot = segments.size() == 1 && segments.first().isEmpty();
    const int found = isRoot ? 0 : findNode(0, segments, 0, values);
    if (found < 0 || m_nodes[static_cast<size_t>(found)].endpoints.empty())
        return NotFound{};
    const Node &node = m_nodes[static_cast<size_t>(found)];
    const Endpoint *endpoint = endpointFor(node, method);
    if (endpoint == nullptr && method == Method::Head)
        endpoint = endpointFor(node, Method::Get);
    if (endpoint == nullptr)
        return MethodNotAllowed{allowOf(node)};
    Found match{endpoint->index, {}};
    for (qsizetype i = 0; i < values.size(); ++i)
        match.params.add(endpoint->paramNames.at(i), values.at(i));
    return match;
}

int RouteTable::literalChild(int node, const QString &text) const {
    const auto &literals = m_nodes[static_cast<size_t>(node)].literals;
    const auto it = std::lower_bound(literals.begin(), literals.end(), text, textBefore);
    return it != literals.end() && it->first == text ? it->second : -1;
}

int RouteTable::childFor(int node, const QString &segment) {
    const bool isParam = segment.isEmpty();
    const int known =
        isParam ? m_nodes[static_cast<size_t>(node)].param : literalChild(node, segment);
    if (known >= 0)
        return known;
    const int fresh = static_cast<int>(m_nodes.size());
    m_nodes.emplace_back();
    Node &parent = m_nodes[static_cast<size_t>(node)];
    if (isParam) {
        parent.param = fresh;
    } else {
        const auto at =
            std::lower_bound(parent.literals.begin(), parent.literals.end(), segment, textBefore);
        parent.literals.emplace(at, segment, fresh);
    }
    return fresh;
}

int RouteTable::findNode(int node, const QStringList &segments, qsizetype depth,
                         QStringList &values) const {
    const Node &here = m_nodes[static_cast<size_t>(node)];
    if (depth == segments.size())
        return here.endpoints.empty() ? -1 : node;
    const QString &segment = segments.at(depth);
    if (const int literal = literalChild(node, segment); literal >= 0) {
        const int found = findNode(literal, segments, depth + 1, values);
        if (found >= 0)
            return found;
    }
    if (here.param < 0 || segment.isEmpty())
        return -1;
    values.append(segment);
    const int found = findNode(here.param, segments, depth + 1, values);
    if (found < 0)
        values.removeLast();
    return found;
}

const RouteTable::Endpoint *RouteTable::endpointFor(const Node &node, Method method) {
    for (const Endpoint &endpoint : node.endpoints) {
        if (endpoint.method == method)
            return &endpoint;
    }
    return nullptr;
}

QByteArray RouteTable::allowOf(const Node &node) {
    QByteArrayList names;
    for (const Endpoint &endpoint : node.endpoints)
        names.append(methodName(endpoint.method));
    if (endpointFor(node, Method::Get) != nullptr && endpointFor(node, Method::Head) == nullptr)
        names.append(methodName(Method::Head));
    std::sort(names.begin(), names.end());
    return names.join(", ");
}

} // namespace soban::http
