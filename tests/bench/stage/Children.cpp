// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage/Children.h"

#include "load/Cores.h"

#include <QCoreApplication>
#include <QFile>

#include <unistd.h>

namespace soban::bench {

namespace {

QMap<QString, QString> secrets() {
    return {{QStringLiteral("SOBAN_TOSS_SECRET_KEY"), QStringLiteral("test_sk_bench")}};
}

QByteArray procFile(qint64 process, const char *name) {
    QFile file(QStringLiteral("/proc/%1/%2").arg(process).arg(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList argumentsOf(const ServerSetup &setup) {
    QMap<QString, QString> settings = setup.settings;
    if (setup.databaseUrl.isEmpty())
        settings.insert(QStringLiteral("database.file"), setup.databaseFile);
    else
        settings.insert(QStringLiteral("database.url"), setup.databaseUrl);
    settings.insert(QStringLiteral("listen.port"), QStringLiteral("0"));
    settings.insert(QStringLiteral("payment.url"), setup.paymentUrl.toString());
    // The figures are those of one core: a second network thread would only take turns with it.
    settings.insert(QStringLiteral("network.threads"), QStringLiteral("1"));
    QStringList arguments = setup.arguments;
    for (auto setting = settings.cbegin(); setting != settings.cend(); ++setting)
        arguments << QStringLiteral("--set") << (setting.key() + u'=' + setting.value());
    return arguments;
}

} // namespace

QString programBeside(const QString &name) {
    return QCoreApplication::applicationDirPath() + u'/' + name;
}

Child::Child(const testing::ChildProcess::Setup &setup, int core)
    : m_process(setup), m_program(setup.program), m_core(core) {}

Fault Child::start(const QString &lineStart) {
    const OnCores held({m_core}); // inherited
    const Moment begin = Clock::now();
    const auto address = m_process.start(lineStart, std::chrono::seconds(60));
    m_startSpan = Clock::now() - begin;
    if (!address)
        return QString(m_program + QStringLiteral(" does not start"));
    m_url = QUrl(*address);
    m_port = {quint16(m_url.port())};
    return std::nullopt;
}

qint64 Child::residentKiB() const {
    constexpr QByteArrayView kName("VmRSS:");
    for (const QByteArray &line : procFile(m_process.processId(), "status").split('\n')) {
        if (line.startsWith(kName))
            return line.mid(kName.size()).simplified().split(' ').first().toLongLong();
    }
    return 0;
}

Span Child::cpuTime() const {
    constexpr int kUserTicks = 11; // of what follows the name, which stands in parentheses
    const QByteArray stat = procFile(m_process.processId(), "stat");
    const QList<QByteArray> words = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    const qint64 ticks =
        words.value(kUserTicks).toLongLong() + words.value(kUserTicks + 1).toLongLong();
    return std::chrono::milliseconds(ticks * 1000 / ::sysconf(_SC_CLK_TCK));
}

ServerChild::ServerChild(const ServerSetup &setup, int core)
    : Child({programBeside(QStringLiteral("soban-server")), argumentsOf(setup), secrets()}, core) {}

SandboxChild::SandboxChild(int core)
    : Child({programBeside(QStringLiteral("soban-sandbox")),
             {QStringLiteral("--port"), QStringLiteral("0")},
             secrets()},
            core) {}

} // namespace soban::bench
