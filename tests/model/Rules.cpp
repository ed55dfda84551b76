// SPDX-License-Identifier: GPL-3.0-or-later
// soban-model-rules: prints the life of an order in Promela, so that the model cannot drift from
// the table that the server obeys. tests/model/Saga.pml includes it.
#include "domain/Ending.h"
#include "domain/Lifecycle.h"
#include "domain/Payment.h"

#include <QStringList>

#include <cstdio>

namespace {

using namespace soban;

/// What the table leaves to `endingBy`: all of the money goes back.
constexpr auto kAllBack = "all_back";

template <typename E>
QString name(char prefix, E value) {
    QString word = QString(toText(value));
    for (QChar &letter : word) {
        if (!letter.isLetterOrNumber())
            letter = u'_';
    }
    return QLatin1Char(prefix) + u'_' + word;
}

template <typename E>
void defineNumbers(char prefix) {
    for (const E value : allOf<E>())
        std::printf("#define %s %d\n", qPrintable(name(prefix, value)), int(value));
}

void defineEffects() {
    int bit = 0;
    for (const Effect effect : allOf<Effect>())
        std::printf("#define %s %d\n", qPrintable(name('e', effect)), 1 << bit++);
    std::printf("#define e_%s %d\n", kAllBack, 1 << bit);
}

/// `(what == a || what == b)`
template <typename E>
QString isOneOf(const char *what, char prefix, const EnumSet<E> &set) {
    QStringList tests;
    for (const E value : allOf<E>()) {
        if (set.contains(value))
            tests.append(QLatin1StringView(what) + QStringLiteral(" == ") + name(prefix, value));
    }
    return u'(' + tests.join(QStringLiteral(" || ")) + u')';
}

bool givesAllBack(const LifecycleRule &rule) {
    const Money total = *Money::of(1, Currency::krw());
    for (const Role role : allOf<Role>()) {
        const QList<EndReason> reasons = reasonsFor(rule.action, role);
        if (rule.roles.contains(role) && !reasons.isEmpty())
            return endingBy(role, rule.action, reasons.first(), {}, total).refund == total;
    }
    return false;
}

QString effectsOf(const LifecycleRule &rule) {
    QStringList bits{QStringLiteral("0")};
    for (const Effect effect : allOf<Effect>()) {
        if (rule.effects.contains(effect))
            bits.append(name('e', effect));
    }
    if (givesAllBack(rule))
        bits.append(QStringLiteral("e_") + QLatin1StringView(kAllBack));
    return bits.join(QStringLiteral(" | "));
}

void printRule(const LifecycleRule &rule) {
    std::printf("    :: action == %s && %s && %s && %s && %s ->\n",
                qPrintable(name('a', rule.action)), qPrintable(isOneOf("role", 'r', rule.roles)),
                qPrintable(isOneOf("fulfilment", 'f', rule.fulfilments)),
                qPrintable(isOneOf("order", 'o', rule.fromOrder)),
                qPrintable(isOneOf("delivery", 'd', rule.fromDelivery)));
    if (rule.toOrder)
        std::printf("        order = %s;\n", qPrintable(name('o', *rule.toOrder)));
    if (rule.toDelivery)
        std::printf("        delivery = %s;\n", qPrintable(name('d', *rule.toDelivery)));
    if (rule.toFulfilment)
        std::printf("        fulfilment = %s;\n", qPrintable(name('f', *rule.toFulfilment)));
    std::printf("        effects = %s; hasMoved = true\n", qPrintable(effectsOf(rule)));
}

void defineIsOver() {
    QStringList tests;
    for (const OrderState state : allOf<OrderState>()) {
        if (lifecycle::isOver(state))
            tests.append(QStringLiteral("order == ") + name('o', state));
    }
    std::printf("#define IS_OVER (%s)\n", qPrintable(tests.join(QStringLiteral(" || "))));
}

} // namespace

int main() {
    std::printf("/* Made by soban-model-rules of shared/domain. */\n");
    defineNumbers<OrderState>('o');
    defineNumbers<DeliveryState>('d');
    defineNumbers<PaymentState>('p');
    defineNumbers<RefundState>('b');
    defineNumbers<Fulfilment>('f');
    defineNumbers<Action>('a');
    defineNumbers<Role>('r');
    defineEffects();
    std::printf("#define LAST_ACTION %d\n", int(allOf<Action>().back()));
    defineIsOver();
    std::printf(
        "\n/* What lifecycle::transition makes of the stage. */\ninline advance() {\n    if\n");
    for (const LifecycleRule &rule : lifecycle::rules())
        printRule(rule);
    std::printf("    :: else -> effects = 0; hasMoved = false\n    fi\n}\n");
    return 0;
}
