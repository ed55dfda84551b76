// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/CardVisit.h"

#include "client/Calls.h"

#include <QNetworkReply>
#include <QRegularExpression>
#include <QUrlQuery>

namespace soban::replay {

namespace {

QNetworkRequest requestFor(const QUrl &url) {
    QNetworkRequest request(url);
    request.setTransferTimeout(30'000);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    return request;
}

int statusOf(const QNetworkReply &reply) {
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

/// The one thing of HTML that is needed to read back a hidden input's value.
QString unescaped(QString text) {
    return text.replace(QStringLiteral("&quot;"), QStringLiteral("\""))
        .replace(QStringLiteral("&lt;"), QStringLiteral("<"))
        .replace(QStringLiteral("&gt;"), QStringLiteral(">"))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

QByteArray formOf(const QString &html, const QString &card) {
    static const QRegularExpression kHidden(
        QStringLiteral("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">"));
    QByteArray form = "card=" + QUrl::toPercentEncoding(card);
    for (auto inputs = kHidden.globalMatch(html); inputs.hasNext();) {
        const auto input = inputs.next();
        form += '&' + QUrl::toPercentEncoding(unescaped(input.captured(1))) + '=' +
                QUrl::toPercentEncoding(unescaped(input.captured(2)));
    }
    return form;
}

} // namespace

void CardVisit::begin(Party &customer, QNetworkAccessManager &browser, const QString &card,
                      QObject *context, Done done) {
    auto *visit = new CardVisit(browser, card, context, std::move(done));
    customer.commands().submit<contract::CardRegistrationView>(
        client::calls::startCardRegistration(), visit,
        [visit](const Result<contract::CardRegistrationView, client::ApiError> &registration) {
            if (registration)
                visit->openPage(QUrl(registration->url));
            else
                visit->end(QStringLiteral("no card registration: ") +
                           describe(registration.error()));
        });
}

void CardVisit::goTo(const QUrl &page, QNetworkAccessManager &browser, const QString &card,
                     QObject *context, Done done) {
    (new CardVisit(browser, card, context, std::move(done)))->openPage(page);
}

void CardVisit::openPage(const QUrl &url) {
    QNetworkReply *reply = m_browser.get(requestFor(url));
    connect(reply, &QNetworkReply::finished, this, [this, reply, url] {
        reply->deleteLater();
        if (statusOf(*reply) == 200)
            sendForm(url, QString::fromUtf8(reply->readAll()));
        else
            end(QStringLiteral("the card page answers %1").arg(statusOf(*reply)));
    });
}

void CardVisit::sendForm(const QUrl &page, const QString &html) {
    static const QRegularExpression kAction(
        QStringLiteral("<form method=\"post\" action=\"([^\"]*)\""));
    const QString action = kAction.match(html).captured(1);
    if (action.isEmpty()) {
        end(QStringLiteral("the card page has no form"));
        return;
    }
    QNetworkRequest request = requestFor(page.resolved(QUrl(unescaped(action))));
    request.setHeader(QNetworkRequest::ContentTypeHeader,
                      QStringLiteral("application/x-www-form-urlencoded"));
    QNetworkReply *reply = m_browser.post(request, formOf(html, m_card));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        const QUrl back = QUrl::fromEncoded(reply->rawHeader("Location"));
        if (statusOf(*reply) == 302 && back.isValid())
            goBack(back);
        else
            end(QStringLiteral("the card form answers %1").arg(statusOf(*reply)));
    });
}

void CardVisit::goBack(const QUrl &url) {
    QNetworkReply *reply = m_browser.get(requestFor(url));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        if (statusOf(*reply) == 200)
            end(std::nullopt);
        else
            end(QStringLiteral("the return address answers %1").arg(statusOf(*reply)));
    });
}

void CardVisit::end(const std::optional<QString> &fault) {
    deleteLater();
    if (m_context)
        m_done(fault);
}

} // namespace soban::replay
