// SPDX-License-Identifier: GPL-3.0-or-later
// The disk that the drills have in the place of a real one.
#include "drill/Disk.h"

#include <QSet>
#include <QTest>

using namespace soban::drill;

namespace {

constexpr quint64 kInode = 7;
constexpr qsizetype kSectorBytes = 512;
const QByteArray kName("log");

QByteArray record(DiskOp op, const QByteArray &name = kName, quint64 inode = kInode,
                  quint64 offset = 0, const QByteArray &data = {}) {
    const DiskRecordHead head{op, quint32(name.size()), inode, offset, quint64(data.size())};
    return QByteArray(reinterpret_cast<const char *>(&head), sizeof head) + name + data;
}

QByteArray write(quint64 offset, const QByteArray &data) {
    return record(DiskOp::Write, kName, kInode, offset, data);
}

/// All that a cut may leave of a file, by many seeds.
QSet<QByteArray> possible(const QByteArray &before, const QByteArray &journal,
                          const QByteArray &name = kName) {
    constexpr quint32 kSeeds = 200;
    QSet<QByteArray> contents;
    for (quint32 seed = 1; seed <= kSeeds; ++seed) {
        Disk disk(seed);
        disk.place(kName, kInode, before);
        disk.play(journal);
        contents.insert(disk.cut().value(name, QByteArray("no file")));
    }
    return contents;
}

} // namespace

class TstDrillDisk : public QObject {
    Q_OBJECT

private slots:
    void whatWasSyncedStays() {
        QCOMPARE(possible("ab", write(1, "xyz") + record(DiskOp::Sync)),
                 QSet<QByteArray>({"axyz"}));
    }

    void whatWasNotSyncedMayBeThereOrNot() {
        QCOMPARE(possible("ab", write(0, "x") + record(DiskOp::Sync) + write(1, "y")),
                 QSet<QByteArray>({"xb", "xy"}));
    }

    void laterWritesMayBeThereWithoutEarlierOnes() {
        QVERIFY(possible("ab", write(0, "x") + write(1, "y")).contains("ay"));
    }

    void writesTearBetweenSectorsOnly() {
        const QByteArray before(2 * kSectorBytes, 'a');
        const auto left = possible(before, write(1, QByteArray(2 * kSectorBytes - 1, 'b')));
        const QByteArray first = 'a' + QByteArray(kSectorBytes - 1, 'b');
        QCOMPARE(left,
                 QSet<QByteArray>({before, first + QByteArray(kSectorBytes, 'b'),
                                   first + QByteArray(kSectorBytes, 'a'),
                                   before.first(kSectorBytes) + QByteArray(kSectorBytes, 'b')}));
    }

    void truncationNeedsASyncAsWell() {
        const QByteArray shorter = record(DiskOp::Truncate, kName, kInode, 1);
        QCOMPARE(possible("ab", shorter), QSet<QByteArray>({"a", "ab"}));
        QCOMPARE(possible("ab", shorter + record(DiskOp::Sync)), QSet<QByteArray>({"a"}));
    }

    void failedSyncIsNotMadeGoodByALaterOne() {
        const QByteArray journal =
            write(0, "x") + record(DiskOp::SyncFailed) + record(DiskOp::Sync);
        QCOMPARE(possible("ab", journal), QSet<QByteArray>({"ab", "xb"}));
    }

    void newFileNeedsItsFolderSynced() {
        const QByteArray made =
            record(DiskOp::Write, "new", 8, 0, "z") + record(DiskOp::Sync, "new", 8);
        QCOMPARE(possible({}, made, "new"), QSet<QByteArray>({"z", "no file"}));
        QCOMPARE(possible({}, made + record(DiskOp::SyncFolder, {}), "new"),
                 QSet<QByteArray>({"z"}));
    }

    void removedFileMayComeBackUntilItsFolderIsSynced() {
        QCOMPARE(possible("ab", record(DiskOp::Remove)), QSet<QByteArray>({"ab", "no file"}));
        QCOMPARE(possible("ab", record(DiskOp::Remove) + record(DiskOp::SyncFolder, {})),
                 QSet<QByteArray>({"no file"}));
    }

    void recordThatWasCutOffDidNotHappen() {
        const QByteArray journal = write(0, "x") + record(DiskOp::Sync);
        for (qsizetype bytes = 0; bytes < journal.size(); ++bytes)
            QVERIFY(possible("ab", journal.first(bytes)).contains("ab"));
        QVERIFY(!possible("ab", journal).contains("ab"));
    }
};

QTEST_APPLESS_MAIN(TstDrillDisk)
#include "TstDrillDisk.moc"
