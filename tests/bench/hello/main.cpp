// SPDX-License-Identifier: GPL-3.0-or-later
// soban-bench-hello plain|guarded: answers every request with a greeting.
#include "PlainHello.h"

#include "eventloop/NetworkDispatcher.h"
#include "http/Listener.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

using namespace soban;

class Hello : public http::Handler {
public:
    void handle(http::Request, http::Reply reply) override {
        reply.send(http::Answer::text(200, QByteArrayLiteral("hello\n")));
    }
};

int serve(quint16 port) {
    std::printf("hello listening on http://127.0.0.1:%d\n", int(port));
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv) {
    if (auto dispatcher = newNetworkDispatcher())
        QCoreApplication::setEventDispatcher(dispatcher.release());
    const QCoreApplication application(argc, argv);
    if (QCoreApplication::arguments().value(1) == u"plain") {
        bench::PlainHello server;
        return serve(server.listen());
    }
    Hello hello;
    http::Listener listener(hello, {});
    if (!listener.listen(QHostAddress(QHostAddress::LocalHost), 0, http::PortUse::Claim))
        return 1;
    return serve(listener.port());
}
