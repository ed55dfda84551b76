// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace soban::bench {

struct Response {
    int status = 0;
    QByteArray body;
    QByteArray tag = {}; ///< the ETag, if there is one
};

/// Takes the answers of one HTTP/1.1 connection apart: as little as a load generator needs. A body
/// has a Content-Length, or there is none.
class ResponseReader {
public:
    void feed(QByteArrayView bytes) { m_buffer.append(bytes); }

    /// The next answer that has come whole. After a 101 what follows is not HTTP: see `takeRest`.
    std::optional<Response> take();
    /// What came behind the answers taken so far.
    QByteArray takeRest();
    /// The bytes are not what a server of ours sends; nothing more is read.
    bool isBroken() const { return m_isBroken; }

private:
    struct Head {
        int status = 0;
        qsizetype bodyBytes = 0;
        QByteArray tag = {};
    };
    static std::optional<Head> parseHead(QByteArrayView head);
    void drop(qsizetype bytes);

    QByteArray m_buffer;
    qsizetype m_begin = 0; ///< of what was not taken yet
    bool m_isBroken = false;
};

} // namespace soban::bench
