// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>

#include <memory>

namespace soban::testing {

using MakeTest = std::unique_ptr<QObject> (*)();

/// Runs the test classes of a room one after the other. The name of one as the first argument picks
/// it out; what else there is goes to QtTest.
inline int runSuite(int argc, char **argv, const QList<MakeTest> &makers) {
    const QCoreApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const QString wanted =
        arguments.value(1).startsWith(QStringLiteral("Tst")) ? arguments.takeAt(1) : QString();
    int faults = 0;
    for (const MakeTest make : makers) {
        const auto test = make();
        if (wanted.isEmpty() || wanted == QLatin1StringView(test->metaObject()->className()))
            faults += QTest::qExec(test.get(), arguments);
    }
    return faults;
}

} // namespace soban::testing
