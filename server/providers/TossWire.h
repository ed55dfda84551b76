// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "payment/PaymentProvider.h"
#include "providers/HttpCaller.h"

namespace soban::providers::toss {

/// The bodies of the calls of the Toss Payments core API, version 1.
QByteArray chargeBody(const payment::ChargeRequest &request);
QByteArray refundBody(const payment::RefundRequest &request);
QByteArray issueBody(const QString &authKey, const QString &customerKey);

/// 409 IDEMPOTENT_REQUEST_PROCESSING: the same key is still being worked on; send again.
bool asksToSendAgain(const HttpOutcome &outcome);

/// What an answer means. Whatever does not clearly say that money moved, or that it did not, is
/// unknown: time-outs, broken connections, any 5xx, redirects, unreadable bodies, an answer about
/// another payment or amount, ALREADY_PROCESSED_PAYMENT, DUPLICATED_ORDER_ID, PROVIDER_ERROR.
payment::ChargeOutcome readCharge(const HttpOutcome &outcome,
                                  const payment::ChargeRequest &request);
payment::LookUpOutcome readLookUp(const HttpOutcome &outcome, PaymentId payment);
payment::RefundOutcome readRefund(const HttpOutcome &outcome,
                                  const payment::RefundRequest &request);
payment::CardOutcome readCard(const HttpOutcome &outcome, const QString &customerKey);

/// The payment of a PAYMENT_STATUS_CHANGED webhook.
std::optional<PaymentId> readWebhook(const QByteArray &body);

} // namespace soban::providers::toss
