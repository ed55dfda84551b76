// SPDX-License-Identifier: GPL-3.0-or-later
// The table of docs/hostile-inputs.md against the real server, plain and with TLS: each row gets
// its answer, and the server's memory and connections are afterwards what they were.
#include "HostileClient.h"

#include "support/ProcessMemory.h"
#include "support/TestTown.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <cmath>
#include <memory>
#include <vector>

using namespace soban;
using namespace soban::testing;
using Transport = HostileClient::Transport;

namespace {

constexpr int kRowMs = 15'000;
constexpr qint64 kKibibytePerMebibyte = 1024;

/// Short, so that nobody waits long for who is slow.
QStringList shortLimits() {
    QStringList arguments;
    for (const char *setting :
         {"network.threads=2", "limits.headMs=700", "limits.bodyMs=700", "limits.answerMs=700",
          "limits.bytesPerSecond=16777216", "limits.idleMs=900", "limits.lingerMs=2000",
          "stream.silenceMs=1000", "stream.heartbeatMs=200"}) {
        arguments << QStringLiteral("--set") << QString::fromLatin1(setting);
    }
    return arguments;
}

QStringList tls() {
    const QString folder = QStringLiteral(SOBAN_SOURCE_DIR "/tests/support/tls/");
    return {QStringLiteral("--set"),
            QStringLiteral("tls.certificateFile=") + folder +
                QStringLiteral("localhost-certificate.pem"),
            QStringLiteral("--set"),
            QStringLiteral("tls.keyFile=") + folder + QStringLiteral("localhost-key.pem")};
}

} // namespace

class TstHostileInputs : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void tableIsWrittenDown();
    void getsItsAnswer_data();
    void getsItsAnswer();
    void allAtOnceLeaveNothingBehind();
    void tlsStarts();
    void getsItsAnswerByTls_data();
    void getsItsAnswerByTls();
    void allAtOnceLeaveNothingBehindByTls();
    void cleanupTestCase();

private:
    void addRows(Transport transport) const;
    void checkRow(Transport transport);
    void checkStorm(Transport transport);
    void storm(Transport transport);
    double metric(const QByteArray &name, Transport transport);
    quint16 port() const { return quint16(m_town.url().port()); }

    TestTown m_town;
    QList<HostileInput> m_table;
};

void TstHostileInputs::initTestCase() {
    const auto fault = m_town.start(shortLimits());
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    const auto end = m_town.call(m_town.request(contract::RouteId::PollEvents, Caller::NewCustomer))
                         .as<contract::EventPage>();
    QVERIFY(end);
    const TownKeys keys{m_town.token(Caller::NewCustomer), end->sequence.toText().toLatin1(),
                        m_town.kitchen().card.id.toText().toLatin1()};
    m_table = framingInputs(keys) + apiInputs(keys) + streamInputs(keys);
    QVERIFY(m_table.size() >= 40);
}

