// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/CardRoutes.h"

#include "contract/Identity.h"

namespace soban::api {

using contract::ErrorCode;
using contract::RouteId;

namespace {

/// What the person reads in the browser; the app hears of the card by its event.
http::Answer page(int status, const QString &korean, const QString &english) {
    const QString html =
        QStringLiteral("<!doctype html><html lang=\"ko\"><meta charset=\"utf-8\">"
                       "<meta name=\"viewport\" content=\"width=device-width\"><title>Soban</title>"
                       "<body style=\"font-family:sans-serif;margin:4em auto;max-width:28em;"
                       "color:#241A17\"><h1 style=\"font-size:1.4em\">%1</h1><p lang=\"en\">%2</p>")
            .arg(korean, english);
    return http::Answer::withBody(status, "text/html; charset=utf-8", html.toUtf8())
        .withHeader("Cache-Control", "no-store")
        .withHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
}

http::Answer donePage() {
    return page(200, QStringLiteral("카드가 등록되었어요. 이 창은 닫으셔도 돼요."),
                QStringLiteral("Your card is registered. You may close this window."));
}

http::Answer failedPage() {
    return page(422, QStringLiteral("카드를 등록하지 못했어요. 앱에서 다시 시도해 주세요."),
                QStringLiteral("The card was not registered. Please try again from the app."));
}

} // namespace

CardRoutes::CardRoutes(CommandDesk &commands, WriteQueue &writes, const WriteModel &model,
                       ReadPool &readers, Provider provider, std::function<QUrl()> publicUrl)
    : m_commands(commands)
    , m_writes(writes)
    , m_model(model)
    , m_readers(readers)
    , m_provider(std::move(provider))
    , m_publicUrl(std::move(publicUrl)) {}

RouteFunctions CardRoutes::functions() {
    return {{RouteId::StartCardRegistration, [this](const Call &call) { start(call); }},
            {RouteId::FinishCardRegistration, [this](const Call &call) { finish(call); }},
            {RouteId::ListCards, [this](const Call &call) { list(call); }},
            {RouteId::HintPayment, [this](const Call &call) { hint(call); }}};
}

void CardRoutes::start(const Call &call) {
    m_commands.run(call, [this, customer = call.account()](const WriteModel &model) {
        const QString customerKey = model.cards.begin(customer);
        QUrl back = m_publicUrl();
        back.setPath(contract::pathOf(RouteId::FinishCardRegistration));
        const QUrl url = m_provider.port.registrationUrl(customerKey, back);
        const contract::CardRegistrationView view{url.toString(QUrl::FullyEncoded)};
        return CommandAnswer{201, contract::encode(view), true, {}};
    });
}

void CardRoutes::finish(const Call &call) {
    const auto customerKey = call.request.queryValue(u"customerKey");
    const auto authKey = call.request.queryValue(u"authKey");
    if (!customerKey || !authKey) {
        call.reply.send(failedPage());
        return;
    }
    auto begun = std::make_shared<bool>(false);
    const auto work = [this, begun, key = *customerKey] { *begun = m_model.cards.isBegun(key); };
    const auto done = [this, call, begun, customer = *customerKey, auth = *authKey](bool) {
        if (*begun)
            issue(call, customer, auth);
        else
            call.reply.send(failedPage());
    };
    if (!m_writes.submit(work, done))
        refuse(call, ErrorCode::Unavailable);
}

void CardRoutes::issue(const Call &call, const QString &customerKey, const QString &authKey) {
    QMetaObject::invokeMethod(&m_provider.thread, [this, call, customerKey, authKey] {
        m_provider.port.issueCard(authKey, customerKey,
                                  [this, call, customerKey](payment::CardOutcome outcome) {
                                      record(call, customerKey, outcome);
                                  });
    });
}

void CardRoutes::record(const Call &call, const QString &customerKey,
                        const payment::CardOutcome &outcome) {
    const auto *issued = std::get_if<payment::IssuedCard>(&outcome);
    if (!issued) {
        call.reply.send(failedPage());
        return;
    }
    const auto work = [this, customerKey, card = *issued] {
        m_model.cards.complete(customerKey, card);
    };
    const auto done = [reply = call.reply](bool durable) {
        reply.send(durable ? donePage() : failedPage());
    };
    if (!m_writes.submit(work, done))
        refuse(call, ErrorCode::Unavailable);
}

void CardRoutes::list(const Call &call) {
    answerFromReader(m_readers, call, [customer = call.account()](const ReadModel &model) {
        return jsonAnswer(200, contract::encode(model.people.cards(customer)));
    });
}

/// Anyone may have sent it: whatever it says, the answer is the same. It is read here, so that the
/// thread that charges cards gets no more than a payment's id.
void CardRoutes::hint(const Call &call) {
    if (const auto payment = m_provider.port.paymentHintedBy(call.request.body()))
        m_provider.hint(*payment);
    call.reply.send(http::Answer::text(200, "noted\n"));
}

} // namespace soban::api
