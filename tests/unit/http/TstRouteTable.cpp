// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/RouteTable.h"

#include <QTest>

using namespace soban::http;

class TstRouteTable : public QObject {
    Q_OBJECT

private slots:
    void init();
    void finds_data();
    void finds();
    void findsNothing_data();
    void findsNothing();
    void namesAllowedMethods();
    void headPrefersItsOwnRoute();
    void givesParametersByName();
    void refusesPattern_data();
    void refusesPattern();
    void refusesDuplicates();
    void agreesWithAPlainSearch();

private:
    RouteTable::Match match(Method method, const char *path) const {
        return m_table.match(method, decodeTarget(path)->segments);
    }

    RouteTable m_table;
};

void TstRouteTable::init() {
    m_table = RouteTable();
    QVERIFY(m_table.add(Method::Get, "/", RouteIndex(0)));
    QVERIFY(m_table.add(Method::Get, "/api/v1/orders", RouteIndex(1)));
    QVERIFY(m_table.add(Method::Post, "/api/v1/orders", RouteIndex(2)));
    QVERIFY(m_table.add(Method::Get, "/api/v1/orders/{orderId}", RouteIndex(3)));
    QVERIFY(m_table.add(Method::Get, "/api/v1/orders/recent", RouteIndex(4)));
    QVERIFY(m_table.add(Method::Post, "/api/v1/orders/{orderId}/accept", RouteIndex(5)));
    QVERIFY(m_table.add(Method::Get, "/api/v1/orders/recent/today", RouteIndex(6)));
    QVERIFY(m_table.add(Method::Delete, "/shops/{shop}/menus/{menu}", RouteIndex(7)));
    QVERIFY(m_table.add(Method::Get, "/shops/{id}", RouteIndex(8)));
}

void TstRouteTable::finds_data() {
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("index");

    QTest::newRow("root") << Method::Get << QByteArray("/") << 0;
    QTest::newRow("literal") << Method::Get << QByteArray("/api/v1/orders") << 1;
    QTest::newRow("other method") << Method::Post << QByteArray("/api/v1/orders") << 2;
    QTest::newRow("parameter") << Method::Get << QByteArray("/api/v1/orders/7") << 3;
    QTest::newRow("literal over parameter")
        << Method::Get << QByteArray("/api/v1/orders/recent") << 4;
    QTest::newRow("after a parameter")
        << Method::Post << QByteArray("/api/v1/orders/7/accept") << 5;
    QTest::newRow("back from a literal")
        << Method::Post << QByteArray("/api/v1/orders/recent/accept") << 5;
    QTest::newRow("HEAD finds GET") << Method::Head << QByteArray("/api/v1/orders") << 1;
    QTest::newRow("encoded slash") << Method::Get << QByteArray("/api/v1/orders/a%2Fb") << 3;
}

void TstRouteTable::finds() {
    QFETCH(Method, method);
    QFETCH(QByteArray, path);
    QFETCH(int, index);
    const RouteTable::Match result = match(method, path.constData());
    const auto *found = std::get_if<RouteTable::Found>(&result);
    QVERIFY(found != nullptr);
    QCOMPARE(static_cast<int>(found->index), index);
}

void TstRouteTable::findsNothing_data() {
    QTest::addColumn<QByteArray>("path");

    QTest::newRow("unknown") << QByteArray("/nowhere");
    QTest::newRow("prefix of a route") << QByteArray("/api/v1");
    QTest::newRow("longer than a route") << QByteArray("/api/v1/orders/7/accept/more");
    QTest::newRow("case differs") << QByteArray("/API/v1/orders");
    QTest::newRow("trailing slash") << QByteArray("/api/v1/orders/");
    QTest::newRow("double slash") << QByteArray("//api/v1/orders");
    QTest::newRow("empty parameter") << QByteArray("/api/v1/orders//accept");
    QTest::newRow("encoded slash is no separator") << QByteArray("/api%2Fv1/orders");
}

void TstRouteTable::findsNothing() {
    QFETCH(QByteArray, path);
    QVERIFY(std::holds_alternative<RouteTable::NotFound>(match(Method::Get, path.constData())));
}

void TstRouteTable::namesAllowedMethods() {
    const auto allow = [this](Method method, const char *path) {
        const RouteTable::Match result = match(method, path);
        const auto *refused = std::get_if<RouteTable::MethodNotAllowed>(&result);
        return refused != nullptr ? refused->allow : QByteArray("(no 405)");
    };
    QCOMPARE(allow(Method::Put, "/api/v1/orders"), QByteArray("GET, HEAD, POST"));
    QCOMPARE(allow(Method::Head, "/api/v1/orders/7/accept"), QByteArray("POST"));
    QCOMPARE(allow(Method::Post, "/api/v1/orders/recent"), QByteArray("GET, HEAD"));
}

