// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/Calls.h"
#include "client/EventStream.h"
#include "desk/Desk.h"
#include "support/ChildProcess.h"

#include <QTemporaryDir>
#include <QTest>

namespace soban::testing {

/// The demo town with a server that can be stopped and started again on the same database and
/// port, and a payment sandbox.
class DemoTown {
public:
    /// Nothing, or the reason.
    std::optional<QString> start();
    /// As an operator would: SIGTERM. False if it did not end well.
    bool stopServer();
    bool startServer();
    bool isServerRunning() const { return m_server && m_server->isRunning(); }

    const QString &address() const { return m_address; }
    quint16 port() const { return quint16(QUrl(m_address).port()); }

private:
    QTemporaryDir m_folder;
    QString m_sandboxAddress;
    QString m_address;
    std::unique_ptr<ChildProcess> m_sandbox;
    std::unique_ptr<ChildProcess> m_server;
};

/// Somebody of the demo town without a window, who also hears all events that are meant for them.
/// A test fails when what they ask is not answered.
class Person {
public:
    /// Signs in.
    Person(const QString &address, const QString &login);

    client::ApiClient &api() { return m_api; }
    AccountId account() const { return m_session.account()->id; }

    template <typename Answer>
    Result<Answer, client::ApiError> tryTo(const client::Call<Answer> &call) {
        std::optional<Result<Answer, client::ApiError>> result;
        m_api.send(call, &m_api,
                   client::Callback<Answer>([&](const auto &answer) { result.emplace(answer); }));
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 20'000))
            qFatal("no answer within 20 s");
        return *result;
    }
    template <typename Answer>
    Answer ask(const client::Call<Answer> &call) {
        const auto result = tryTo(call);
        if (!result)
            qFatal("refused: %s", qPrintable(result.error().detail));
        return *result;
    }

    /// How many events of that type about that order have come so far.
    int heard(EventType type, OrderId order) const;

private:
    SystemClock m_clock;
    client::HttpTransport m_transport;
    client::MemoryTokenStore m_tokens;
    client::Session m_session;
    client::ApiClient m_api;
    client::EventStream m_stream;
    QList<contract::EventEnvelope> m_events;
};

struct DemoOrder {
    OrderId id;
    QString code; ///< that its customer shows at the door
};

/// The shop takes orders at any hour from now on.
void keepOpen(Person &owner);

/// A meal of the owner's shop, to the customer's first address, on a rider of the platform, paid at
/// the door: placed.
DemoOrder placeMeal(Person &customer, Person &owner);
void acceptMeal(Person &owner, OrderId order);
/// From accepted to ready for a rider.
void cookMeal(Person &owner, OrderId order);
/// All of it.
DemoOrder mealForRiders(Person &customer, Person &owner);

struct DeskSetup {
    desk::App app;
    QString address;
    QString folder;                             ///< settings, journal, caches
    std::chrono::milliseconds linkGrace{2'500}; ///< before a lost line is told
    client::EventStreamOptions stream = {};
    client::CommandQueueOptions queue = {};
    QList<desk::SoundKind> *heard = nullptr; ///< gets what would be heard
};
/// Without sound and keychain.
std::unique_ptr<desk::Desk> makeDesk(const DeskSetup &setup, ui::Look &look);

/// Signs in at a desk as an account of the demo town; false if that did not work.
bool signIn(desk::Desk &desk, const QString &login);
/// The same for an account that is made for it, of the desk's own role.
bool signUp(desk::Desk &desk, const QString &login);

} // namespace soban::testing
