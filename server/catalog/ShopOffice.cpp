// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/ShopOffice.h"

#include "catalog/MenuEditor.h"
#include "domain/Phone.h"

namespace soban::catalog {

using contract::AvailabilityRequest;
using contract::ErrorCode;
using contract::Problem;
using contract::ShopModeSetting;
using contract::ShopSettingsRequest;

namespace {

constexpr int kLongestThanks = 300;

template <typename T>
bool hasRepeated(const QList<T> &list) {
    for (qsizetype i = 0; i < list.size(); ++i) {
        if (list.indexOf(list[i]) < i)
            return true;
    }
    return false;
}

std::optional<Problem> textFault(const ShopSettingsRequest &request) {
    if (auto fault =
            textProblem(request.description, QStringLiteral("description"), 0, kLongestDescription))
        return fault;
    return textProblem(request.thanks, QStringLiteral("thanks"), 0, kLongestThanks);
}

std::optional<Problem> modeFault(const ShopModeSetting &setting, Instant now) {
    const bool isBusy = setting.mode == ShopMode::Busy;
    if (isBusy && !setting.extraMinutes)
        return Problem::at(ErrorCode::MissingField, QStringLiteral("extraMinutes"));
    if (!isBusy && setting.extraMinutes)
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("extraMinutes"),
                           QStringLiteral("belongs to a busy shop only"));
    if (setting.until && setting.mode == ShopMode::Normal)
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("until"),
                           QStringLiteral("is for busy and paused shops"));
    if (setting.until && *setting.until <= now)
        return Problem::at(ErrorCode::OutOfRange, QStringLiteral("until"),
                           QStringLiteral("has passed"));
    return {};
}

} // namespace

void ShopOffice::announce(ShopId shop) {
    m_needs.events.announce({EventType::ShopChanged, {}, {shop}, ShopChanged{shop}});
}

ShopOffice::Outcome<Shop> ShopOffice::edited(Shop shop, const ShopSettingsRequest &request) const {
    if (const auto fault = textFault(request))
        return *fault;
    if (!isPhoneNumber(request.phone))
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("phone"));
    if (!request.picture.isEmpty() && !m_needs.pictures.contains(request.picture))
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("picture"),
                           QStringLiteral("names no picture"));
    if (hasRepeated(request.fulfilments))
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("fulfilments"));
    if (hasRepeated(request.holidays))
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("holidays"));
    const QSet<QDate> holidays(request.holidays.cbegin(), request.holidays.cend());
    const auto hours = OpeningHours::of(shop.hours.timeZone().id(), request.hours, holidays);
    if (!hours)
        return Problem::at(ErrorCode::InvalidValue, QStringLiteral("hours"),
                           QStringLiteral("overlap, or close before they open"));
    const Currency currency = shop.deliveryFee.currency();
    shop.description = request.description;
    shop.phone = request.phone;
    shop.picture = request.picture;
    shop.deliveryRadiusMeters = request.deliveryRadiusMeters;
    shop.deliveryFee = *Money::of(request.deliveryFeeMinor, currency);
    shop.minimumOrder = *Money::of(request.minimumOrderMinor, currency);
    shop.preparationMinutes = request.preparationMinutes;
    shop.fulfilments = request.fulfilments;
    shop.hours = *hours;
    shop.thanks = request.thanks;
    return shop;
}

ShopOffice::Outcome<Shop> ShopOffice::edit(ShopId id, int version,
                                           const ShopSettingsRequest &request) {
    const auto entry = m_needs.book.find(id);
    if (entry->shop.version != version)
        return Problem::of(ErrorCode::StaleVersion);
    auto outcome = edited(entry->shop, request);
    if (!outcome)
        return outcome;
    Shop shop = std::move(outcome).value();
    shop.version += 1;
    m_needs.book.putSettings(shop);
    announce(id);
    return shop;
}

ShopOffice::Outcome<Shop> ShopOffice::setMode(ShopId id, const ShopModeSetting &setting) {
    if (const auto fault = modeFault(setting, m_needs.clock.now()))
        return *fault;
    Shop shop = m_needs.book.find(id)->shop;
    shop.mode = setting.mode;
    shop.extraMinutes = setting.extraMinutes.value_or(0);
    shop.modeUntil = setting.until;
    m_needs.book.putMode(shop);
    announce(id);
    return shop;
}

ShopOffice::Outcome<ShopOffice::StockedMenu>
ShopOffice::editMenu(ShopId id, int version, const contract::MenuDraft &draft) {
    const auto entry = m_needs.book.find(id);
    Shop shop = entry->shop;
    if (shop.menuVersion != version)
        return Problem::of(ErrorCode::StaleVersion);
    const auto menu =
        MenuEditor(entry->menu, shop.deliveryFee.currency(), m_needs.pictures, m_needs.ids)
            .menuOf(draft);
    if (!menu)
        return menu.error();
    shop.menuVersion += 1;
    m_needs.book.putMenu(shop, *menu);
    announce(id);
    return StockedMenu{m_needs.book.find(id),
                       m_needs.book.stockOf(id, shop.dayAt(m_needs.clock.now()))};
}

ShopOffice::Outcome<ShopOffice::Shelved>
ShopOffice::setAvailability(ShopId id, MenuItemId item, const AvailabilityRequest &request) {
    const auto entry = m_needs.book.find(id);
    const MenuItem *found = entry->menu.find(item);
    if (!found)
        return Problem::of(ErrorCode::NotFound);
    const Instant now = m_needs.clock.now();
    if (request.soldOut && request.soldOut->until && *request.soldOut->until <= now)
        return Problem::at(ErrorCode::OutOfRange, QStringLiteral("soldOut.until"),
                           QStringLiteral("has passed"));
    const QDate today = entry->shop.dayAt(now);
    m_needs.book.putSoldOut(item, request.soldOut);
    if (request.stock) {
        const auto remaining =
            request.stock->remaining ? request.stock->remaining : request.stock->perDay;
        m_needs.book.putStock(
            item,
            remaining ? std::optional(ShelfStock{*remaining, request.stock->perDay}) : std::nullopt,
            today);
    }
    announce(id);
    const StockLevels stock = m_needs.book.stockOf(id, today);
    MenuItem changed = *found;
    changed.soldOut = request.soldOut;
    changed.isCounted = stock.contains(item);
    return Shelved{changed, changed.isCounted ? std::optional(stock.value(item)) : std::nullopt};
}

} // namespace soban::catalog
