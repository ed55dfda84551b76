// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/MessageChoice.h"

#include "client/Calls.h"

namespace soban::customer {

MessageChoice::MessageChoice(client::ApiClient &api, Language language, QObject *parent)
    : QObject(parent), m_api(api), m_language(language) {}

void MessageChoice::load() {
    m_call = std::make_unique<QObject>();
    m_api.send(client::calls::messagePreference(), m_call.get(),
               client::Callback<contract::MessagePreference>([this](const auto &answer) {
                   if (answer)
                       take(*answer);
               }));
}

void MessageChoice::take(const contract::MessagePreference &preference) {
    m_way = preference.way;
    emit changed();
    if (preference.language != m_language)
        save(preference.way);
}

void MessageChoice::choose(MessageWay way) {
    if (way != m_way)
        save(way);
}

void MessageChoice::setLanguage(Language language) {
    if (std::exchange(m_language, language) != language && m_way)
        save(*m_way);
}

void MessageChoice::save(MessageWay way) {
    m_call = std::make_unique<QObject>();
    m_api.send(client::calls::saveMessagePreference({way, m_language}), m_call.get(),
               client::Callback<contract::MessagePreference>([this](const auto &answer) {
                   if (answer)
                       m_way = answer->way;
                   emit changed();
                   if (!answer)
                       emit refused(answer.error());
               }));
}

} // namespace soban::customer
