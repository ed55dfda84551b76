// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ApiCaller.h"

#include <QDeadlineTimer>

namespace soban::testing {

namespace {

constexpr int kConnectMs = 5000;

void appendHeader(QByteArray &out, QByteArrayView name, const QByteArray &value) {
    out.append(name).append(": ").append(value).append("\r\n");
}

ApiAnswer parseHead(const QByteArray &head) {
    ApiAnswer answer;
    const QList<QByteArray> lines = head.split('\n');
    answer.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray &line : lines.sliced(1)) {
        const auto colon = line.indexOf(':');
        answer.headers.append({line.left(colon), line.mid(colon + 1).trimmed()});
    }
    return answer;
}

bool hasBody(const ApiAnswer &answer, bool toHead) {
    return !toHead && answer.status >= 200 && answer.status != 204 && answer.status != 304;
}

} // namespace

QByteArray ApiAnswer::header(QByteArrayView name) const {
    for (const auto &[known, value] : headers) {
        if (QByteArrayView(known).compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

std::optional<contract::Problem> ApiAnswer::problem() const {
    if (header("Content-Type") != "application/problem+json")
        return std::nullopt;
    auto read = as<contract::Problem>();
    return read && read->status == status ? read : std::nullopt;
}

ApiCaller::ApiCaller(const QUrl &server) : m_server(server) {}

ApiAnswer ApiCaller::call(const ApiCall &call) {
    return send(call) ? receive() : ApiAnswer();
}

bool ApiCaller::send(const ApiCall &call) {
    // What the server closed meanwhile is only noticed by looking.
    if (m_socket.state() == QAbstractSocket::ConnectedState)
        m_socket.waitForReadyRead(0);
    if (m_socket.state() != QAbstractSocket::ConnectedState) {
        m_buffer.clear();
        m_socket.abort();
        m_socket.connectToHost(m_server.host(), quint16(m_server.port()));
        if (!m_socket.waitForConnected(kConnectMs))
            return false;
        m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    }
    QByteArray out = call.method + ' ' + call.target + " HTTP/1.1\r\n";
    appendHeader(out, "Host", m_server.authority().toLatin1());
    if (!call.token.isEmpty())
        appendHeader(out, "Authorization", "Bearer " + call.token);
    if (!call.key.isEmpty())
        appendHeader(out, "Idempotency-Key", call.key);
    if (!call.ifMatch.isEmpty())
        appendHeader(out, "If-Match", call.ifMatch);
    if (!call.body.isEmpty()) {
        appendHeader(out, "Content-Type", "application/json");
        appendHeader(out, "Content-Length", QByteArray::number(call.body.size()));
    }
    for (const auto &[name, value] : call.headers)
        appendHeader(out, name, value);
    out.append("\r\n").append(call.body);
    m_sentHead = call.method == "HEAD";
    return m_socket.write(out) == out.size() && m_socket.flush();
}

ApiAnswer ApiCaller::receive(std::chrono::milliseconds limit) {
    if (!readUntil([this] { return m_buffer.contains("\r\n\r\n"); }, limit))
        return {};
    const auto headSize = m_buffer.indexOf("\r\n\r\n");
    ApiAnswer answer = parseHead(m_buffer.left(headSize));
    m_buffer.remove(0, headSize + 4);
    const qint64 size =
        hasBody(answer, m_sentHead) ? answer.header("Content-Length").toLongLong() : 0;
    if (!readUntil([this, size] { return m_buffer.size() >= size; }, limit))
        return {};
    answer.body = m_buffer.left(size);
    m_buffer.remove(0, size);
    if (answer.status == 101 || answer.header("Connection").contains("close"))
        m_socket.abort();
    return answer;
}

bool ApiCaller::readUntil(const std::function<bool()> &isEnough, std::chrono::milliseconds limit) {
    const QDeadlineTimer deadline(limit);
    while (!isEnough()) {
        if (m_socket.bytesAvailable() == 0 &&
            (deadline.hasExpired() || !m_socket.waitForReadyRead(int(deadline.remainingTime())))) {
            m_socket.abort(); // a late answer must not be taken for that of the next call
            return false;
        }
        m_buffer.append(m_socket.readAll());
    }
    return true;
}

} // namespace soban::testing
