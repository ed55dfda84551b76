// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour/Tale.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cstdio>

namespace soban::tour {

namespace {

/// The customer and the shop of a story.
struct Pair {
    const char *title;
    const char *customer;
    const char *customerLogin;
    const char *shop;
    const char *shopLogin;
};

constexpr Pair kMealPair{"A meal, brought by a rider", "customer", "customer1@demo.soban",
                         "kitchen", "shop1@demo.soban"};
constexpr Pair kFlowerPair{"Flowers for somebody else, brought by the florist", "giver",
                           "customer2@demo.soban", "florist", "shop11@demo.soban"};

QStringList amountsIn(const QString &text) {
    static const QRegularExpression kAmount(QStringLiteral("\u20a9[0-9,]+"));
    QStringList amounts;
    for (auto found = kAmount.globalMatch(text); found.hasNext();)
        amounts.append(found.next().captured());
    return amounts;
}

/// Those of the shortened texts that lost some of their money.
QStringList cutMoney(const QStringList &shortened) {
    QStringList cut;
    for (const QString &text : shortened) {
        const QString shown = text.section(u'\n', 0, 0);
        const QString meant = text.section(u'\n', 1);
        if (amountsIn(shown) != amountsIn(meant))
            cut.append(shown + QStringLiteral(" for ") + meant);
    }
    return cut;
}

class Tour {
public:
    Tour(const Options &options, const replay::Interrupt &interrupt)
        : m_options(options)
        , m_interrupt(interrupt)
        , m_stage(options, interrupt)
        , m_script(options.pictures, options.isByKeyboard) {}

    int run() {
        if (const auto fault = m_stage.open()) {
            std::fprintf(stderr, "soban-tour: %s\n", qUtf8Printable(*fault));
            return 1;
        }
        m_script.title(QStringLiteral("Two riders"));
        const auto near = enter("near rider", desk::App::Rider);
        const auto far = enter("far rider", desk::App::Rider);
        for (const auto &[program, login] :
             {std::pair{near.get(), "rider1@demo.soban"}, {far.get(), "rider3@demo.soban"}})
            if (program)
                signIn(Actor(*program, m_script), login,
                       thing("DutySwitch", say("rider_app::DutySwitch", "On duty")));
        if (m_options.hasMeal)
            play(kMealPair, near.get(), far.get());
        if (m_options.hasFlowers)
            play(kFlowerPair, near.get(), far.get());
        leave({near.get(), far.get()});
        const bool isFine = m_script.isGoing() && !m_interrupt.isRequested();
        std::printf("\ntour: %d steps, %d failed\n", m_script.steps(), m_script.failed());
        return isFine ? 0 : 1;
    }

private:
    std::unique_ptr<Program> enter(const char *name, desk::App app) {
        std::unique_ptr<Program> entered;
        m_script.step(QString::fromLatin1(name),
                      QStringLiteral("starts %1").arg(desk::programName(app)),
                      QStringLiteral("start"), [&] {
                          auto program = m_stage.start(QString::fromLatin1(name), app);
                          if (!program) {
                              m_script.fail(nullptr, QStringLiteral("it starts"), program.error());
                              return;
                          }
                          entered = std::move(program).value();
                          m_script.enter(*entered);
                          Actor(*entered, m_script).see(field(say("desk::SignInPage", "Login")));
                      });
        return entered;
    }

    void play(const Pair &pair, Program *near, Program *far) {
        if (!m_script.isGoing())
            return;
        m_script.title(QString::fromLatin1(pair.title));
        const auto customer = enter(pair.customer, desk::App::Customer);
        const auto shop = enter(pair.shop, desk::App::Shop);
        if (!m_script.isGoing())
            return;
        const Company company{Actor(*customer, m_script), Actor(*shop, m_script),
                              Actor(*near, m_script), Actor(*far, m_script)};
        signIn(company.customer, pair.customerLogin,
               row(say("customer::HomePage", "Shops"), {just(QString())}));
        signIn(company.shop, pair.shopLogin,
               thing("BoardList", say("shop_app::BoardPage", "New orders")));
        Books books(m_stage, QString::fromLatin1(pair.customerLogin), m_interrupt);
        const Tale tale(company, m_stage, books, m_script, m_options.language);
        if (&pair == &kMealPair) {
            playMeal(tale, m_options.outageSeconds);
            playRegrets(tale);
        } else {
            playFlowers(tale);
        }
        leave({customer.get(), shop.get()});
    }

    /// Tells how they did, and closes their windows by the keyboard.
    void leave(const QList<Program *> &programs) {
        for (Program *program : programs) {
            if (!program)
                continue;
            const hand::Measures measures = program->ask({0, hand::Deed::Measure}).measures;
            const Actor actor(*program, m_script);
            actor.step(QStringLiteral("has shortened no money"), QStringLiteral("money"), [&] {
                const QStringList cut = cutMoney(measures.shortened);
                m_script.check(cut.isEmpty(), QStringLiteral("money is shown whole"),
                               cut.join(QStringLiteral("; ")));
            });
            m_script.leave(*program);
            actor.step(QStringLiteral("quits by Ctrl+Q"), QStringLiteral("quit"), [&] {
                actor.keys(QStringLiteral("Ctrl+Q"));
                const auto code = program->waitForEnd();
                m_script.check(code == 0, QStringLiteral("it ends with 0"),
                               code ? QString::number(*code) : QStringLiteral("it goes on"));
            });
            tell(*program, measures);
        }
    }

    static void tell(const Program &program, const hand::Measures &measures) {
        std::printf("     %s: first window after %.0f ms; longest stretch without looking after it "
                    "%.0f ms (%s), over %.0f ms: %d\n",
                    qUtf8Printable(program.name()), measures.firstPaintMs, measures.longestMs,
                    qUtf8Printable(measures.longestWhat), hand::Measures::kLongMs,
                    measures.longOnes);
        for (const QString &text : measures.shortened)
            std::printf("     %s shortened: %s\n", qUtf8Printable(program.name()),
                        qUtf8Printable(QString(text).replace(u'\n', QStringLiteral(" <- "))));
        for (const QString &warning : measures.warnings)
            std::printf("     %s warned: %s\n", qUtf8Printable(program.name()),
                        qUtf8Printable(warning));
    }

    const Options m_options;
    const replay::Interrupt &m_interrupt;
    Stage m_stage;
    Script m_script;
};

} // namespace

int tourThrough(const Options &options) {
    const replay::Interrupt interrupt;
    return Tour(options, interrupt).run();
}

} // namespace soban::tour

int main(int argc, char **argv) {
    constexpr int kUsageError = 2;
    QCoreApplication application(argc, argv);
    bool isHelp = false;
    const auto options = soban::tour::Options::read(QCoreApplication::arguments(), isHelp);
    if (!options) {
        std::fprintf(isHelp ? stdout : stderr, "%s\n", qUtf8Printable(options.error()));
        return isHelp ? 0 : kUsageError;
    }
    return soban::tour::tourThrough(*options);
}
