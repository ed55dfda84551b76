// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>

namespace soban::desk {

/// What a keychain said to one wish.
struct KeychainAnswer {
    enum class Kind {
        Done,
        NotFound, ///< there is no such entry
        Refused,  ///< no keychain at hand, or it was not opened
    };
    Kind kind;
    QByteArray secret = {}; ///< what was read
    QString detail = {};    ///< for logs; never holds the secret
};

/// The desktop's safe for secrets. It may ask the person for a password, so every answer comes
/// later, in the caller's thread, and not after `context` has died. Wishes are met in their order.
class Keychain {
public:
    using Answered = std::function<void(const KeychainAnswer &)>;

    virtual ~Keychain() = default;
    virtual void read(const QString &key, QObject *context, Answered answered) = 0;
    virtual void write(const QString &key, const QByteArray &secret, QObject *context,
                       Answered answered) = 0;
    virtual void remove(const QString &key, QObject *context, Answered answered) = 0;
};

/// The keychain of the desktop: the Secret Service, KWallet, or that of another system. Asked on a
/// thread of its own, because finding out which there is waits for D-Bus.
class SystemKeychain : public Keychain {
public:
    SystemKeychain();
    /// Lets wishes that are under way come true, for a second or two.
    ~SystemKeychain() override;

    void read(const QString &key, QObject *context, Answered answered) override;
    void write(const QString &key, const QByteArray &secret, QObject *context,
               Answered answered) override;
    void remove(const QString &key, QObject *context, Answered answered) override;

private:
    class Thread;

    std::unique_ptr<Thread> m_thread;
};

/// For `--no-keychain`: refuses everything.
class NoKeychain : public Keychain {
public:
    void read(const QString &key, QObject *context, Answered answered) override;
    void write(const QString &key, const QByteArray &secret, QObject *context,
               Answered answered) override;
    void remove(const QString &key, QObject *context, Answered answered) override;
};

} // namespace soban::desk
