// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/Answer.h"

#include "http/HeaderSyntax.h"

#include <QtGlobal>

#include <algorithm>

namespace soban::http {

namespace {

bool belongsToTransport(const QByteArray &name) {
    static constexpr QByteArrayView kOwn[] = {"content-length", "content-type", "connection",
                                              "transfer-encoding"};
    return std::any_of(std::begin(kOwn), std::end(kOwn), [&name](QByteArrayView own) {
        return own.compare(name, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

Answer::Answer(int status) : m_status(status) {
    Q_ASSERT(status >= 200 && status <= 599);
}

Answer Answer::empty(int status) {
    return Answer(status);
}

Answer Answer::withBody(int status, const QByteArray &contentType, const QByteArray &body) {
    Q_ASSERT(isFieldValue(contentType));
    Answer answer(status);
    answer.m_contentType =
        isFieldValue(contentType) ? contentType : QByteArrayLiteral("application/octet-stream");
    answer.m_body = body;
    return answer;
}

Answer Answer::text(int status, const QByteArray &utf8) {
    return withBody(status, QByteArrayLiteral("text/plain; charset=utf-8"), utf8);
}

bool Answer::addHeader(const QByteArray &name, const QByteArray &value) {
    if (!isToken(name) || !isFieldValue(value) || belongsToTransport(name))
        return false;
    m_headers.append({name, value});
    return true;
}

Answer &Answer::withHeader(const QByteArray &name, const QByteArray &value) & {
    if (!addHeader(name, value))
        qWarning("http: refused header %s of an answer", name.toPercentEncoding("-_").constData());
    return *this;
}

Answer &&Answer::withHeader(const QByteArray &name, const QByteArray &value) && {
    return std::move(withHeader(name, value));
}

Answer Answer::unchanged() const {
    constexpr int kNotModified = 304;
    Answer answer(kNotModified);
    answer.m_headers = m_headers;
    return answer;
}

Answer &Answer::closeConnection() & {
    m_closeConnection = true;
    return *this;
}

Answer &&Answer::closeConnection() && {
    return std::move(closeConnection());
}

} // namespace soban::http