void TstRouteTable::headPrefersItsOwnRoute() {
    QVERIFY(m_table.add(Method::Head, "/shops/{id}", RouteIndex(9)));
    const RouteTable::Match result = match(Method::Head, "/shops/1");
    QCOMPARE(static_cast<int>(std::get<RouteTable::Found>(result).index), 9);
}

void TstRouteTable::givesParametersByName() {
    const RouteTable::Match result = match(Method::Delete, "/shops/s%2F1/menus/%EA%B9%80");
    const auto &params = std::get<RouteTable::Found>(result).params;
    QCOMPARE(params.count(), 2);
    QCOMPARE(params.value(u"shop"), QString("s/1"));
    QCOMPARE(params.value(u"menu"), QString::fromUtf8("김"));
    QCOMPARE(params.value(u"other"), QString());
    const RouteTable::Match other = match(Method::Get, "/shops/s1");
    QCOMPARE(std::get<RouteTable::Found>(other).params.value(u"id"), QString("s1"));
}

void TstRouteTable::refusesPattern_data() {
    QTest::addColumn<QString>("pattern");

    QTest::newRow("empty") << "";
    QTest::newRow("no slash") << "a/b";
    QTest::newRow("trailing slash") << "/a/";
    QTest::newRow("empty segment") << "/a//b";
    QTest::newRow("empty parameter") << "/a/{}";
    QTest::newRow("open brace") << "/a/{b";
    QTest::newRow("half a segment") << "/a/x{b}";
    QTest::newRow("repeated parameter") << "/{a}/{a}";
}

void TstRouteTable::refusesPattern() {
    QFETCH(QString, pattern);
    QVERIFY(!m_table.add(Method::Get, pattern, RouteIndex(99)));
}

void TstRouteTable::refusesDuplicates() {
    QVERIFY(!m_table.add(Method::Get, "/api/v1/orders", RouteIndex(99)));
    QVERIFY(!m_table.add(Method::Get, "/api/v1/orders/{another}", RouteIndex(99)));
    QVERIFY(!m_table.add(Method::Get, "/", RouteIndex(99)));
    QVERIFY(m_table.add(Method::Put, "/api/v1/orders/{another}", RouteIndex(99)));
}

void TstRouteTable::agreesWithAPlainSearch() {
    // Every path of up to four segments over a small alphabet, against a search without a tree.
    const QStringList patterns{"/a",       "/a/b",         "/{x}/b",
                               "/a/{y}/c", "/{x}/b/c",     "/{x}/{y}/{z}",
                               "/a/b/c/a", "/{p}/b/{q}/a", "/a/{r}/c/{s}"};
    RouteTable table;
    for (int i = 0; i < patterns.size(); ++i)
        QVERIFY(table.add(Method::Get, patterns.at(i), RouteIndex(i)));
    const auto plainSearch = [&patterns](const QStringList &path) {
        int best = -1;
        QString bestShape;
        for (int i = 0; i < patterns.size(); ++i) {
            const QStringList pieces = patterns.at(i).mid(1).split('/');
            QString shape; // '0' for a literal, '1' for a parameter: the smaller text wins
            for (int k = 0; pieces.size() == path.size() && k < pieces.size(); ++k) {
                if (pieces.at(k).startsWith('{'))
                    shape += '1';
                else if (pieces.at(k) == path.at(k))
                    shape += '0';
            }
            if (shape.size() == path.size() && (best < 0 || shape < bestShape)) {
                best = i;
                bestShape = shape;
            }
        }
        return best;
    };
    QList<QStringList> paths{{}};
    for (int length = 1; length <= 4; ++length) {
        QList<QStringList> longer;
        for (const QStringList &path : std::as_const(paths)) {
            for (const char *segment : {"a", "b", "c", "d"})
                longer.append(path + QStringList{segment});
        }
        paths = longer;
        for (const QStringList &path : std::as_const(paths)) {
            const RouteTable::Match result = table.match(Method::Get, path);
            const auto *found = std::get_if<RouteTable::Found>(&result);
            QCOMPARE(found ? static_cast<int>(found->index) : -1, plainSearch(path));
        }
    }
}

QTEST_GUILESS_MAIN(TstRouteTable)
#include "TstRouteTable.moc"
