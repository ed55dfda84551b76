// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Event.h"

#include <QTest>

#include <string_view>

using namespace soban;

namespace {

/// Whether the enumeration has a name for this value: the compiler tells, so that an enumerator
/// that was added without its spelling is found.
template <auto value>
constexpr bool isNamed() {
    const std::string_view signature = __PRETTY_FUNCTION__; // "… value = soban::Role::Shop]"
    const auto start = signature.find("value = ") + 8;
    return signature[start] != '(';
}

static_assert(isNamed<Role::System>());
static_assert(!isNamed<static_cast<Role>(99)>());

} // namespace

class TstEnumText : public QObject {
    Q_OBJECT

private:
    template <typename E>
    void check() {
        constexpr auto &entries = EnumText<E>::entries;
        static_assert(!isNamed<static_cast<E>(entries.size())>(), "an enumerator has no text");
        QSet<QString> seen;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const E value = entries[i].first;
            const QString text = entries[i].second;
            QCOMPARE(std::size_t(value), i); // in the order of declaration, none left out
            QVERIFY(!text.isEmpty());
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen.insert(text);
            QCOMPARE(QString(toText(value)), text);
            QCOMPARE(enumFromText<E>(text), std::optional(value));
            QCOMPARE(allOf<E>()[i], value);
            QVERIFY(!enumFromText<E>(QString(text + u' ')));
            QVERIFY(!enumFromText<E>(text.chopped(1)));
            QVERIFY(text == text.toUpper() || !enumFromText<E>(text.toUpper()));
        }
        QVERIFY(!enumFromText<E>(QString()));
    }

private slots:
    void account() { check<Role>(); }
    void language() { check<Language>(); }
    void shopKind() { check<ShopKind>(); }
    void shopMode() { check<ShopMode>(); }
    void fulfilment() { check<Fulfilment>(); }
    void orderState() { check<OrderState>(); }
    void deliveryState() { check<DeliveryState>(); }
    void paymentState() { check<PaymentState>(); }
    void paymentMethod() { check<PaymentMethod>(); }
    void action() { check<Action>(); }
    void effect() { check<Effect>(); }
    void eventType() { check<EventType>(); }
    void withdrawReason() { check<WithdrawReason>(); }
    void messageKind() { check<MessageKind>(); }
    void setHoldsItsMembers();
    void textIsReadInItsLanguage();
};

void TstEnumText::setHoldsItsMembers() {
    EnumSet<Role> roles{Role::Customer, Role::System};
    QVERIFY(roles.contains(Role::Customer));
    QVERIFY(!roles.contains(Role::Shop));
    QVERIFY(roles.contains(Role::System));
    roles.insert(Role::Shop);
    QVERIFY(roles.contains(Role::Shop));
    QVERIFY(!roles.isEmpty());
    QVERIFY(EnumSet<Role>().isEmpty());
    QVERIFY((roles == EnumSet<Role>{Role::Shop, Role::Customer, Role::System}));
}

void TstEnumText::textIsReadInItsLanguage() {
    const LocalizedText text{QStringLiteral("주문"), QStringLiteral("order")};
    QCOMPARE(text.in(Language::Korean), QStringLiteral("주문"));
    QCOMPARE(text.in(Language::English), QStringLiteral("order"));
}

QTEST_GUILESS_MAIN(TstEnumText)
#include "TstEnumText.moc"
