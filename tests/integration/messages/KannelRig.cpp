// SPDX-License-Identifier: GPL-3.0-or-later
#include "KannelRig.h"

#include <QFile>
#include <QRandomGenerator>
#include <QStringDecoder>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

namespace soban::testing {

namespace {

constexpr int kStartMs = 15'000;

/// A port that is free, and below those that outgoing connections get: on a busy machine one of
/// them would be gone before Kannel takes it.
int freePort() {
    constexpr int kLowest = 10'000;
    constexpr int kHighest = 32'000;
    QTcpServer server;
    while (true) {
        const int port = QRandomGenerator::global()->bounded(kLowest, kHighest);
        if (server.listen(QHostAddress::AnyIPv4, quint16(port)))
            return port;
    }
}

bool isListening(int port) {
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(port));
    return socket.waitForConnected(200);
}

std::unique_ptr<ChildProcess> program(const char *path, const QStringList &arguments) {
    return std::make_unique<ChildProcess>(
        ChildProcess::Setup{QString::fromLatin1(path), arguments});
}

} // namespace

std::optional<QString> KannelRig::start() {
    // Between finding a port and Kannel's taking it somebody else may have.
    constexpr int kAttempts = 3;
    std::optional<QString> fault;
    for (int i = 0; i < kAttempts; ++i) {
        fault = attempt();
        if (!fault)
            break;
        qWarning("%s: %s", qPrintable(*fault),
                 m_bearerbox ? m_bearerbox->standardError().right(1000).constData() : "");
    }
    return fault;
}

std::optional<QString> KannelRig::attempt() {
    m_adminPort = freePort();
    m_boxPort = freePort();
    m_networkPort = freePort();
    m_smsPort = freePort();
    if (!writeConfiguration())
        return QStringLiteral("the configuration of Kannel cannot be written");
    const QString configuration = m_dir.filePath(QStringLiteral("kannel.conf"));
    m_bearerbox = program("/usr/sbin/bearerbox", {configuration});
    if (!m_bearerbox->launch())
        return QStringLiteral("there is no Kannel; install the packages kannel and kannel-extras");
    if (!QTest::qWaitFor([this] { return isListening(m_adminPort); }, kStartMs))
        return QStringLiteral("Kannel's bearerbox did not start");
    if (auto fault = startSmsbox())
        return fault;
    // It has to send something itself, far in the future, to go on listening.
    m_network =
        program("/usr/lib/kannel/test/fakesmsc",
                {QStringLiteral("-H"), QStringLiteral("127.0.0.1"), QStringLiteral("-r"),
                 QString::number(m_networkPort), QStringLiteral("-i"), QStringLiteral("100000"),
                 QStringLiteral("-m"), QStringLiteral("0"), QStringLiteral("100 200 text hello")});
    if (!m_network->launch() || !QTest::qWaitFor([this] { return isNetworkThere(); }, kStartMs))
        return QStringLiteral("Kannel's fakesmsc did not come to the bearerbox");
    return std::nullopt;
}

std::optional<QString> KannelRig::startSmsbox() {
    m_smsbox = program("/usr/sbin/smsbox", {m_dir.filePath(QStringLiteral("kannel.conf"))});
    if (!m_smsbox->launch() ||
        !QTest::qWaitFor([this] { return isListening(m_smsPort); }, kStartMs))
        return QStringLiteral("Kannel's smsbox did not start");
    return std::nullopt;
}

bool KannelRig::isNetworkThere() {
    const QUrl status(
        QStringLiteral("http://127.0.0.1:%1/status.txt?password=admin").arg(m_adminPort));
    return m_http.get(status).body.contains("(online");
}

bool KannelRig::writeConfiguration() {
    QFile file(m_dir.filePath(QStringLiteral("kannel.conf")));
    const QString text = QStringLiteral("group = core\n"
                                        "admin-port = %1\n"
                                        "admin-password = admin\n"
                                        "admin-allow-ip = 127.0.0.1\n"
                                        "smsbox-port = %2\n"
                                        "box-allow-ip = 127.0.0.1\n"
                                        "dlr-storage = internal\n"
                                        "\n"
                                        "group = smsc\n"
                                        "smsc = fake\n"
                                        "smsc-id = fake\n"
                                        "port = %3\n"
                                        "connect-allow-ip = 127.0.0.1\n"
                                        "\n"
                                        "group = smsbox\n"
                                        "bearerbox-host = 127.0.0.1\n"
                                        "sendsms-port = %4\n"
                                        "\n"
                                        "group = sendsms-user\n"
                                        "username = %5\n"
                                        "password = %6\n"
                                        "concatenation = true\n"
                                        "max-messages = 4\n")
                             .arg(m_adminPort)
                             .arg(m_boxPort)
                             .arg(m_networkPort)
                             .arg(m_smsPort)
                             .arg(QString::fromLatin1(kUser), QString::fromLatin1(kPassword));
    return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
}

QUrl KannelRig::url() const {
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_smsPort));
}

QList<NetworkSms> KannelRig::received() const {
    QList<NetworkSms> messages;
    for (const QByteArray &line : m_network->standardError().split('\n')) {
        const qsizetype begin = line.indexOf(": <");
        if (!line.contains("Got message") || begin < 0)
            continue;
        const auto words = line.sliced(begin + 3, line.lastIndexOf('>') - begin - 3).split(' ');
        // A long one comes in parts, each behind a header.
        const bool isPart = words.value(2) == "udh";
        QByteArray data = words.last();
        QStringDecoder decoder(QStringDecoder::Utf16BE);
        const QString text =
            decoder.decode(QByteArray::fromPercentEncoding(data.replace('+', ' ')));
        if (isPart && !messages.isEmpty() && words.value(3).right(2) != "01")
            messages.last().text += text;
        else
            messages.append(
                {QString::fromLatin1(words.value(0)), QString::fromLatin1(words.value(1)), text});
    }
    return messages;
}

} // namespace soban::testing
