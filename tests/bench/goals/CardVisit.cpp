// SPDX-License-Identifier: GPL-3.0-or-later
#include "goals/CardVisit.h"

#include "stage/Requests.h"
#include "support/PlainHttp.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace soban::bench {

namespace {

/// Fills in the form of the page; where it leads back to.
QUrl choose(testing::PlainHttp &browser, const QUrl &page) {
    // What the page hides in its form is in its own address.
    const QByteArray form = page.query(QUrl::FullyEncoded).toLatin1() + "&card=normal";
    QUrl target(page);
    target.setQuery(QString());
    const auto chosen =
        browser.send("POST", target, form, {{"Content-Type", "application/x-www-form-urlencoded"}});
    return QUrl::fromEncoded(chosen.location);
}

} // namespace

Fault registerCards(HttpLoad &server, const QList<QByteArray> &tokens) {
    testing::PlainHttp browser;
    for (const QByteArray &token : tokens) {
        const auto begun = server.ask(postRequest("/api/v1/card-registrations", token, {}));
        const QUrl page(QJsonDocument::fromJson(begun ? begun->body : QByteArray())
                            .object()[QLatin1StringView("url")]
                            .toString());
        const QUrl back = choose(browser, page);
        const auto finished = server.ask(getRequest(back.path(QUrl::FullyEncoded).toLatin1() + '?' +
                                                    back.query(QUrl::FullyEncoded).toLatin1()));
        if (!finished || finished->status != 200)
            return QStringLiteral("a card cannot be registered");
    }
    return std::nullopt;
}

} // namespace soban::bench
