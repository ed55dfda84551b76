// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "StreamKit.h"

#include "desk/Desk.h"

#include <QTemporaryDir>

#include <map>

/// A keychain in memory, which outlives the desks that use it by living in `entries`.
class MemoryKeychain : public soban::desk::Keychain {
public:
    using Kind = soban::desk::KeychainAnswer::Kind;

    explicit MemoryKeychain(std::map<QString, QByteArray> &entries) : m_entries(entries) {}

    void read(const QString &key, QObject *context, Answered answered) override {
        const auto entry = m_entries.find(key);
        tell(context, answered, entry == m_entries.end() ? Kind::NotFound : Kind::Done,
             entry == m_entries.end() ? QByteArray() : entry->second);
    }
    void write(const QString &key, const QByteArray &secret, QObject *context,
               Answered answered) override {
        m_entries[key] = secret;
        tell(context, answered, Kind::Done, {});
    }
    void remove(const QString &key, QObject *context, Answered answered) override {
        m_entries.erase(key);
        tell(context, answered, Kind::Done, {});
    }

private:
    static void tell(QObject *context, const Answered &answered, Kind kind,
                     const QByteArray &secret) {
        QMetaObject::invokeMethod(
            context,
            [answered, kind, secret] {
                answered({kind, secret});
            },
            Qt::QueuedConnection);
    }

    std::map<QString, QByteArray> &m_entries;
};

class SilentOutput : public soban::desk::SoundOutput {
public:
    void start(soban::desk::SoundKind, double, bool) override {}
    void stop(soban::desk::SoundKind) override {}
};

/// What a desk leaves behind, and how to make the next one there.
struct DeskPlace {
    QTemporaryDir folder;
    std::map<QString, QByteArray> keychain;

    soban::desk::DeskParts parts() {
        const auto in = [this](const char *name) {
            return folder.filePath(QString::fromLatin1(name));
        };
        soban::desk::DeskParts parts{{in("settings.ini"), in("cursors.ini"), in("commands.journal"),
                                      in("cache"), QStringLiteral("key"), in("one.lock")},
                                     std::make_unique<MemoryKeychain>(keychain),
                                     std::make_unique<SilentOutput>()};
        parts.stream = quickStream();
        parts.queue.retry = quickBackoff();
        parts.linkGrace = std::chrono::milliseconds(150);
        return parts;
    }
};

inline soban::desk::AppOptions optionsFor(const ScriptedServer &server) {
    return {server.address(), QStringLiteral("test")};
}
