// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "replay/Party.h"

#include <QNetworkAccessManager>
#include <QPointer>

namespace soban::replay {

/// A customer registers a card as people do: the app asks the server for the provider's page, and
/// the browser opens it, sends its form and follows it back to the server. Deletes itself.
class CardVisit : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const std::optional<QString> &fault)>;

    /// `card` is the value of the page's button. `done` is not called after `context` has died; the
    /// others must outlive the visit.
    static void begin(Party &customer, QNetworkAccessManager &browser, const QString &card,
                      QObject *context, Done done);

    /// The browser's share: from the page that the app has opened.
    static void goTo(const QUrl &page, QNetworkAccessManager &browser, const QString &card,
                     QObject *context, Done done);

private:
    CardVisit(QNetworkAccessManager &browser, QString card, QObject *context, Done done)
        : m_browser(browser)
        , m_card(std::move(card))
        , m_context(context)
        , m_done(std::move(done)) {}

    void openPage(const QUrl &url);
    void sendForm(const QUrl &page, const QString &html);
    void goBack(const QUrl &url);
    void end(const std::optional<QString> &fault);

    QNetworkAccessManager &m_browser;
    const QString m_card;
    const QPointer<QObject> m_context;
    const Done m_done;
};

} // namespace soban::replay
