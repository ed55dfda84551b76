// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ShopState.h"

#include "client/Calls.h"
#include "domain/Schedule.h"

namespace soban::shop_app {

namespace {

constexpr int kUsualMinutes = 20;
constexpr int kDayMinutes = 24 * 60;
constexpr int kMostTries = 3;

/// The edit that leaves all as it is.
contract::ShopSettingsRequest requestOf(const contract::ShopSettingsView &shop) {
    return {shop.description,
            shop.phone,
            shop.picture,
            shop.deliveryRadiusMeters,
            shop.deliveryFee.minor(),
            shop.minimumOrder.minor(),
            shop.preparationMinutes,
            shop.fulfilments,
            shop.hours,
            shop.holidays,
            shop.thanks};
}

} // namespace

ShopState::ShopState(const Services &services, QObject *parent)
    : QObject(parent), m_services(services) {
    connect(&services.events, &client::EventStream::eventReceived, this,
            [this](const contract::EventEnvelope &event) {
                if (event.type == EventType::ShopChanged)
                    load();
            });
    connect(&services.events, &client::EventStream::resyncNeeded, this, &ShopState::load);
}

void ShopState::load() {
    m_call = std::make_unique<QObject>();
    m_services.api.send(
        client::calls::ownShop(), m_call.get(),
        client::Callback<contract::ShopSettingsView>([this](const auto &answer) { take(answer); }));
}

void ShopState::take(const Result<contract::ShopSettingsView, client::ApiError> &answer) {
    if (answer) {
        m_settings = *answer;
        m_zone = QTimeZone(answer->timeZone.toUtf8());
    } else {
        emit failed(answer.error());
    }
    emit changed();
}

Here ShopState::here() const {
    if (!m_settings)
        return {m_services.clock.now(), m_zone};
    return {m_services.clock.now(), m_zone, m_settings->kind,
            m_settings->fulfilments.contains(Fulfilment::OwnDelivery)};
}

std::optional<OpeningHours> ShopState::hours() const {
    if (!m_settings)
        return std::nullopt;
    const QList<QDate> &holidays = m_settings->holidays;
    return OpeningHours::of(m_settings->timeZone.toUtf8(), m_settings->hours,
                            QSet<QDate>(holidays.cbegin(), holidays.cend()));
}

std::optional<Instant> ShopState::nextOpening() const {
    const auto times = hours();
    return times ? times->nextOpening(m_services.clock.now()) : std::nullopt;
}

ShopMode ShopState::mode() const {
    if (!m_settings)
        return ShopMode::Normal;
    const contract::ShopModeSetting &setting = m_settings->mode;
    const bool isOver = setting.until && *setting.until <= m_services.clock.now();
    return isOver ? ShopMode::Normal : setting.mode;
}

int ShopState::preparationMinutes() const {
    if (!m_settings)
        return kUsualMinutes;
    const bool isBusy = mode() == ShopMode::Busy;
    return int(preparationNow(m_settings->preparationMinutes,
                              isBusy ? m_settings->mode.extraMinutes : std::nullopt)
                   .count());
}

bool ShopState::takesOrders() const {
    const auto times = hours();
    return times && mode() != ShopMode::Paused && times->isOpenAt(m_services.clock.now());
}

std::optional<Instant> ShopState::closingTime() const {
    if (!takesOrders())
        return std::nullopt;
    const QDateTime now = m_services.clock.now().toUtc().toTimeZone(m_zone);
    const int minute = now.time().hour() * 60 + now.time().minute();
    for (const OpeningHours::Interval &interval : m_settings->hours) {
        const bool isNow = interval.weekday == now.date().dayOfWeek() &&
                           interval.opensMinute <= minute && minute < interval.closesMinute;
        // Round the clock has no end worth telling.
        if (isNow && interval.closesMinute - interval.opensMinute < kDayMinutes)
            return m_services.clock.now() + std::chrono::minutes(interval.closesMinute - minute);
    }
    return std::nullopt;
}

void ShopState::setMode(const contract::ShopModeSetting &setting) {
    m_call = std::make_unique<QObject>();
    m_services.api.send(
        client::calls::setShopMode(setting), m_call.get(),
        client::Callback<contract::ShopSettingsView>([this](const auto &answer) { take(answer); }));
}

void ShopState::edit(Edit edit, QObject *context,
                     client::Callback<contract::ShopSettingsView> answered) {
    send({std::move(edit), context, std::move(answered)});
}

void ShopState::send(const Task &task) {
    contract::ShopSettingsRequest request = requestOf(*m_settings);
    task.edit(request);
    m_services.commands.submit(
        client::calls::editShop(m_settings->version, request), this,
        client::Callback<contract::ShopSettingsView>([this, task](const auto &answer) {
            const bool isStale = !answer && answer.error().is(contract::ErrorCode::StaleVersion);
            if (isStale && task.tries < kMostTries) {
                m_services.api.send(
                    client::calls::ownShop(), this,
                    client::Callback<contract::ShopSettingsView>([this, task](const auto &newest) {
                        take(newest);
                        if (newest)
                            send({task.edit, task.context, task.answered, task.tries + 1});
                        else if (task.context)
                            task.answered(newest);
                    }));
                return;
            }
            if (answer)
                take(answer);
            if (task.context)
                task.answered(answer);
        }));
}

} // namespace soban::shop_app
