// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/ApiAnswer.h"

#include <QJsonDocument>

namespace soban::sandbox {

namespace {

struct KnownError {
    int status;
    const char *code;
    const char16_t *message;
};

constexpr KnownError kErrors[] = {
    {400, "INVALID_REQUEST", u"잘못된 요청입니다."},
    {400, "INVALID_ORDER_ID", u"주문번호 형식이 올바르지 않습니다."},
    {400, "DUPLICATED_ORDER_ID", u"이미 승인 및 취소가 진행된 중복된 주문번호 입니다."},
    {400, "BELOW_MINIMUM_AMOUNT", u"신용카드는 결제금액이 100원 이상부터 결제가 가능합니다."},
    {400, "INVALID_BILL_KEY_REQUEST",
     u"빌링키 인증이 완료되지 않았거나 유효하지 않은 빌링 거래 건입니다."},
    {400, "INVALID_CARD_EXPIRATION", u"카드 정보를 다시 확인해주세요. (유효기간)"},
    {400, "INVALID_IDEMPOTENCY_KEY", u"멱등키는 300자 이하여야 합니다."},
    {400, "ALREADY_PROCESSED_PAYMENT", u"이미 처리된 결제 입니다."},
    {400, "ALREADY_CANCELED_PAYMENT", u"이미 취소된 결제 입니다."},
    {400, "PROVIDER_ERROR", u"일시적인 오류가 발생했습니다. 잠시 후 다시 시도해주세요."},
    {401, "UNAUTHORIZED_KEY", u"인증되지 않은 시크릿 키 혹은 클라이언트 키 입니다."},
    {403, "REJECT_CARD_PAYMENT", u"한도초과 혹은 잔액부족으로 결제에 실패했습니다."},
    {403, "REJECT_CARD_COMPANY", u"결제 승인이 거절되었습니다."},
    {403, "EXCEED_MAX_AMOUNT", u"거래금액 한도를 초과했습니다."},
    {403, "NOT_MATCHES_CUSTOMER_KEY", u"빌링 인증 고객키와 결제 요청 고객키가 일치하지 않습니다."},
    {403, "NOT_CANCELABLE_AMOUNT", u"취소 할 수 없는 금액 입니다."},
    {403, "NOT_CANCELABLE_PAYMENT", u"취소 할 수 없는 결제 입니다."},
    {403, "FORBIDDEN_REQUEST", u"허용되지 않은 요청입니다."},
    {404, "NOT_FOUND", u"존재하지 않는 정보 입니다."},
    {404, "NOT_FOUND_PAYMENT", u"존재하지 않는 결제 정보 입니다."},
    {404, "NOT_FOUND_PAYMENT_SESSION",
     u"결제 시간이 만료되어 결제 진행 데이터가 존재하지 않습니다."},
    {409, "IDEMPOTENT_REQUEST_PROCESSING", u"이전 멱등 요청이 처리중입니다."},
    {429, "TOO_MANY_REQUESTS", u"요청이 너무 많습니다. 잠시 후 다시 시도해주세요."},
    {500, "FAILED_INTERNAL_SYSTEM_PROCESSING",
     u"내부 시스템 처리 작업이 실패했습니다. 잠시 후 다시 시도해주세요."},
    {500, "UNKNOWN_PAYMENT_ERROR",
     u"결제에 실패했어요. 같은 문제가 반복된다면 은행이나 카드사로 문의해주세요."},
};

} // namespace

ApiError apiError(QStringView code) {
    for (const KnownError &known : kErrors) {
        if (code == QLatin1StringView(known.code))
            return {known.status, code.toString(), QString::fromUtf16(known.message)};
    }
    return {400, code.toString(), code.toString()};
}

ApiAnswer ApiAnswer::of(const QJsonObject &document, int status) {
    return {status, QJsonDocument(document).toJson(QJsonDocument::Compact)};
}

ApiAnswer ApiAnswer::of(const ApiError &error) {
    return of({{QStringLiteral("code"), error.code}, {QStringLiteral("message"), error.message}},
              error.status);
}

http::Answer ApiAnswer::toHttp() const {
    return http::Answer::withBody(status, QByteArrayLiteral("application/json;charset=UTF-8"),
                                  body);
}

QString tossTime(Instant moment) {
    constexpr int kKoreaSeconds = 9 * 3600;
    return moment.toUtc().toOffsetFromUtc(kKoreaSeconds).toString(Qt::ISODate);
}

std::optional<QJsonObject> parseJsonObject(const QByteArray &body) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return std::nullopt;
    return document.object();
}

QString textIn(const QJsonObject &object, const char *name) {
    return object.value(QLatin1StringView(name)).toString();
}

std::optional<qint64> wonIn(const QJsonObject &object, QLatin1StringView name) {
    constexpr qint64 kMostWon = 1'000'000'000;
    const qint64 won = object.value(name).toInteger(0);
    return won >= 1 && won <= kMostWon ? std::optional(won) : std::nullopt;
}

} // namespace soban::sandbox
