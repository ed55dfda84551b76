// SPDX-License-Identifier: GPL-3.0-or-later
// The shop's real window on the real server, with a customer beside it who orders over the API.
#pragma once

#include "client-shop/ShopWindow.h"
#include "client/Calls.h"
#include "support/DemoTown.h"
#include "ui/SobanStyle.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace soban::testing {

class TestTown;

class ShopBench {
public:
    explicit ShopBench(ui::Look &look) : m_look(look) {}

    /// Starts sandbox and server with the demo town, and signs the customer in; false if it fails.
    bool start();
    /// Opens the window of the kitchen of a town that is there already, in place of `start`.
    bool openWindow(const TestTown &town);
    /// Signs the shop in, in a place of its own; or again where it was.
    bool openWindow(bool isAgain = false);
    void closeWindow();
    /// Who signs in from now on; the first shop unless told.
    void setLogin(const QString &login) { m_login = login; }

    DemoTown &town() { return m_town; }
    /// What the shop's loudspeakers were given.
    const QList<desk::SoundKind> &heard() const { return m_heard; }
    shop_app::ShopWindow &window() { return *m_window; }
    desk::Desk &shop() { return *m_desk; }
    desk::Desk &customer() { return *m_customer; }
    ui::Look &look() { return m_look; }
    /// Where the app keeps its files.
    QString file(const QString &name) const { return m_place->filePath(name); }

    /// Places an order to be collected, to be paid at the counter.
    std::optional<contract::OrderView> order(std::optional<Instant> wantedAt = {});
    /// Places an order that the shop brings, with words on a card, to be paid at the door.
    std::optional<contract::OrderView> bouquet(Instant wantedAt);
    /// The shop's steps with an order over the API, up to its end.
    bool accept(OrderId order, int minutes = 20);
    bool finish(OrderId order);
    bool complete(OrderId order);
    std::optional<contract::ReviewView> review(OrderId order, int stars, const QString &words);

    /// What the API answers; nothing if it refuses.
    template <typename Answer>
    static std::optional<Answer> ask(desk::Desk &desk, const client::Call<Answer> &call) {
        std::optional<Answer> got;
        bool isAnswered = false;
        QObject context;
        desk.api().send(call, &context, client::Callback<Answer>([&](const auto &answer) {
                            isAnswered = true;
                            if (answer)
                                got = *answer;
                        }));
        if (!QTest::qWaitFor([&] { return isAnswered; }, 10'000))
            qWarning("no answer came");
        return got;
    }
    template <typename Answer>
    static std::optional<Answer> tell(desk::Desk &desk, const client::Command<Answer> &command) {
        std::optional<Answer> got;
        bool isAnswered = false;
        QObject context;
        desk.commands().submit(command, &context, client::Callback<Answer>([&](const auto &answer) {
                                   isAnswered = true;
                                   if (answer)
                                       got = *answer;
                               }));
        if (!QTest::qWaitFor([&] { return isAnswered; }, 10'000))
            qWarning("no answer came");
        return got;
    }

    /// Whether a text that can be seen has these words.
    bool sees(const QString &words) const;
    /// Saves the window under SOBAN_PICTURES, if that is set.
    void save(const QString &name) { save(*m_window, name); }
    static void save(QWidget &window, const QString &name);
    /// The same in Korean and English, light and dark, and with text twice as large.
    void saveInEachLook(const QString &name);
    /// What takes the keyboard and has no name; empty if all have one.
    QString nameless() const;

private:
    void makeWindow(const QString &server);
    /// The orders may come.
    bool isReady() const;

    ui::Look &m_look;
    DemoTown m_town;
    QString m_login = QStringLiteral("shop1@demo.soban");
    QList<desk::SoundKind> m_heard;
    QTemporaryDir m_customerPlace;
    std::unique_ptr<desk::Desk> m_customer;
    std::unique_ptr<QTemporaryDir> m_place;
    std::unique_ptr<desk::Desk> m_desk;
    std::unique_ptr<shop_app::ShopWindow> m_window;
};

} // namespace soban::testing
