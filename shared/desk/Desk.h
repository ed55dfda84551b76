// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/CommandQueue.h"
#include "desk/KeychainTokenStore.h"
#include "desk/Link.h"
#include "desk/LookKeeper.h"
#include "desk/Notifier.h"
#include "desk/PictureStore.h"
#include "desk/Places.h"
#include "desk/Sounds.h"

namespace soban::desk {

/// What of the desk touches the machine; tests put in their own.
struct DeskParts {
    Places places;
    std::unique_ptr<Keychain> keychain;
    std::unique_ptr<SoundOutput> soundOutput;
    client::TransportOptions transport = {};
    client::EventStreamOptions stream = {};
    client::CommandQueueOptions queue = {};
    std::chrono::milliseconds linkGrace{2'500};

    static DeskParts of(App app, const AppOptions &options);
};

/// Why nobody is signed in.
enum class Farewell {
    NoSession, ///< there was none to take up
    Asked,     ///< the person signed out
    Expired,   ///< the server no longer takes the session
    WrongApp,  ///< the account belongs into another of the apps
};

/// What every app stands on: one object that makes the parts, joins them and ends them in order.
/// The parts are reached through it; windows get the desk, or the part they need.
class Desk : public QObject {
    Q_OBJECT

public:
    Desk(App app, const AppOptions &options, ui::Look &look, QObject *parent = nullptr);
    Desk(App app, const AppOptions &options, DeskParts parts, ui::Look &look,
         QObject *parent = nullptr);
    ~Desk() override;

    /// Takes up the session of the last time, if there is one: `signedIn` or `signedOut` follows.
    void open();
    /// Tries at once whatever waits for its next try.
    void reconnectNow();

    App app() const { return m_app; }
    const Clock &clock() const { return m_clock; }
    Preferences &preferences() { return m_preferences; }
    KeychainTokenStore &tokens() { return m_tokens; }
    client::Session &session() { return m_session; }
    client::ApiClient &api() { return m_api; }
    client::CommandQueue &commands() { return m_commands; }
    client::EventStream &stream() { return m_stream; }
    Link &link() { return m_link; }
    PictureStore &pictures() { return m_pictures; }
    Sounds &sounds() { return m_sounds; }
    Notifier &notifier() { return m_notifier; }
    const Places &places() const { return m_places; }

    /// Who is signed in, and belongs here.
    const std::optional<contract::AccountView> &account() const { return m_account; }
    /// Why commands do not survive this process, in English; empty if they do.
    const QString &journalFault() const { return m_journalFault; }

signals:
    void signedIn(const soban::contract::AccountView &account);
    void signedOut(soban::desk::Farewell why);

private:
    std::unique_ptr<client::CommandJournal> openJournal();
    void admit(const contract::AccountView &account);
    void dismiss(Farewell why);
    void keepCursor(Sequence cursor);

    // In the order in which they stand on each other: they end from the last to the first.
    App m_app;
    Places m_places;
    SystemClock m_clock;
    Preferences m_preferences;
    LookKeeper m_look;
    SettingsFile m_cursors; ///< the last sequence seen, by account
    std::unique_ptr<Keychain> m_keychain;
    KeychainTokenStore m_tokens;
    client::HttpTransport m_transport;
    client::Session m_session;
    std::optional<contract::AccountView> m_account;
    bool m_isForeign = false; ///< while an account of another app is being signed out
    client::ApiClient m_api;
    QString m_journalFault;
    std::unique_ptr<client::CommandJournal> m_journal;
    client::CommandQueue m_commands;
    client::EventStream m_stream;
    Link m_link;
    PictureStore m_pictures;
    Sounds m_sounds;
    Notifier m_notifier;
};

} // namespace soban::desk
