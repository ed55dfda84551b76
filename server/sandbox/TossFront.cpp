// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/TossFront.h"

#include <QTimer>

namespace soban::sandbox {

namespace {

constexpr qsizetype kLongestIdempotencyKey = 300;

template <typename Work>
void after(std::chrono::milliseconds delay, QObject *context, Work work) {
    if (delay.count() > 0)
        QTimer::singleShot(delay, Qt::PreciseTimer, context, std::move(work));
    else
        work();
}

} // namespace

TossFront::TossFront(Parts parts, QByteArray secretKey, QObject *parent)
    : QObject(parent)
    , m_api(parts.api)
    , m_faults(parts.faults)
    , m_book(parts.book)
    , m_file(parts.file)
    , m_secretKey(std::move(secretKey))
    , m_endings({ApiAnswer::of(apiError(u"FAILED_INTERNAL_SYSTEM_PROCESSING")),
                 ApiAnswer::of(apiError(u"PROVIDER_ERROR"))}) {}

bool TossFront::isAuthorized(const http::Request &request) const {
    const QByteArray expected = "Basic " + QByteArray(m_secretKey + ':').toBase64();
    return request.headerCount("Authorization") == 1 && request.header("Authorization") == expected;
}

void TossFront::serve(Operation operation, const http::Request &request,
                      const http::RouteParams &params, const http::Reply &reply) {
    const std::optional<FaultRule> fault = m_faults.decide(operation);
    if (fault && fault->kind == FaultKind::Down) {
        reply.send(http::Answer::text(503, "upstream unavailable\n"));
        return;
    }
    if (!isAuthorized(request)) {
        reply.send(ApiAnswer::of(apiError(u"UNAUTHORIZED_KEY")).toHttp());
        return;
    }
    if (const auto code = request.header("TossPayments-Test-Code")) {
        reply.send(ApiAnswer::of(apiError(QString::fromLatin1(*code))).toHttp());
        return;
    }
    Job job{operation, request, params, reply, courseOf(fault), {}};
    const std::optional<ApiAnswer> known = takeIdempotencyKey(job);
    if (known) {
        after(job.course.afterWork, this, [this, job, answer = *known] { end(job, answer); });
        return;
    }
    after(job.course.beforeWork, this, [this, job] { work(job); });
}

std::optional<ApiAnswer> TossFront::takeIdempotencyKey(Job &job) {
    const QByteArray key = job.request.header("Idempotency-Key").value_or(QByteArray());
    if (job.request.method() != http::Method::Post || key.isEmpty())
        return std::nullopt;
    if (key.size() > kLongestIdempotencyKey)
        return ApiAnswer::of(apiError(u"INVALID_IDEMPOTENCY_KEY"));
    const QByteArray scope =
        IdempotencyBook::scopeOf(key, m_secretKey, "POST " + job.request.path());
    const IdempotencyBook::Verdict verdict = m_book.begin(scope);
    if (const auto *answer = std::get_if<ApiAnswer>(&verdict))
        return *answer;
    if (std::holds_alternative<IdempotencyBook::Running>(verdict))
        return ApiAnswer::of(apiError(u"IDEMPOTENT_REQUEST_PROCESSING"));
    job.scope = scope;
    return std::nullopt;
}

void TossFront::work(const Job &job) {
    if (!job.course.works) {
        m_book.abandon(job.scope);
        after(job.course.afterWork, this, [this, job] { end(job, {}); });
        return;
    }
    const TossApi::Told told =
        m_api.run(job.operation, job.params, job.request.body(),
                  job.course.declines ? QStringLiteral("REJECT_CARD_PAYMENT") : QString());
    after(job.course.afterWork + told.delay, this, [this, job, answer = told.answer] {
        if (!job.scope.isEmpty())
            m_file.append(m_book.finish(job.scope, answer));
        end(job, answer);
    });
}

void TossFront::end(const Job &job, const ApiAnswer &answer) {
    m_endings.end(job.course.ending, job.request, job.reply, answer);
}

} // namespace soban::sandbox
