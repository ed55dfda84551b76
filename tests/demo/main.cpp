// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Scenes.h"
#include "demo/Windows.h"
#include "replay/Processes.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QScreen>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <unistd.h>

namespace {

using namespace soban;
using namespace soban::demo;
using replay::Processes;

constexpr auto kCustomer = "customer1@demo.soban";
constexpr auto kGiver = "customer2@demo.soban";
constexpr auto kOwner = "shop1@demo.soban";

QString beside(const char *program) {
    return QDir(QCoreApplication::applicationDirPath()).filePath(QString::fromLatin1(program));
}

/// Signs everybody in and opens their streams; the first fault.
std::optional<QString> enter(const QList<Player *> &players, const replay::Interrupt &interrupt) {
    for (Player *player : players) {
        replay::Gate gate(interrupt);
        std::optional<QString> fault = QStringLiteral("no answer");
        QObject context;
        player->party().signIn(&context, [&](const std::optional<QString> &outcome) {
            fault = outcome;
            gate.open();
        });
        gate.wait(std::chrono::seconds(30));
        if (fault)
            return fault;
        player->party().openStream();
    }
    return std::nullopt;
}

/// What the people of the demo town have in common. It runs in real time, like the server.
class Company {
public:
    Company(const Processes &processes, const replay::Interrupt &interrupt)
        : m_interrupt(interrupt)
        , m_around{
              m_transport, *client::ServerAddress::of(processes.addresses().server), m_clock, {}} {
        m_time.start();
    }

    std::unique_ptr<Player> make(const char *name, const char *login) {
        return std::make_unique<Player>(m_around, m_interrupt, m_time, QString::fromLatin1(name),
                                        QString::fromLatin1(login), ++m_seed);
    }
    const Clock &clock() const { return m_clock; }
    const QElapsedTimer &time() const { return m_time; }

private:
    const replay::Interrupt &m_interrupt;
    const Instant m_start = SystemClock().now();
    const replay::TownClock m_clock{{m_start, m_start, 1}};
    client::HttpTransport m_transport;
    const replay::Surroundings m_around;
    QElapsedTimer m_time;
    quint32 m_seed = 0;
};

int play(const Processes &processes, const replay::Interrupt &interrupt, Narrator &narrator) {
    Company company(processes, interrupt);
    const auto customer = company.make("customer", kCustomer);
    const auto giver = company.make("giver", kGiver);
    const auto kitchen = company.make("kitchen", kOwner);
    const auto florist = company.make("florist", "shop11@demo.soban");
    const auto nearRider = company.make("near rider", "rider1@demo.soban");
    const auto otherRider = company.make("other rider", "rider2@demo.soban");
    const auto farRider = company.make("far rider", "rider3@demo.soban");
    const Players players{*customer,  *giver,      *kitchen, *florist,
                          *nearRider, *otherRider, *farRider};
    if (const auto fault = enter({customer.get(), giver.get(), kitchen.get(), florist.get(),
                                  nearRider.get(), otherRider.get(), farRider.get()},
                                 interrupt)) {
        narrator.tellFailure(*customer, QStringLiteral("and all others sign in"), *fault);
        return 1;
    }
    QNetworkAccessManager browser;
    Script script(narrator, interrupt, company.time());
    narrator.title(QStringLiteral("Two customers and their cards"));
    playCards(script, players, browser);
    narrator.title(QStringLiteral("A meal, brought by a rider"));
    playMeal(script, players);
    narrator.title(QStringLiteral("A bouquet, brought by the florist"));
    playBouquet(script, players, company.clock());
    return script.isGoing() && narrator.failed() == 0 && !interrupt.isRequested() ? 0 : 1;
}

/// So that whoever tries the windows can pay; the first fault.
std::optional<QString> registerCards(const Processes &processes,
                                     const replay::Interrupt &interrupt) {
    Company company(processes, interrupt);
    QNetworkAccessManager browser;
    for (const char *login : {kCustomer, kGiver}) {
        const auto customer = company.make("customer", login);
        auto fault = enter({customer.get()}, interrupt);
        if (!fault)
            fault = visitCardPage(*customer, browser, interrupt);
        if (fault)
            return fault;
    }
    return std::nullopt;
}

/// As a shop of the town has it; nothing without an answer.
std::optional<QString> timeZoneOf(const Processes &processes, const replay::Interrupt &interrupt) {
    Company company(processes, interrupt);
    const auto owner = company.make("owner", kOwner);
    if (enter({owner.get()}, interrupt))
        return std::nullopt;
    const auto shop = replay::ask(interrupt, owner->party().api(), client::calls::ownShop());
    return shop ? std::optional(shop->timeZone) : std::nullopt;
}

/// Opens the apps and waits until they are closed.
int showWindows(const Processes &processes, const replay::Interrupt &interrupt) {
    if (const auto fault = registerCards(processes, interrupt)) {
        std::fprintf(stderr, "soban-demo: %s\n", qPrintable(*fault));
        return 1;
    }
    const auto timeZone = timeZoneOf(processes, interrupt);
    if (!timeZone) {
        std::fprintf(stderr, "soban-demo: the town's time zone is not known\n");
        return 1;
    }
    Windows windows(QCoreApplication::applicationDirPath(), processes.folder().path(),
                    processes.addresses().server, *timeZone);
    if (const auto fault = windows.open(QGuiApplication::primaryScreen()->availableGeometry())) {
        std::fprintf(stderr, "soban-demo: %s\n", qPrintable(*fault));
        return 1;
    }
    std::printf(
        "The server is at %s, with the shops of the demo town. Everybody's password is %s.\n"
        "Signed in: customer1@demo.soban, shop1@demo.soban and rider1@demo.soban.\n"
        "The demo ends with the last window, or with Ctrl+C.\n",
        qPrintable(processes.addresses().server.toString()), kDemoPassword);
    std::fflush(stdout);
    replay::Gate gate(interrupt);
    QObject::connect(&windows, &Windows::allClosed, &windows, [&gate] { gate.open(); });
    gate.wait(std::chrono::days(1));
    return 0;
}

bool wantsWindows(int argc, char **argv) {
    return std::any_of(argv, argv + argc,
                       [](const char *word) { return qstrcmp(word, "--windows") == 0; });
}

} // namespace

