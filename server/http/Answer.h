// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/Request.h"

#include <QByteArray>
#include <QList>

namespace soban::http {

/// What is sent back for one request: a value. The transport itself adds Content-Length and
/// Connection, and leaves the body out for HEAD, 204 and 304.
class Answer {
public:
    /// A status and nothing else, for example 204.
    static Answer empty(int status);
    /// A body with its media type, for example "application/json".
    static Answer withBody(int status, const QByteArray &contentType, const QByteArray &body);
    /// Plain UTF-8 text.
    static Answer text(int status, const QByteArray &utf8);

    int status() const { return m_status; }
    const QByteArray &contentType() const { return m_contentType; }
    const QByteArray &body() const { return m_body; }
    const QList<Header> &headers() const { return m_headers; }
    bool closesConnection() const { return m_closeConnection; }

    /// Adds a header. Refused (false, answer unchanged): a name that is no token, a value with CR,
    /// LF or another control character, and Content-Length, Content-Type, Transfer-Encoding and
    /// Connection, which have their own place.
    [[nodiscard]] bool addHeader(const QByteArray &name, const QByteArray &value);

    /// addHeader() for chaining; a refused header is left out and warned of in the log.
    Answer &withHeader(const QByteArray &name, const QByteArray &value) &;
    Answer &&withHeader(const QByteArray &name, const QByteArray &value) &&;

    /// What says that the client has this answer already: 304 with its headers, without its body.
    Answer unchanged() const;

    /// Ends the connection after this answer.
    Answer &closeConnection() &;
    Answer &&closeConnection() &&;

private:
    explicit Answer(int status);

    int m_status;
    bool m_closeConnection = false;
    QByteArray m_contentType;
    QByteArray m_body;
    QList<Header> m_headers;
};

} // namespace soban::http
