// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/DemoTown.h"

#include "contract/Catalogue.h"
#include "support/ShopEdit.h"

#include <algorithm>

namespace soban::testing {

namespace {

const QString kPassword = QStringLiteral("soban-demo");

/// Nothing is heard in a test; it is written down.
class SilentOutput : public desk::SoundOutput {
public:
    explicit SilentOutput(QList<desk::SoundKind> *heard) : m_heard(heard) {}
    void start(desk::SoundKind kind, double, bool) override {
        if (m_heard)
            m_heard->append(kind);
    }
    void stop(desk::SoundKind) override {}

private:
    QList<desk::SoundKind> *m_heard;
};

QMap<QString, QString> secret() {
    return {{QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QStringLiteral("test_sk_demo")}};
}

/// Hears again soon after a server was away.
client::EventStreamOptions keen() {
    client::EventStreamOptions options;
    options.reconnect = {std::chrono::milliseconds(200), std::chrono::milliseconds(1'000)};
    return options;
}

} // namespace

std::optional<QString> DemoTown::start() {
    m_sandbox = std::make_unique<ChildProcess>(
        ChildProcess::Setup{QStringLiteral(SOBAN_BIN_DIR "/soban-sandbox"),
                            {QStringLiteral("--port"), QStringLiteral("0")},
                            secret()});
    const auto sandbox = m_sandbox->start(QStringLiteral("soban-sandbox listening on "));
    if (!sandbox)
        return QStringLiteral("the sandbox does not start");
    m_sandboxAddress = *sandbox;
    return startServer() ? std::nullopt
                         : std::optional(QStringLiteral("the server does not start"));
}

bool DemoTown::startServer() {
    const QString chosen = m_address.isEmpty() ? QStringLiteral("0") : QString::number(port());
    m_server = std::make_unique<ChildProcess>(ChildProcess::Setup{
        QStringLiteral(SOBAN_BIN_DIR "/soban-server"),
        {QStringLiteral("--demo"), QStringLiteral("--port"), chosen, QStringLiteral("--database"),
         m_folder.filePath(QStringLiteral("soban.sqlite")), QStringLiteral("--set"),
         QStringLiteral("payment.url=") + m_sandboxAddress},
        secret()});
    const auto address =
        m_server->start(QStringLiteral("soban-server listening on "), std::chrono::seconds(60));
    if (address)
        m_address = *address;
    return address.has_value();
}

bool DemoTown::stopServer() {
    return m_server->terminate(std::chrono::seconds(20));
}

Person::Person(const QString &address, const QString &login)
    : m_session(m_transport, *client::ServerAddress::of(QUrl(address)), m_clock, m_tokens)
    , m_api(m_transport, m_session)
    , m_stream(m_api, keen()) {
    QObject::connect(&m_stream, &client::EventStream::eventReceived, &m_stream,
                     [this](const contract::EventEnvelope &event) { m_events.append(event); });
    m_stream.start(Sequence::before());
    m_session.signIn({login, kPassword}, &m_api, [](const auto &) {});
    if (!QTest::qWaitFor([this] { return m_session.isSignedIn(); }, 20'000))
        qFatal("%s cannot sign in", qPrintable(login));
}

int Person::heard(EventType type, OrderId order) const {
    return int(std::count_if(m_events.cbegin(), m_events.cend(), [&](const auto &event) {
        return event.type == type && event.subject == order;
    }));
}

void keepOpen(Person &owner) {
    constexpr int kDayMinutes = 24 * 60;
    const auto now = owner.ask(client::calls::ownShop());
    contract::ShopSettingsRequest edit = editOf(now);
    edit.hours.clear();
    for (int weekday = Qt::Monday; weekday <= Qt::Sunday; ++weekday)
        edit.hours.append({weekday, 0, kDayMinutes});
    edit.holidays.clear();
    owner.ask<contract::ShopSettingsView>(client::calls::editShop(now.version, edit));
}

DemoOrder placeMeal(Person &customer, Person &owner) {
    const auto shop = customer.ask(client::calls::shop(owner.ask(client::calls::ownShop()).id));
    const auto addresses = customer.ask(client::calls::addresses()).addresses;
    std::optional<contract::MenuItemView> item;
    for (const contract::MenuSectionView &section : shop.sections) {
        for (const contract::MenuItemView &candidate : section.items) {
            if (!item && !candidate.isSoldOut && candidate.optionGroups.isEmpty() &&
                !candidate.remaining)
                item = candidate;
        }
    }
    if (!item || addresses.isEmpty())
        qFatal("the demo town has no plain dish, or its customer no home");
    const int quantity = int(shop.card.minimumOrder.minor() / item->price.minor()) + 1;
    const QList<LineChoice> lines{{item->id, {}, quantity}};
    const auto quote =
        customer.ask(client::calls::quote({shop.card.id, Fulfilment::PlatformRider, lines}));
    const auto order = customer.ask<contract::OrderView>(
        client::calls::placeOrder({shop.card.id,
                                   Fulfilment::PlatformRider,
                                   lines,
                                   quote.total.minor(),
                                   PaymentMethod::OnDelivery,
                                   std::nullopt,
                                   addresses.first().address,
                                   QStringLiteral("문을 두드려 주세요"),
                                   {},
                                   {},
                                   {}}));
    return {order.id, order.handOverCode};
}

void acceptMeal(Person &owner, OrderId order) {
    const auto ticket = owner.ask(client::calls::ticket(order));
    owner.ask<contract::TicketView>(client::calls::acceptTicket(order, ticket.version, {10}));
}

void cookMeal(Person &owner, OrderId order) {
    const auto ticket = owner.ask(client::calls::ticket(order));
    const auto started =
        owner.ask<contract::TicketView>(client::calls::startTicket(order, ticket.version));
    owner.ask<contract::TicketView>(client::calls::finishTicket(order, started.version));
}

DemoOrder mealForRiders(Person &customer, Person &owner) {
    const DemoOrder order = placeMeal(customer, owner);
    acceptMeal(owner, order.id);
    cookMeal(owner, order.id);
    return order;
}

std::unique_ptr<desk::Desk> makeDesk(const DeskSetup &setup, ui::Look &look) {
    desk::AppOptions options{*client::ServerAddress::of(QUrl(setup.address)),
                             QStringLiteral("test")};
    options.language = look.language();
    options.scheme = look.choice();
    options.textScale = look.textScale();
    const auto in = [&](const char *name) -> QString {
        return setup.folder + u'/' + QString::fromLatin1(name);
    };
    desk::DeskParts parts{{in("settings.ini"), in("cursors.ini"), in("commands.journal"),
                           in("cache"), QStringLiteral("key"), in("one.lock")},
                          std::make_unique<desk::NoKeychain>(),
                          std::make_unique<SilentOutput>(setup.heard)};
    parts.stream = setup.stream;
    parts.queue = setup.queue;
    parts.linkGrace = setup.linkGrace;
    return std::make_unique<desk::Desk>(setup.app, options, std::move(parts), look);
}

bool signIn(desk::Desk &desk, const QString &login) {
    desk.session().signIn({login, kPassword}, &desk, [](const auto &) {});
    return QTest::qWaitFor([&] { return desk.account().has_value(); }, 20'000);
}

bool signUp(desk::Desk &desk, const QString &login) {
    desk.session().registerAccount({desk::roleOf(desk.app()), login, kPassword,
                                    QStringLiteral("새 사람"), QStringLiteral("010-0000-0000"),
                                    Language::Korean},
                                   &desk, [](const auto &) {});
    return QTest::qWaitFor([&] { return desk.account().has_value(); }, 20'000);
}

} // namespace soban::testing
