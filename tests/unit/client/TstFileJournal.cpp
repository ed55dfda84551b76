// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/FileJournal.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace soban;
using namespace soban::client;
using contract::RouteId;

namespace {

CommandRecord record(const QString &key, qint64 order = 7) {
    const OrderId id = *OrderId::fromNumber(order);
    ApiCall call{RouteId::AcceptTicket, {id.toText()}};
    call.key = key;
    call.version = 3;
    call.body = R"({"preparationMinutes":20})";
    call.traceparent = QStringLiteral("00-a-b-01");
    return {call, *AccountId::fromNumber(4), id, Instant::fromMs(1'700'000'000'123)};
}

QStringList keys(const QList<CommandRecord> &records) {
    QStringList names;
    for (const CommandRecord &kept : records)
        names.append(kept.call.key);
    return names;
}

QByteArray contents(const QString &path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TstFileJournal : public QObject {
    Q_OBJECT

    QTemporaryDir m_directory;
    QString m_path;

    std::unique_ptr<FileJournal> open() {
        auto journal = FileJournal::open(m_path);
        return journal ? std::move(journal).value() : nullptr;
    }

    void appendTo(FileJournal &journal, const CommandRecord &added) {
        std::optional<bool> isStored;
        journal.append(added, this, [&isStored](bool stored) { isStored = stored; });
        QTRY_COMPARE(isStored, true);
    }

    void write(const QByteArray &bytes) {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }

private slots:
    void init() {
        static int test = 0;
        m_path = m_directory.filePath(QStringLiteral("%1/commands.jsonl").arg(++test));
    }

    void keepsWhatReplacesSomething() {
        CommandRecord edit = record(QStringLiteral("key-1"));
        edit.call.route = RouteId::EditMenu; // a PUT, with the path of a GET
        edit.call.pathParts.clear();
        CommandRecord shelf = edit;
        shelf.call.route = RouteId::SetAvailability;
        shelf.call.key = QStringLiteral("key-2");
        {
            const auto journal = open();
            appendTo(*journal, edit);
            appendTo(*journal, shelf);
        }
        const auto journal = open();
        const QList<CommandRecord> kept = journal->load();
        QCOMPARE(kept.size(), 2);
        QCOMPARE(kept[0].call.route, RouteId::EditMenu);
        QCOMPARE(kept[1].call.route, RouteId::SetAvailability);
    }

    void keepsCommandsAsTheyWere() {
        appendTo(*open(), record(QStringLiteral("key-1")));
        const auto journal = open();
        const QList<CommandRecord> kept = journal->load();
        QCOMPARE(kept.size(), 1);
        const CommandRecord expected = record(QStringLiteral("key-1"));
        const CommandRecord &actual = kept.first();
        QCOMPARE(actual.call.route, expected.call.route);
        QCOMPARE(actual.call.pathParts, expected.call.pathParts);
        QCOMPARE(actual.call.body, expected.call.body);
        QCOMPARE(actual.call.version, expected.call.version);
        QCOMPARE(actual.call.key, expected.call.key);
        QCOMPARE(actual.call.traceparent, expected.call.traceparent);
        QVERIFY(actual.account == expected.account);
        QVERIFY(actual.subject == expected.subject);
        QVERIFY(actual.storedAt == expected.storedAt);
    }

    void keepsPicturesAsTheyWere_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no text") << QByteArray::fromHex("89504e470d0a1a0a00ff");
        QTest::newRow("only a NUL") << QByteArray(1, '\0');
        QTest::newRow("4 MB") << QByteArray(4 << 20, '\xe9');
        QTest::newRow("nothing") << QByteArray();
    }
    void keepsPicturesAsTheyWere() {
        QFETCH(QByteArray, body);
        CommandRecord added = record(QStringLiteral("key-1"));
        added.call.body = body;
        appendTo(*open(), added);
        const auto journal = open();
        QCOMPARE(journal->load().size(), 1);
        QCOMPARE(journal->load().first().call.body, body);
    }

    void isReadableForItsOwnerOnly() {
        appendTo(*open(), record(QStringLiteral("key-1")));
        QCOMPARE(QFile::permissions(m_path) & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    }

    void hasWrittenWhatItSaysIsStored() {
        const auto journal = open();
        appendTo(*journal, record(QStringLiteral("key-1")));
        QVERIFY(contents(m_path).contains("key-1"));
    }

    void forgetsWhatIsDone() {
        {
            const auto journal = open();
            for (int i = 1; i <= 3; ++i)
                appendTo(*journal, record(QStringLiteral("key-%1").arg(i)));
            journal->remove(QStringLiteral("key-2"));
        }
        QCOMPARE(keys(open()->load()),
                 QStringList({QStringLiteral("key-1"), QStringLiteral("key-3")}));
    }

    void dropsALastLineThatWasTorn_data() {
        QTest::addColumn<int>("cut");
        QTest::newRow("line break only") << 1;
        QTest::newRow("bracket") << 2;
        QTest::newRow("half") << 60;
    }
    void dropsALastLineThatWasTorn() {
        QFETCH(int, cut);
        const QByteArray whole = toJournalLine(record(QStringLiteral("key-1"))) + '\n';
        const QByteArray second = toJournalLine(record(QStringLiteral("key-2"))) + '\n';
        appendTo(*open(), record(QStringLiteral("key-1"))); // makes the directory
        write(whole + second.chopped(cut));
        QTest::ignoreMessage(QtWarningMsg,
                             QRegularExpression(QStringLiteral("line 2 .* is damaged")));
        {
            const auto journal = open();
            QCOMPARE(keys(journal->load()), QStringList{QStringLiteral("key-1")});
            appendTo(*journal, record(QStringLiteral("key-3"))); // must not stick to the torn one
        }
        QCOMPARE(keys(open()->load()),
                 QStringList({QStringLiteral("key-1"), QStringLiteral("key-3")}));
    }

    void survivesDamageInTheMiddle() {
        appendTo(*open(), record(QStringLiteral("key-1")));
        write("\x01\x02garbage\n{\"put\":{\"route\":\"/api/v9/none\",\"key\":\"k\"}}\n" +
              toJournalLine(record(QStringLiteral("key-2"))) + '\n');
        for (int line = 1; line <= 2; ++line)
            QTest::ignoreMessage(
                QtWarningMsg,
                QRegularExpression(QStringLiteral("line %1 .* is damaged").arg(line)));
        QCOMPARE(keys(open()->load()), QStringList{QStringLiteral("key-2")});
    }

    void staysSmall() {
        const auto journal = open();
        appendTo(*journal, record(QStringLiteral("kept")));
        for (int i = 0; i < 500; ++i) {
            const QString key = QStringLiteral("key-%1").arg(i);
            journal->append(record(key), this, [](bool) {});
            journal->remove(key);
        }
        QCOMPARE(keys(journal->load()), QStringList{QStringLiteral("kept")});
        QVERIFY(contents(m_path).count('\n') < 250);
        QVERIFY(contents(m_path).contains("\"kept\""));
    }

    void letsOneProcessAtATimeIn() {
        const auto journal = open();
        QVERIFY(journal);
        QVERIFY(!open());
    }

    void saysWhenTheDiskSaysNo() {
        const auto journal = FileJournal::open(QStringLiteral("/dev/null/commands.jsonl"));
        QVERIFY(!journal);
        QVERIFY(!journal.error().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TstFileJournal)
#include "TstFileJournal.moc"
