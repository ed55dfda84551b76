// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/CatalogueRoutes.h"

#include "api/EntityTag.h"
#include "api/ShopCards.h"
#include "contract/Catalogue.h"
#include "queries/ReviewCursor.h"

namespace soban::api {

using catalog::ShopEntry;
using catalog::ShopHit;
using catalog::StockLevels;
using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;

namespace {

contract::MenuItemView viewOf(const MenuItem &item, const StockLevels &stock, Instant now) {
    const auto remaining =
        item.isCounted ? std::optional(stock.value(item.id).remaining) : std::nullopt;
    return {item.id,    item.name,        item.description,
            item.price, item.picture,     remaining == 0 || item.isSoldOutAt(now),
            remaining,  item.optionGroups};
}

/// What customers see of a menu: sections of hidden items alone are not there.
QList<contract::MenuSectionView> viewOf(const Menu &menu, const StockLevels &stock, Instant now) {
    QList<contract::MenuSectionView> sections;
    for (const MenuSection &section : menu.sections) {
        contract::MenuSectionView view{section.name, {}};
        for (const MenuItem &item : section.items) {
            if (!item.isHidden)
                view.items.append(viewOf(item, stock, now));
        }
        if (!view.items.isEmpty())
            sections.append(view);
    }
    return sections;
}

contract::ShopView viewOf(const ShopEntry &entry, const StockLevels &stock, Instant now) {
    const Shop &shop = entry.shop;
    const bool isOpen = shop.hours.isOpenAt(now);
    return {cardOf(shop, 0, now),
            shop.description,
            shop.phone,
            shop.addressText,
            QString::fromUtf8(shop.hours.timeZone().id()),
            shop.hours.intervals(),
            isOpen ? std::nullopt : shop.hours.nextOpening(now),
            qRound(shop.deliveryRadiusMeters),
            viewOf(entry.menu, stock, now)};
}

std::optional<catalog::ShopSearch> searchOf(const Call &call) {
    const auto near = nearOf(call);
    if (!near)
        return std::nullopt;
    catalog::ShopSearch search{
        *near, {}, call.request.queryValue(u"search").value_or(QString()).left(100)};
    if (const auto kind = call.request.queryValue(u"kind")) {
        search.kind = enumFromText<ShopKind>(*kind);
        if (!search.kind) {
            refuse(call, Problem::at(ErrorCode::InvalidValue, QStringLiteral("kind")));
            return std::nullopt;
        }
    }
    return search;
}

} // namespace

CatalogueRoutes::CatalogueRoutes(const catalog::Catalogue &catalogue, ReadPool &readers,
                                 const Clock &clock)
    : m_catalogue(catalogue), m_readers(readers), m_clock(clock) {}

RouteFunctions CatalogueRoutes::functions() {
    return {{RouteId::ListShops, [this](const Call &call) { list(call); }},
            {RouteId::GetShop, [this](const Call &call) { get(call); }},
            {RouteId::ListShopReviews, [this](const Call &call) { reviews(call); }}};
}

void CatalogueRoutes::list(const Call &call) {
    const auto search = searchOf(call);
    const auto limit = search ? pageLimit(call) : std::nullopt;
    const auto cursor = limit ? pageCursor<ShopId>(call) : std::nullopt;
    if (!cursor)
        return;
    contract::ShopList list;
    bool started = !cursor->has_value();
    for (const ShopHit &hit : m_catalogue.search(*search)) {
        if (started && list.shops.size() == *limit) {
            list.nextCursor = list.shops.last().id.toText();
            break;
        }
        if (started)
            list.shops.append(cardOf(hit.entry->shop, hit.distanceMeters, m_clock.now()));
        else
            started = hit.entry->shop.id == **cursor;
    }
    call.reply.send(jsonAnswer(200, contract::encode(list)));
}

void CatalogueRoutes::get(const Call &call) {
    const auto id = pathId<ShopId>(call, "shopId");
    if (!id)
        return;
    const auto entry = m_catalogue.find(*id);
    if (!entry)
        return refuse(call, ErrorCode::NotFound);
    answerFromReader(
        m_readers, call,
        [entry, now = m_clock.now(), request = call.request](const ReadModel &model) {
            const auto stock = model.shops.stockOf(entry->shop.id, entry->shop.dayAt(now));
            const QByteArray document = contract::encode(viewOf(*entry, stock, now));
            return TaggedAnswer(tagOf(document), jsonAnswer(200, document)).to(request);
        });
}

void CatalogueRoutes::reviews(const Call &call) {
    const auto id = pathId<ShopId>(call, "shopId");
    const auto limit = id ? pageLimit(call) : std::nullopt;
    if (!limit)
        return;
    if (!m_catalogue.find(*id))
        return refuse(call, ErrorCode::NotFound);
    const auto cursor = call.request.queryValue(u"cursor");
    if (cursor && !ReviewCursor::fromText(*cursor))
        return refuse(call, Problem::at(ErrorCode::InvalidValue, QStringLiteral("cursor")));
    answerFromReader(m_readers, call, [id = *id, cursor, limit = *limit](const ReadModel &model) {
        return jsonAnswer(200, contract::encode(model.shops.reviews(id, cursor, limit)));
    });
}

} // namespace soban::api