int main(int argc, char **argv) {
    constexpr int kUsageError = 2;
    // Only windows need a display.
    const std::unique_ptr<QCoreApplication> application(wantsWindows(argc, argv)
                                                            ? new QGuiApplication(argc, argv)
                                                            : new QCoreApplication(argc, argv));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Starts a server with the demo town and the payment sandbox. With --windows it opens the\n"
        "three apps, signed in; otherwise it plays a meal and a bouquet through the server, step\n"
        "by step, with the milliseconds at which each party hears of it."));
    const QCommandLineOption windows(QStringLiteral("windows"),
                                     QStringLiteral("Open the apps, instead of playing."));
    parser.addOption(windows);
    parser.addHelpOption();
    const QCommandLineOption out(
        QStringLiteral("out"), QStringLiteral("How to print: plain, or with colours."),
        QStringLiteral("plain|colour"),
        ::isatty(STDOUT_FILENO) == 1 ? QStringLiteral("colour") : QStringLiteral("plain"));
    parser.addOption(out);
    parser.process(*application);
    const QString form = parser.value(out);
    if (form != u"plain" && form != u"colour") {
        std::fprintf(stderr, "soban-demo: --out must be plain or colour\n");
        return kUsageError;
    }
    const replay::Interrupt interrupt;
    // Whoever tries the windows out looks around first: no order is to end meanwhile.
    Processes processes({beside("soban-server"),
                         beside("soban-sandbox"),
                         {},
                         {QStringLiteral("--demo"), QStringLiteral("--set"),
                          QStringLiteral("order.answerMinutes=60")}});
    if (const auto fault = processes.start(std::nullopt)) {
        std::fprintf(stderr, "soban-demo: %s\n", qPrintable(*fault));
        return 1;
    }
    if (parser.isSet(windows))
        return showWindows(processes, interrupt);
    Narrator narrator(form == u"plain");
    const int status = play(processes, interrupt, narrator);
    std::printf("\ndemo: %d steps, %d failed\n", narrator.steps(), narrator.failed());
    return status;
}
