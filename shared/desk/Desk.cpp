// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/Desk.h"

#include "client/FileJournal.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

namespace soban::desk {

namespace {

Q_LOGGING_CATEGORY(deskLog, "soban.desk")

constexpr std::chrono::milliseconds kCursorDelay{1'000};

/// Clients that failed together must not come back together.
template <typename Options>
Options seeded(Options options) {
    options.seed = QRandomGenerator::global()->generate();
    return options;
}

PictureOptions picturesIn(const Places &places) {
    PictureOptions options;
    options.folder = places.cacheFolder + QStringLiteral("/pictures");
    return seeded(options);
}

} // namespace

DeskParts DeskParts::of(App app, const AppOptions &options) {
    DeskParts parts{Places::of(app, options.profile), nullptr, nullptr};
    if (options.usesKeychain)
        parts.keychain = std::make_unique<SystemKeychain>();
    else
        parts.keychain = std::make_unique<NoKeychain>();
    parts.soundOutput =
        std::make_unique<Loudspeaker>(parts.places.cacheFolder + QStringLiteral("/sounds"));
    return parts;
}

Desk::Desk(App app, const AppOptions &options, ui::Look &look, QObject *parent)
    : Desk(app, options, DeskParts::of(app, options), look, parent) {}

Desk::Desk(App app, const AppOptions &options, DeskParts parts, ui::Look &look, QObject *parent)
    : QObject(parent)
    , m_app(app)
    , m_places(std::move(parts.places))
    , m_preferences(m_places.settingsFile)
    , m_look(options, m_preferences, look)
    , m_cursors(m_places.cursorsFile, kCursorDelay)
    , m_keychain(std::move(parts.keychain))
    , m_tokens(*m_keychain, m_places.keychainKey)
    , m_transport(parts.transport)
    , m_session(m_transport, options.server, m_clock, m_tokens, {},
                QRandomGenerator::global()->generate())
    , m_api(m_transport, m_session)
    , m_journal(openJournal())
    , m_commands(m_api, *m_journal, m_clock, seeded(parts.queue))
    , m_stream(m_api, seeded(parts.stream))
    , m_link(m_stream, m_clock, parts.linkGrace)
    , m_pictures(m_api, m_clock, picturesIn(m_places))
    , m_sounds(std::move(parts.soundOutput), m_preferences)
    , m_notifier(app) {
    m_tokens.setKept(m_preferences.staysSignedIn());
    connect(&m_session, &client::Session::signedIn, this, &Desk::admit);
    connect(&m_session, &client::Session::expired, this, [this] { dismiss(Farewell::Expired); });
    connect(&m_session, &client::Session::signedOut, this, [this] {
        dismiss(m_isForeign ? Farewell::WrongApp
                : m_account ? Farewell::Asked
                            : Farewell::NoSession);
    });
    connect(&m_stream, &client::EventStream::cursorMoved, this, &Desk::keepCursor);
    // The line is back: what was pressed meanwhile need not wait for its own next try.
    connect(&m_stream, &client::EventStream::connectionStateChanged, this,
            [this](client::StreamState state) {
                if (state != client::StreamState::Offline)
                    m_commands.retryNow();
            });
}

Desk::~Desk() {
    // Nothing may be told any more while the parts go one after the other.
    m_stream.disconnect(this);
    m_session.disconnect(this);
    m_sounds.stopRinging();
    m_stream.stop();
}

std::unique_ptr<client::CommandJournal> Desk::openJournal() {
    auto journal = client::FileJournal::open(m_places.journalFile);
    if (journal)
        return std::move(journal).value();
    m_journalFault = journal.error();
    qCWarning(deskLog, "no journal: %s", qUtf8Printable(m_journalFault));
    return std::make_unique<client::MemoryJournal>();
}

void Desk::open() {
    m_session.restore();
}

void Desk::reconnectNow() {
    m_stream.retryNow();
    m_commands.retryNow();
}

void Desk::admit(const contract::AccountView &account) {
    if (account.role != roleOf(m_app)) {
        m_isForeign = true;
        m_session.signOut();
        m_isForeign = false;
        return;
    }
    m_account = account;
    const qint64 seen = m_cursors.value(account.id.toText()).toLongLong();
    m_stream.stop();
    m_stream.start(seen > 0 ? Sequence::fromNumber(seen) : std::nullopt);
    m_link.setSignedIn(true);
    emit signedIn(account);
}

void Desk::dismiss(Farewell why) {
    m_account.reset();
    m_stream.stop();
    m_link.setSignedIn(false);
    m_sounds.stopRinging();
    emit signedOut(why);
}

void Desk::keepCursor(Sequence cursor) {
    if (m_account)
        m_cursors.setValue(m_account->id.toText(), cursor.number());
}

} // namespace soban::desk
