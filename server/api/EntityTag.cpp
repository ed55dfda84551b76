// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/EntityTag.h"

#include <QCryptographicHash>

#include <algorithm>

namespace soban::api {

namespace {

constexpr QByteArrayView kCondition("If-None-Match");
constexpr qsizetype kDocumentDigits = 8;

QByteArray hexHashOf(const QByteArray &bytes, qsizetype digits) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(digits);
}

bool isBlankInList(char c) {
    return c == ' ' || c == '\t';
}

/// Reads a list of entity tags from its front.
class TagList {
public:
    explicit TagList(QByteArrayView text) : m_rest(text) {}

    /// Skips what may stand between two tags; false at the end.
    bool hasMore() {
        const auto *next = std::find_if(m_rest.begin(), m_rest.end(),
                                        [](char c) { return c != ',' && !isBlankInList(c); });
        m_rest = m_rest.sliced(next - m_rest.begin());
        return !m_rest.isEmpty();
    }
    /// The next tag with its quotes, without what makes it weak; nothing if that is none.
    std::optional<QByteArrayView> take() {
        if (m_rest.startsWith("W/"))
            m_rest = m_rest.sliced(2);
        const qsizetype end = m_rest.startsWith('"') ? m_rest.indexOf('"', 1) : -1;
        if (end < 0)
            return std::nullopt;
        const QByteArrayView tag = m_rest.first(end + 1);
        m_rest = m_rest.sliced(end + 1);
        return std::any_of(tag.begin(), tag.end(), isBlankInList) || !endsHere()
                   ? std::nullopt
                   : std::optional(tag);
    }

private:
    /// Whether a tag may end where the list now begins.
    bool endsHere() const {
        const auto *next =
            std::find_if(m_rest.begin(), m_rest.end(), [](char c) { return !isBlankInList(c); });
        return next == m_rest.end() || *next == ',';
    }

    QByteArrayView m_rest;
};

/// Whether a list names the tag; nothing if it is malformed.
std::optional<bool> listNames(QByteArrayView list, QByteArrayView tag) {
    bool isNamed = false;
    for (TagList tags(list); tags.hasMore();) {
        const auto next = tags.take();
        if (!next)
            return std::nullopt;
        isNamed = isNamed || *next == tag;
    }
    return isNamed;
}

} // namespace

QByteArray tagOf(const QByteArray &bytes) {
    constexpr qsizetype kDigits = 16;
    return '"' + hexHashOf(bytes, kDigits) + '"';
}

QByteArray tagOf(int version, const QByteArray &document) {
    return '"' + QByteArray::number(version) + '-' + hexHashOf(document, kDocumentDigits) + '"';
}

bool isDocumentHash(QByteArrayView text) {
    return text.size() == kDocumentDigits && std::all_of(text.begin(), text.end(), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
           });
}

bool holdsAlready(const http::Request &request, QByteArrayView tag) {
    const auto first = request.header(kCondition);
    if (!first)
        return false;
    if (request.headerCount(kCondition) == 1)
        return *first == "*" || listNames(*first, tag).value_or(false);
    QByteArrayList lists;
    for (const http::Header &header : request.headers()) {
        if (kCondition.compare(header.name, Qt::CaseInsensitive) == 0)
            lists.append(header.value);
    }
    return listNames(lists.join(','), tag).value_or(false);
}

TaggedAnswer::TaggedAnswer(const QByteArray &tag, http::Answer answer)
    : m_tag(tag)
    , m_whole(std::move(answer).withHeader("ETag", tag))
    , m_unchanged(m_whole.unchanged()) {}

} // namespace soban::api
