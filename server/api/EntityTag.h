// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Answer.h"
#include "http/Request.h"

namespace soban::api {

/// The entity tag of what has no version: `"0a1b2c3d4e5f6071"`, a hash of its bytes. The same on
/// every server and after every start.
QByteArray tagOf(const QByteArray &bytes);
/// The entity tag of one party's document of that version: `"7-1a2b3c4d"`. The hash tells the
/// documents of several parties apart, and those that change with a version that stays (a review).
QByteArray tagOf(int version, const QByteArray &document);

/// Whether that is how the hash of a document is written in such a tag.
bool isDocumentHash(QByteArrayView text);

/// Whether the caller says in If-None-Match that it has what this tag stands for (RFC
/// 9110, 13.1.2): one of a list, weak or not, or `*` for whatever there is. All headers of that
/// name are one list; a list with anything in it that is no entity tag is ignored.
bool holdsAlready(const http::Request &request, QByteArrayView tag);

/// An answer to a read, and the word to who has it already: 304 with the same headers and no body.
class TaggedAnswer {
public:
    /// Adds the tag to the answer.
    TaggedAnswer(const QByteArray &tag, http::Answer answer);

    const QByteArray &tag() const { return m_tag; }
    /// The one of both that the request asks for.
    const http::Answer &to(const http::Request &request) const {
        return holdsAlready(request, m_tag) ? m_unchanged : m_whole;
    }

private:
    QByteArray m_tag;
    http::Answer m_whole;
    http::Answer m_unchanged;
};

} // namespace soban::api
