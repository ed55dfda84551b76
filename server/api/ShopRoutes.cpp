// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/ShopRoutes.h"

#include "api/EntityTag.h"
#include "contract/ShopOffice.h"

#include <algorithm>

namespace soban::api {

using catalog::StockLevels;
using contract::RouteId;

namespace {

contract::ShopModeSetting modeOf(const Shop &shop, Instant now) {
    const ShopMode mode = shop.modeAt(now);
    if (mode == ShopMode::Normal)
        return {mode, {}, {}};
    const bool isBusy = mode == ShopMode::Busy;
    return {mode, isBusy ? std::optional(shop.extraMinutes) : std::nullopt, shop.modeUntil};
}

contract::ShopSettingsView viewOf(const Shop &shop, Instant now) {
    QList<QDate> holidays(shop.hours.holidays().cbegin(), shop.hours.holidays().cend());
    std::sort(holidays.begin(), holidays.end());
    return {shop.id,
            shop.version,
            shop.kind,
            shop.name,
            shop.description,
            shop.phone,
            {shop.addressText, shop.position},
            QString::fromUtf8(shop.hours.timeZone().id()),
            shop.picture,
            qRound(shop.deliveryRadiusMeters),
            shop.deliveryFee,
            shop.minimumOrder,
            shop.preparationMinutes,
            shop.fulfilments,
            shop.hours.intervals(),
            holidays,
            shop.thanks,
            modeOf(shop, now)};
}

contract::OwnItemView ownItemOf(const MenuItem &item, const std::optional<ShelfStock> &stock,
                                Instant now) {
    return {item.id,
            item.name,
            item.description,
            item.price,
            item.picture,
            item.isHidden,
            item.isSoldOutAt(now) ? item.soldOut : std::nullopt,
            stock,
            item.optionGroups};
}

contract::OwnMenuView ownMenuOf(const catalog::ShopEntry &entry, const StockLevels &stock,
                                Instant now) {
    contract::OwnMenuView view{entry.shop.menuVersion, {}};
    for (const MenuSection &section : entry.menu.sections) {
        contract::OwnSectionView own{section.name, {}};
        for (const MenuItem &item : section.items) {
            const auto count = stock.constFind(item.id);
            own.items.append(
                ownItemOf(item, count == stock.cend() ? std::nullopt : std::optional(*count), now));
        }
        view.sections.append(own);
    }
    return view;
}

CommandAnswer answerOf(const catalog::ShopOffice::Outcome<Shop> &shop, Instant now) {
    if (!shop)
        return CommandAnswer::refused(shop.error());
    return {200, contract::encode(viewOf(*shop, now)), true, {}};
}

} // namespace

ShopRoutes::ShopRoutes(CommandDesk &commands, ReadPool &readers,
                       const catalog::Catalogue &catalogue, const Clock &clock)
    : m_commands(commands), m_readers(readers), m_catalogue(catalogue), m_clock(clock) {}

RouteFunctions ShopRoutes::functions() {
    return {{RouteId::GetOwnShop, [this](const Call &call) { settings(call); }},
            {RouteId::EditShop, [this](const Call &call) { edit(call); }},
            {RouteId::SetShopMode, [this](const Call &call) { setMode(call); }},
            {RouteId::GetOwnMenu, [this](const Call &call) { menu(call); }},
            {RouteId::EditMenu, [this](const Call &call) { editMenu(call); }},
            {RouteId::SetAvailability, [this](const Call &call) { setAvailability(call); }}};
}

void ShopRoutes::settings(const Call &call) {
    const Shop shop = m_catalogue.find(*call.actor.shop)->shop;
    const QByteArray document = contract::encode(viewOf(shop, m_clock.now()));
    call.reply.send(
        TaggedAnswer(tagOf(shop.version, document), jsonAnswer(200, document)).to(call.request));
}

void ShopRoutes::edit(const Call &call) {
    const auto request = bodyOf<contract::ShopSettingsRequest>(call);
    if (!request)
        return;
    m_commands.run(call, [shop = *call.actor.shop, version = call.version, request = *request,
                          now = m_clock.now()](const WriteModel &model) {
        return answerOf(model.office.edit(shop, version, request), now);
    });
}

void ShopRoutes::setMode(const Call &call) {
    const auto request = bodyOf<contract::ShopModeSetting>(call);
    if (!request)
        return;
    m_commands.runUnkeyed(call, [shop = *call.actor.shop, request = *request,
                                 now = m_clock.now()](const WriteModel &model) {
        return answerOf(model.office.setMode(shop, request), now);
    });
}

void ShopRoutes::menu(const Call &call) {
    const auto entry = m_catalogue.find(*call.actor.shop);
    answerFromReader(
        m_readers, call,
        [entry, now = m_clock.now(), request = call.request](const ReadModel &model) {
            const auto stock = model.shops.stockOf(entry->shop.id, entry->shop.dayAt(now));
            const QByteArray document = contract::encode(ownMenuOf(*entry, stock, now));
            return TaggedAnswer(tagOf(entry->shop.menuVersion, document), jsonAnswer(200, document))
                .to(request);
        });
}

void ShopRoutes::editMenu(const Call &call) {
    const auto draft = bodyOf<contract::MenuDraft>(call);
    if (!draft)
        return;
    m_commands.run(call, [shop = *call.actor.shop, version = call.version, draft = *draft,
                          now = m_clock.now()](const WriteModel &model) {
        const auto menu = model.office.editMenu(shop, version, draft);
        if (!menu)
            return CommandAnswer::refused(menu.error());
        return CommandAnswer{
            200, contract::encode(ownMenuOf(*menu->entry, menu->stock, now)), true, {}};
    });
}

void ShopRoutes::setAvailability(const Call &call) {
    const auto item = pathId<MenuItemId>(call, "itemId");
    const auto request = item ? bodyOf<contract::AvailabilityRequest>(call) : std::nullopt;
    if (!request)
        return;
    m_commands.runUnkeyed(call, [shop = *call.actor.shop, item = *item, request = *request,
                                 now = m_clock.now()](const WriteModel &model) {
        const auto shelved = model.office.setAvailability(shop, item, request);
        if (!shelved)
            return CommandAnswer::refused(shelved.error());
        return CommandAnswer{
            200, contract::encode(ownItemOf(shelved->item, shelved->stock, now)), true, {}};
    });
}

} // namespace soban::api