/// `SOBAN_UPDATE_GOLDEN=1` writes it.
void TstHostileInputs::tableIsWrittenDown() {
    QFile file(QStringLiteral(SOBAN_SOURCE_DIR "/docs/hostile-inputs.md"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray text = file.readAll();
    const qsizetype at = text.indexOf("| input | answer |\n");
    QVERIFY(at >= 0);
    QByteArray table = "| input | answer |\n|---|---|\n";
    for (const HostileInput &input : std::as_const(m_table))
        table += "| " + input.name + " | `" + input.answer + "` |\n";
    if (qEnvironmentVariableIsSet("SOBAN_UPDATE_GOLDEN")) {
        file.resize(at);
        file.seek(at);
        QCOMPARE(file.write(table), table.size());
    } else {
        QCOMPARE(text.sliced(at), table);
    }
}

void TstHostileInputs::addRows(Transport transport) const {
    QTest::addColumn<int>("index");
    for (int index = 0; index < m_table.size(); ++index) {
        const HostileInput &input = m_table[index];
        if (transport == Transport::Plain || !input.isPlainOnly)
            QTest::newRow(input.name.constData()) << index;
    }
}

void TstHostileInputs::checkRow(Transport transport) {
    QFETCH(int, index);
    const HostileInput &input = m_table[index];
    HostileClient client(input, port(), transport);
    QElapsedTimer clock;
    clock.start();
    // Whoever may stay need not stay: the answer counts, not the end that idleness brings.
    const QByteArray alsoGood = input.answer + " end";
    const auto isDone = [&] {
        return client.answer() == input.answer ||
               (!input.answer.endsWith("end") && client.answer() == alsoGood);
    };
    while (!isDone() && clock.elapsed() < kRowMs)
        QTest::qWait(1);
    QVERIFY2(isDone(),
             QByteArray("got: " + client.answer() + "\n" + client.received()).constData());
    QVERIFY2(client.received().contains(input.contains), client.received().constData());
}

void TstHostileInputs::getsItsAnswer_data() {
    addRows(Transport::Plain);
}

void TstHostileInputs::getsItsAnswer() {
    checkRow(Transport::Plain);
}

/// Everybody of the table together; returns when all have ended.
void TstHostileInputs::storm(Transport transport) {
    std::vector<std::unique_ptr<HostileClient>> clients;
    for (const HostileInput &input : std::as_const(m_table)) {
        if (transport == Transport::Plain || !input.isPlainOnly)
            clients.push_back(std::make_unique<HostileClient>(input, port(), transport));
    }
    for (const auto &client : clients)
        QTRY_VERIFY_WITH_TIMEOUT(client->hasEnded(), 2 * kRowMs);
}

double TstHostileInputs::metric(const QByteArray &name, Transport transport) {
    const HostileInput question{"", "GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                                ""};
    HostileClient client(question, port(), transport);
    [&] { QTRY_VERIFY(client.hasEnded()); }();
    const QByteArray start = name + ' ';
    for (const QByteArray &line : client.received().split('\n')) {
        if (line.startsWith(start))
            return line.sliced(start.size()).toDouble();
    }
    return -1;
}

void TstHostileInputs::checkStorm(Transport transport) {
    storm(transport); // what is kept for good is kept now: buffers of threads, caches
    const ProcessMemory memory(m_town.serverProcess());
    const qint64 before = memory.now();
    for (int round = 0; round < 3; ++round)
        storm(transport);
    // The question may count itself; what a storm leaves behind, four of them leave four times.
    const auto connections = [&] { return metric("soban_connections", transport); };
    QTRY_VERIFY_WITH_TIMEOUT(std::abs(connections() - 0.5) <= 0.5, kRowMs);
    QTRY_COMPARE_WITH_TIMEOUT(metric("soban_streams", transport), 0.0, kRowMs);
    QTRY_COMPARE_WITH_TIMEOUT(metric("soban_polls", transport), 0.0, kRowMs);
    const qint64 after = memory.now();
    qInfo("memory: %lld KiB before, %lld KiB after, %lld KiB at the most", before, after,
          memory.atMost());
    if (!ProcessMemory::isTelling())
        return;
    // Caches of the database and the heap may yet grow. If each client left no more than 64 KiB
    // behind, the three storms would leave 24 MiB.
    QVERIFY2(after - before <= 16 * kKibibytePerMebibyte, "the server has grown");
    QVERIFY2(memory.atMost() <= 256 * kKibibytePerMebibyte, "the server was too large");
}

void TstHostileInputs::allAtOnceLeaveNothingBehind() {
    checkStorm(Transport::Plain);
}

void TstHostileInputs::tlsStarts() {
    QVERIFY(m_town.stopServer());
    const auto fault = m_town.restartServer(shortLimits() + tls());
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    QCOMPARE(m_town.url().scheme(), QStringLiteral("https"));
}

void TstHostileInputs::getsItsAnswerByTls_data() {
    addRows(Transport::Tls);
}

void TstHostileInputs::getsItsAnswerByTls() {
    checkRow(Transport::Tls);
}

void TstHostileInputs::allAtOnceLeaveNothingBehindByTls() {
    checkStorm(Transport::Tls);
}

void TstHostileInputs::cleanupTestCase() {
    // A sanitizer's finding would show in the exit code.
    QVERIFY(m_town.stopServer());
}

QTEST_GUILESS_MAIN(TstHostileInputs)
#include "TstHostileInputs.moc"
