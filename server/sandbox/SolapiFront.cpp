// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/SolapiFront.h"

#include <QTimer>

namespace soban::sandbox {

namespace {

ApiAnswer internalError() {
    return SolapiApi::error(500, QStringLiteral("InternalServerError"),
                            QStringLiteral("처리 중 오류가 발생했습니다."));
}

} // namespace

SolapiFront::SolapiFront(SolapiApi &api, FaultPlan &faults, SolapiSignatures signatures,
                         QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_faults(faults)
    , m_signatures(std::move(signatures))
    , m_endings({internalError(), internalError()}) {}

void SolapiFront::serve(Operation operation, const http::Request &request,
                        const http::Reply &reply) {
    const auto fault = m_faults.decide(operation);
    if (fault && fault->kind == FaultKind::Down) {
        reply.send(http::Answer::text(503, "upstream unavailable\n"));
        return;
    }
    if (!m_signatures.accept(request.header("Authorization").value_or(QByteArray()))) {
        reply.send(SolapiApi::error(403, QStringLiteral("SignatureDoesNotMatch"),
                                    QStringLiteral("시그니처가 일치하지 않습니다."))
                       .toHttp());
        return;
    }
    const Course course = courseOf(fault);
    QTimer::singleShot(
        course.beforeWork, Qt::PreciseTimer, this,
        [this, operation, course, request, reply] { work(operation, course, request, reply); });
}

void SolapiFront::work(Operation operation, const Course &course, const http::Request &request,
                       const http::Reply &reply) {
    ApiAnswer answer;
    if (course.works && operation == Operation::SendMessage)
        answer = m_api.send(request.body());
    else if (course.works)
        answer = m_api.list(request);
    QTimer::singleShot(course.afterWork, Qt::PreciseTimer, this,
                       [this, course, request, reply, answer] {
                           m_endings.end(course.ending, request, reply, answer);
                       });
}

} // namespace soban::sandbox
