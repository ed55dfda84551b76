// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/ServerProbe.h"

#include "client/Calls.h"

namespace soban::desk {

ServerProbe::ServerProbe(client::ApiClient &api, std::chrono::milliseconds interval,
                         QObject *parent)
    : QObject(parent), m_api(api) {
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &ServerProbe::ask);
}

void ServerProbe::start() {
    m_timer.start();
    ask();
}

void ServerProbe::stop() {
    m_timer.stop();
    m_question.reset();
}

void ServerProbe::ask() {
    m_question = std::make_unique<QObject>();
    m_api.send(client::calls::live(), m_question.get(),
               client::Callback<client::Download>([this](const auto &answer) {
                   // Whatever the server says, it is there.
                   const bool isReachable = answer.ok() || answer.error().status != 0;
                   if (std::exchange(m_isReachable, isReachable) != isReachable)
                       emit reachableChanged(isReachable);
               }));
}

} // namespace soban::desk
