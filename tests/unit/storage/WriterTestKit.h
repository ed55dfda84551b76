// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StorageTestKit.h"
#include "storage/Writer.h"

#include <QSemaphore>

namespace soban::testing {

/// A bench with one table of its own: `notes`, each with a text of its own.
class NoteBench : public storage::Writer::Bench {
public:
    explicit NoteBench(const storage::DatabaseAddress &address)
        : m_database(address, storage::Database::Access::ReadWrite) {
        storage::migrate(m_database, kStart);
        m_database.executeOnce(
            QStringLiteral("CREATE TABLE notes (number BIGINT NOT NULL, text TEXT NOT NULL)"));
        // A whole text may be too long to be a key.
        m_database.executeOnce(
            QStringLiteral("CREATE UNIQUE INDEX notes_once ON notes (SUBSTR(text, 1, 100))"));
    }

    storage::Database &database() override { return m_database; }
    storage::SqlEventSink &events() override { return m_events; }
    void finishWork() override { ++finished; }
    void forgetWork() override { ++forgotten; }

    void write(const QString &note) {
        m_database.execute("INSERT INTO notes (number, text) "
                           "SELECT COUNT(*), CAST(? AS TEXT) FROM notes",
                           note);
    }
    void announce(qint64 number) { m_events.announce(eventNumber(number)); }
    [[noreturn]] static void breakDown() {
        throw storage::StorageError(storage::StorageError::Kind::Other, QStringLiteral("broken"));
    }

    std::atomic<int> finished = 0;
    std::atomic<int> forgotten = 0;

private:
    ManualClock m_clock{kStart};
    IdSource m_ids{m_clock, 0};
    storage::Database m_database;
    storage::SqlEventSink m_events{m_database, m_ids, m_clock};
};

/// A writer of notes, and what came of the works given to it.
class NoteWriter {
public:
    using Work = std::function<void(NoteBench &)>;

    explicit NoteWriter(storage::Writer::Limits limits = {})
        : writer(
              [this] {
                  auto made = std::make_unique<NoteBench>(address());
                  bench = made.get();
                  return made;
              },
              bus, limits) {
        QObject::connect(
            &bus, &EventBus::committed, &bus,
            [this](const EventBatch &batch) {
                for (const CommittedEvent &event : *batch)
                    committed.append(event.record);
            },
            Qt::DirectConnection);
        if (const auto fault = writer.begin())
            qFatal("no bench: %s", qPrintable(*fault));
    }

    const storage::DatabaseAddress &address() const { return m_place.address(); }

    /// Hands work in; its outcome is added to `outcomes`.
    bool submit(const Work &work) {
        return writer.submit([this, work] { work(*bench); },
                             [this](bool durable) { outcomes.append(durable); });
    }
    bool submitNote(const QString &note) {
        return submit([note](NoteBench &notesBench) { notesBench.write(note); });
    }
    /// Hands work in and waits for its outcome.
    bool run(const Work &work) {
        QSemaphore done;
        bool isDurable = false;
        writer.submit([&] { work(*bench); },
                      [&](bool durable) {
                          isDurable = durable;
                          done.release();
                      });
        done.acquire();
        return isDurable;
    }
    /// From here on works wait, so that they come into one transaction, until `letGo`.
    void hold() {
        writer.submit(
            [this] {
                m_begun.release();
                m_gate.acquire();
            },
            [](bool) {});
        m_begun.acquire();
    }
    void letGo() { m_gate.release(); }
    /// Lets go, and waits until all is done.
    void finish() {
        letGo();
        writer.close();
    }

    /// What another connection finds on the disk.
    QStringList notes() const {
        storage::Database reader(address(), storage::Database::Access::ReadOnly);
        storage::Rows rows = reader.query("SELECT text FROM notes ORDER BY number");
        QStringList notes;
        while (rows.next())
            notes.append(rows.text(0));
        return notes;
    }

private:
    TestDatabase m_place;
    QSemaphore m_begun;
    QSemaphore m_gate;

public:
    EventBus bus;
    NoteBench *bench = nullptr; ///< the writer's thread only, but for the counters
    // Written on the writer's thread: read after `run`, `finish` or `close`.
    QList<bool> outcomes;
    QList<EventRecord> committed;
    storage::Writer writer;
};

} // namespace soban::testing
