// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/Bell.h"

#include "storage/Database.h"

#include <QDeadlineTimer>
#include <QLoggingCategory>
#include <QTimer>

namespace soban::storage {

namespace {

Q_LOGGING_CATEGORY(lcBell, "soban.storage.bell")

/// What the triggers of the schema ring.
constexpr QLatin1StringView kChannel("soban_bell");

/// What stands in a ring: how far numbers go by it. Nothing if that is unknown.
std::optional<Standing> standingIn(const QString &words) {
    bool hasEvents = false;
    bool hasSessions = false;
    const Standing standing{words.section(u' ', 0, 0).toLongLong(&hasEvents),
                            words.section(u' ', 1).toLongLong(&hasSessions)};
    return hasEvents && hasSessions ? std::optional(standing) : std::nullopt;
}

/// Tries to hold a number for as long as the connection lives.
bool hold(Database &database, int number) {
    Rows row = database.query("SELECT pg_try_advisory_lock(70262, CAST(? AS INTEGER))", number);
    return row.next() && row.flag(0);
}

std::optional<int> holdAny(Database &database, int numbers) {
    for (int number = 0; number < numbers; ++number) {
        if (hold(database, number))
            return number;
    }
    return std::nullopt;
}

QSet<int> heldNumbers(Database &database) {
    Rows rows =
        database.query("SELECT CAST(objid AS BIGINT) FROM pg_locks WHERE locktype = 'advisory' "
                       "AND classid = 70262 AND objsubid = 2 AND granted AND database = "
                       "(SELECT oid FROM pg_database WHERE datname = current_database())");
    QSet<int> numbers;
    while (rows.next())
        numbers.insert(rows.number(0));
    return numbers;
}

Standing standingOf(Database &database) {
    Rows row = database.query("SELECT last, sessions FROM event_numbers");
    row.next();
    return {row.integer(0), row.integer(1)};
}

} // namespace

/// The connection, and what is done with it; on the bell's thread.
class Bell::Ear : public QObject {
public:
    explicit Ear(Bell &bell) : m_bell(bell), m_database(bell.m_setup.place, Access::ReadOnly) {
        m_tick.setInterval(bell.m_setup.look);
        connect(&m_tick, &QTimer::timeout, this, &Ear::look);
    }

    /// The number that this server was given, within its patience.
    std::optional<int> takeNumber() {
        const auto wish = m_bell.m_setup.number;
        const QDeadlineTimer deadline(m_bell.m_setup.patience);
        while (true) {
            if (const auto number = wish ? holdWish(*wish) : holdFree())
                return number;
            if (deadline.hasExpired())
                return std::nullopt;
            constexpr unsigned long kPauseMs = 100;
            QThread::msleep(kPauseMs);
        }
    }

    void seeOthers() { m_bell.setOthers(heldNumbers(m_database) - QSet<int>{m_bell.number()}); }

    void listen() {
        m_tick.start();
        attend();
    }

private:
    std::optional<int> holdWish(int wish) {
        return hold(m_database, wish) ? std::optional(wish) : std::nullopt;
    }

    std::optional<int> holdFree() { return holdAny(m_database, m_bell.m_setup.numbers); }

    /// Before it looks: what is committed in between rings.
    void attend() {
        try {
            m_database.listen(kChannel, this, [this](const QString &words) {
                if (const auto standing = standingIn(words))
                    emit m_bell.rang(*standing);
            });
            m_isListening = true;
            lookNow();
        } catch (const StorageError &error) {
            lose(error);
        }
    }

    void look() {
        if (!m_isListening)
            return comeBack();
        try {
            lookNow();
        } catch (const StorageError &error) {
            lose(error);
        }
    }

    void lookNow() {
        seeOthers();
        emit m_bell.rang(standingOf(m_database));
    }

    void lose(const StorageError &error) {
        qCWarning(lcBell, "does not hear the others: %s", error.what());
        m_isListening = false;
    }

    void comeBack() {
        try {
            m_database.reopen();
            if (!hold(m_database, m_bell.number())) {
                const auto number = holdFree();
                if (!number)
                    throw StorageError(StorageError::Kind::Other,
                                       QStringLiteral("all numbers of servers are taken"));
                m_bell.setNumber(*number);
            }
        } catch (const StorageError &error) {
            return lose(error);
        }
        qCInfo(lcBell, "hears the others again");
        attend();
        emit m_bell.returned();
    }

    Bell &m_bell;
    Database m_database;
    QTimer m_tick;
    bool m_isListening = false;
};

Bell::Bell(const Setup &setup) : m_setup(setup) {
    setObjectName(QStringLiteral("soban-bell"));
}

Bell::~Bell() {
    close();
}

std::optional<QString> Bell::begin() {
    QMutexLocker lock(&m_mutex);
    start();
    while (!m_hasBegun)
        m_wake.wait(&m_mutex);
    return m_failure;
}

void Bell::listen() {
    const QMutexLocker lock(&m_mutex);
    if (m_ear)
        QMetaObject::invokeMethod(m_ear, [ear = m_ear] { ear->listen(); });
}

void Bell::close() {
    quit();
    wait();
}

void Bell::run() {
    std::unique_ptr<Ear> ear;
    try {
        ear = std::make_unique<Ear>(*this);
        const auto number = ear->takeNumber();
        if (!number)
            return hasBegun(QStringLiteral("another server has this one's number"));
        m_number = *number;
        m_ear = ear.get();
        ear->seeOthers();
    } catch (const StorageError &error) {
        return hasBegun(QString::fromUtf8(error.what()));
    }
    hasBegun({});
    exec();
    const QMutexLocker lock(&m_mutex);
    m_ear = nullptr;
}

void Bell::hasBegun(const std::optional<QString> &failure) {
    const QMutexLocker lock(&m_mutex);
    m_failure = failure;
    m_hasBegun = true;
    m_wake.wakeAll();
}

int Bell::number() const {
    const QMutexLocker lock(&m_mutex);
    return m_number;
}

QSet<int> Bell::others() const {
    const QMutexLocker lock(&m_mutex);
    return m_others;
}

void Bell::met(int number) {
    const QMutexLocker lock(&m_mutex);
    if (number != m_number)
        m_others.insert(number);
}

void Bell::setNumber(int number) {
    {
        const QMutexLocker lock(&m_mutex);
        m_number = number;
    }
    qCWarning(lcBell, "another server has this one's number: it goes on as number %d", number);
    emit numberChanged(number);
}

void Bell::setOthers(const QSet<int> &others) {
    {
        const QMutexLocker lock(&m_mutex);
        if (m_others == others)
            return;
        m_others = others;
    }
    emit othersChanged();
}

} // namespace soban::storage
