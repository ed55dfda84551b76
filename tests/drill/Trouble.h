// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/Load.h"
#include "drill/Server.h"

namespace soban::drill {

/// A server under load, as a trouble finds it.
struct Scene {
    Server &server;
    Load &load;
    Line line;
    Book &book;
    QRandomGenerator &random;
};

/// What is done to a server.
class Trouble {
public:
    virtual ~Trouble() = default;

    /// What the server has in its environment.
    virtual QMap<QString, QString> environment() const { return {}; }
    /// Before the server starts.
    virtual Fault prepare() { return std::nullopt; }
    /// While it works; it is dead afterwards. A fault is what must not happen meanwhile.
    virtual Fault strike(const Scene &scene) = 0;
    /// Between its death and the next start.
    virtual Fault clearUp() { return std::nullopt; }
};

/// Ends the server with SIGKILL, within some milliseconds, and hears what it said before.
void killSoon(const Scene &scene);
/// As `killSoon`, after it has answered something.
void killAtWork(const Scene &scene);

/// kill -9 (G1).
class Kill : public Trouble {
public:
    Fault strike(const Scene &scene) override;
};

} // namespace soban::drill
