// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/PlaceBook.h"

#include "client/Calls.h"

#include <algorithm>

namespace soban::customer {

QString nameOf(const contract::SavedAddress &saved) {
    return saved.label.isEmpty() ? saved.address.text : saved.label;
}

QString placeText(const contract::SavedAddress &saved) {
    return saved.label.isEmpty() ? saved.address.text : saved.label + u" · " + saved.address.text;
}

PlaceBook::PlaceBook(client::ApiClient &api, QObject *parent) : QObject(parent), m_api(api) {}

void PlaceBook::load() {
    if (m_isSaving)
        return; // its answer is newer
    m_call = std::make_unique<QObject>();
    m_api.send(client::calls::addresses(), m_call.get(),
               client::Callback<contract::AddressBook>([this](const auto &answer) {
                   if (!answer) {
                       emit loadFailed(answer.error());
                       return;
                   }
                   m_isLoaded = true;
                   take(answer->addresses, std::max(m_current, 0));
               }));
}

const contract::SavedAddress *PlaceBook::chosen() const {
    return m_current < 0 ? nullptr : &m_places.at(m_current);
}

QString PlaceBook::nameAt(const Address &address) const {
    const auto known = std::find_if(m_places.cbegin(), m_places.cend(),
                                    [&](const auto &saved) { return saved.address == address; });
    return known == m_places.cend() ? QString() : known->label;
}

void PlaceBook::choose(int place) {
    if (place < 0 || place >= m_places.size() || place == m_current)
        return;
    m_current = place;
    emit changed();
    emit placeChosen();
}

void PlaceBook::put(int place, const contract::SavedAddress &saved) {
    QList<contract::SavedAddress> places = m_places;
    const bool isNew = place < 0 || place >= places.size();
    if (isNew)
        places.append(saved);
    else
        places[place] = saved;
    save(places, isNew ? int(places.size()) - 1 : m_current);
}

void PlaceBook::insert(int place, const contract::SavedAddress &saved) {
    QList<contract::SavedAddress> places = m_places;
    const int at = std::clamp(place, 0, int(places.size()));
    places.insert(at, saved);
    save(places, m_current >= at ? m_current + 1 : std::max(m_current, 0));
}

void PlaceBook::remove(int place) {
    if (place < 0 || place >= m_places.size())
        return;
    QList<contract::SavedAddress> places = m_places;
    places.removeAt(place);
    save(places, place < m_current ? m_current - 1 : place == m_current ? 0 : m_current);
}

void PlaceBook::save(QList<contract::SavedAddress> places, int current) {
    if (m_isSaving)
        return;
    m_isSaving = true;
    m_call = std::make_unique<QObject>();
    m_api.send(client::calls::saveAddresses({places}), m_call.get(),
               client::Callback<contract::AddressBook>([this, current](const auto &answer) {
                   m_isSaving = false;
                   if (!answer) {
                       emit refused(answer.error());
                       return;
                   }
                   take(answer->addresses, current);
                   emit saved();
               }));
}

void PlaceBook::take(const QList<contract::SavedAddress> &places, int current) {
    const std::optional<Address> before =
        chosen() ? std::optional(chosen()->address) : std::nullopt;
    m_places = places;
    m_current = std::min(current, int(places.size()) - 1);
    emit changed();
    const std::optional<Address> now = chosen() ? std::optional(chosen()->address) : std::nullopt;
    if (now != before)
        emit placeChosen();
}

} // namespace soban::customer
