// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/FileLimit.h"

#include <QTest>

#include <memory>

#include <sys/resource.h>

using namespace soban;

class TstFileLimit : public QObject {
    Q_OBJECT

private slots:
    void isRaisedToWhatIsAllowed() {
        rlimit before{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &before), 0);
        rlimit low = before;
        low.rlim_cur = before.rlim_max / 2;
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &low), 0);
        const qint64 files = app::raiseFileLimit();
        rlimit after{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &after), 0);
        ::setrlimit(RLIMIT_NOFILE, &before);
        QCOMPARE(after.rlim_cur, before.rlim_max);
        QVERIFY(files > 0 && rlim_t(files) <= after.rlim_cur);
    }

    void connectionsAndStreamsFitIntoIt_data() {
        QTest::addColumn<qint64>("files");
        QTest::addColumn<int>("connections");
        QTest::addColumn<int>("followers");
        const int usualConnections = http::Limits().maxConnections;
        const int usualFollowers = realtime::HubLimits().maxFollowers;
        QTest::newRow("plenty") << qint64(524'288) << usualConnections << usualFollowers;
        QTest::newRow("enough for connections")
            << qint64(32'768) << usualConnections << (32'768 - 256) * 3 / 5;
        QTest::newRow("the usual soft limit") << qint64(1024) << 308 << 460;
        QTest::newRow("next to nothing") << qint64(64) << 16 << 16;
        QTest::newRow("unknown") << qint64(0) << 16 << 16;
    }
    void connectionsAndStreamsFitIntoIt() {
        QFETCH(qint64, files);
        http::Limits http;
        realtime::HubLimits hub;
        app::fitTo(files, http, hub);
        QTEST(http.maxConnections, "connections");
        QTEST(hub.maxFollowers, "followers");
    }
};

std::unique_ptr<QObject> newTstFileLimit() {
    return std::make_unique<TstFileLimit>();
}

#include "TstFileLimit.moc"
