// SPDX-License-Identifier: GPL-3.0-or-later
// What CMake cannot say of the house: see docs/architecture.md.
#include "SourceTree.h"

#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace soban::testing;

namespace {

const QStringList kProduct{QStringLiteral("shared"), QStringLiteral("server"),
                           QStringLiteral("client-customer"), QStringLiteral("client-shop"),
                           QStringLiteral("client-rider")};

/// Which rooms each room may include, besides itself.
const QHash<QString, QStringList> &allowedIncludes() {
    static const QStringList kModule{"domain", "contract", "clock", "events", "lifecycle"};
    static const QStringList kApp{"domain", "clock", "contract", "client", "ui", "desk"};
    static const QHash<QString, QStringList> kAllowed{
        {"shared/domain", {}},
        {"shared/clock", {"domain"}},
        {"shared/contract", {"domain"}},
        {"shared/client", {"domain", "clock", "contract"}},
        {"shared/ui", {"domain"}},
        {"shared/desk", {"domain", "clock", "contract", "client", "ui"}},
        {"client-customer", kApp},
        {"client-shop", kApp},
        {"client-rider", kApp},
        {"server/events", {"domain", "clock", "contract"}},
        {"server/lifecycle", {"domain", "clock", "contract", "events"}},
        {"server/queries", {"domain", "contract", "events"}},
        {"server/catalog", kModule},
        {"server/customer", kModule},
        {"server/ordering", kModule},
        {"server/payment", kModule},
        {"server/kitchen", kModule},
        {"server/delivery", kModule},
        {"server/media", kModule},
        {"server/review", kModule},
        {"server/notification", kModule},
        {"server/messaging", kModule},
        {"server/identity", kModule},
        {"server/views", kModule + QStringList{"queries"}},
        {"server/eventloop", {}},
        {"server/http", {}},
        {"server/providers", {"domain", "clock", "payment", "messaging"}},
        {"server/storage",
         kModule + QStringList{"queries", "eventloop", "catalog", "customer", "ordering", "payment",
                               "delivery", "media", "review", "notification", "messaging",
                               "identity", "views"}},
        {"server/api", kModule + QStringList{"queries", "http", "catalog", "customer", "ordering",
                                             "payment", "kitchen", "delivery", "media", "review",
                                             "messaging", "identity", "views"}},
        {"server/realtime", {"domain", "clock", "contract", "events", "queries", "http"}},
        {"server/sandbox", {"domain", "clock", "http"}},
        {"server/app",
         kModule + QStringList{"queries", "eventloop", "http", "api", "realtime", "storage",
                               "providers", "catalog", "customer", "ordering", "payment", "kitchen",
                               "delivery", "media", "review", "notification", "messaging",
                               "identity", "views"}},
    };
    return kAllowed;
}

/// Something that may stand in some rooms only.
struct Confined {
    const char *what;
    const char *pattern;
    QStringList rooms;
};

const QList<Confined> &confined() {
    static const QList<Confined> kConfined{
        {"SQL", "\\bQSql[A-Z]\\w*", {"server/storage"}},
        {"QHttpServer", "\\bQ(Abstract)?HttpServer", {"server/http"}},
        {"QJson", "\\bQJson[A-Z]\\w*", {"server/providers", "server/sandbox"}},
        {"the wall clock",
         "currentDateTime|currentMSecsSinceEpoch|currentSecsSinceEpoch|QTime::currentTime|"
         "QDate::currentDate|system_clock|\\btime\\(nullptr\\)",
         {"shared/clock"}},
        {"a singleton", "Q_GLOBAL_STATIC|static\\s+\\w+\\s*&\\s*instance\\(", {}},
        {"QVariantMap", "QVariant(Map|Hash)\\b", {}},
        {"a blocking event loop", "\\bQEventLoop\\b", {"server/app", "server/eventloop"}},
    };
    return kConfined;
}

} // namespace

class TstArchitecture : public QObject {
    Q_OBJECT

private slots:
    void roomsIncludeOnlyWhatTheyMay();
    void everyRoomHasItsRule();
    void confinedThingsStayInTheirRooms_data();
    void confinedThingsStayInTheirRooms();
    void filesAreShort();
    void functionsAreShort();
    void everyFileNamesItsLicence();
    void nothingIsLeftForLater();
};

void TstArchitecture::roomsIncludeOnlyWhatTheyMay() {
    QStringList faults;
    for (const SourceFile &file : sourcesBelow(kProduct)) {
        const QString own = file.room.section(u'/', -1);
        const QStringList allowed = allowedIncludes().value(file.room);
        for (const QString &include : file.quotedIncludes()) {
            const QString room = include.section(u'/', 0, 0);
            if (room != own && !allowed.contains(room))
                faults.append(file.path + QStringLiteral(" includes ") + include);
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TstArchitecture::everyRoomHasItsRule() {
    for (const SourceFile &file : sourcesBelow(kProduct))
        QVERIFY2(allowedIncludes().contains(file.room), qPrintable(file.path));
}

void TstArchitecture::confinedThingsStayInTheirRooms_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("rooms");
    for (const Confined &thing : confined())
        QTest::newRow(thing.what) << QString::fromLatin1(thing.pattern) << thing.rooms;
}

void TstArchitecture::confinedThingsStayInTheirRooms() {
    QFETCH(QString, pattern);
    QFETCH(QStringList, rooms);
    const QRegularExpression expression(pattern);
    QStringList faults;
    for (const SourceFile &file : sourcesBelow(kProduct)) {
        const QStringList code = file.code();
        for (int i = 0; !rooms.contains(file.room) && i < code.size(); ++i) {
            if (code[i].contains(expression))
                faults.append(
                    QStringLiteral("%1:%2 %3").arg(file.path).arg(i + 1).arg(code[i].trimmed()));
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TstArchitecture::filesAreShort() {
    constexpr int kMostLines = 500;
    for (const SourceFile &file : sourcesBelow(kProduct)) {
        QVERIFY2(
            file.lines.size() <= kMostLines,
            qPrintable(QStringLiteral("%1 has %2 lines").arg(file.path).arg(file.lines.size())));
    }
}

void TstArchitecture::functionsAreShort() {
    constexpr int kMostLines = 70;
    for (const SourceFile &file : sourcesBelow(kProduct)) {
        for (const FunctionSpan &span : functionsOf(file)) {
            QVERIFY2(span.lines <= kMostLines, qPrintable(QStringLiteral("%1:%2 is %3 lines long")
                                                              .arg(file.path)
                                                              .arg(span.firstLine)
                                                              .arg(span.lines)));
        }
    }
}

void TstArchitecture::everyFileNamesItsLicence() {
    for (const SourceFile &file : sourcesBelow(kProduct + QStringList{QStringLiteral("tests")}))
        QVERIFY2(file.lines.value(0).contains(
                     QStringLiteral("SPDX-License-Identifier: GPL-3.0-or-later")),
                 qPrintable(file.path));
}

void TstArchitecture::nothingIsLeftForLater() {
    // Spelled in two halves, so that this file does not find itself.
    const QRegularExpression later(QStringLiteral("\\b(TO"
                                                  "DO|FIX"
                                                  "ME|HA"
                                                  "CK)\\b"));
    for (const SourceFile &file : sourcesBelow(kProduct + QStringList{QStringLiteral("tests")})) {
        for (const QString &line : file.lines)
            QVERIFY2(!line.contains(later), qPrintable(file.path + QStringLiteral(": ") + line));
    }
}

QTEST_APPLESS_MAIN(TstArchitecture)
#include "TstArchitecture.moc"
