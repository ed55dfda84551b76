// SPDX-License-Identifier: GPL-3.0-or-later
#include "EnumCount.h"

#include "contract/Routes.h"

#include <QRegularExpression>
#include <QTest>

using namespace soban;
using namespace soban::contract;

class TstRoutes : public QObject {
    Q_OBJECT

private slots:
    void standInOrderOfTheirIds();
    void areUnique();
    void eachRowIsSound_data();
    void eachRowIsSound();
    void noTwoPathsMatchTheSameAddress();
    void buildsPaths();
};

void TstRoutes::standInOrderOfTheirIds() {
    QCOMPARE(routes().size(), test::enumeratorCount<RouteId>());
    for (std::size_t i = 0; i < routes().size(); ++i) {
        QCOMPARE(std::size_t(routes()[i].id), i);
        QCOMPARE(&route(RouteId(i)), &routes()[i]);
    }
}

void TstRoutes::areUnique() {
    QSet<QString> seen;
    for (const Route &route : routes()) {
        const QString address =
            QString(toText(route.method)) + u' ' + QString::fromLatin1(route.path);
        QVERIFY2(!seen.contains(address), qPrintable(address));
        seen.insert(address);
    }
}

void TstRoutes::eachRowIsSound_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(routes().size()); ++i) {
        const Route &route = routes()[std::size_t(i)];
        QTest::addRow("%s %s", toText(route.method).data(), route.path) << i;
    }
}

void TstRoutes::eachRowIsSound() {
    QFETCH(int, index);
    const Route &route = routes()[std::size_t(index)];
    const QString method(toText(route.method));

    // Whatever changes something and could be sent twice by mistake takes a key.
    const QList<RouteId> keyless{RouteId::Register, RouteId::SignIn, RouteId::Refresh,
                                 RouteId::Quote, RouteId::HintPayment};
    if (method == u"POST" || method == u"PATCH")
        QCOMPARE(route.takesKey, !keyless.contains(route.id));
    else
        QVERIFY(method == u"PUT" || !route.takesKey);
    QVERIFY(!route.takesVersion || route.takesKey);
    QVERIFY(method != u"GET" || !route.request);

    const bool hasRoles = !route.roles.isEmpty();
    QCOMPARE(hasRoles, route.access == Access::SignedIn);
    QVERIFY(!route.roles.contains(Role::System));
    QVERIFY(QList<int>({101, 200, 201, 202, 204}).contains(route.success));
    QVERIFY(route.success != 204 || !route.response);

    static const QRegularExpression form(
        QStringLiteral("^(/api/v1(/([a-z]+(-[a-z]+)*|\\{[a-z][A-Za-z]*\\}|openapi\\.json))+"
                       "|/livez|/readyz|/metrics)$"));
    QVERIFY2(form.match(QString::fromLatin1(route.path)).hasMatch(), route.path);
    static const QRegularExpression names(QStringLiteral("^([a-z][A-Za-z]*(,[a-z][A-Za-z]*)*)?$"));
    QVERIFY2(names.match(QString::fromLatin1(route.queryNames)).hasMatch(), route.queryNames);
    QVERIFY(*route.summary);
}

void TstRoutes::noTwoPathsMatchTheSameAddress() {
    // A fixed segment beside a variable one (/orders/new and /orders/{orderId}) would be ambiguous.
    for (const Route &one : routes()) {
        for (const Route &other : routes()) {
            const auto a = QString::fromLatin1(one.path).split(u'/');
            const auto b = QString::fromLatin1(other.path).split(u'/');
            if (&one == &other || one.method != other.method || a.size() != b.size())
                continue;
            bool same = true;
            for (qsizetype i = 0; i < a.size(); ++i)
                same &= a[i] == b[i] || a[i].startsWith(u'{') || b[i].startsWith(u'{');
            QVERIFY2(!same, qPrintable(QString(one.path + QStringLiteral(" ") + other.path)));
        }
    }
}

void TstRoutes::buildsPaths() {
    QCOMPARE(pathOf(RouteId::ListOrders), QStringLiteral("/api/v1/orders"));
    QCOMPARE(pathOf(RouteId::OpenApi), QStringLiteral("/api/v1/openapi.json"));
    QCOMPARE(pathOf(RouteId::Live), QStringLiteral("/livez"));
    QCOMPARE(pathOf(RouteId::ConfirmOrder, {QStringLiteral("ord_0000000000007")}),
             QStringLiteral("/api/v1/orders/ord_0000000000007/confirm"));
    QCOMPARE(pathOf(RouteId::GetPicture, {QStringLiteral("../a b/소?.svg#%")}),
             QStringLiteral("/api/v1/pictures/..%2Fa%20b%2F%EC%86%8C%3F.svg%23%25"));
}

QTEST_GUILESS_MAIN(TstRoutes)
#include "TstRoutes.moc"
