// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/CatalogueRoutes.h"

#include "contract/Catalogue.h"
#include "queries/ReviewCursor.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

namespace soban::api {

using catalog::ShopEntry;
using catalog::ShopHit;
using catalog::StockLevels;
using contract::ErrorCode;
using contract::Problem;
using contract::RouteId;

namespace {

contract::ShopCard cardOf(const Shop &shop, double distanceMeters, Instant now) {
    const ShopMode mode = shop.modeAt(now);
    return {shop.id,
            shop.kind,
            shop.name,
            shop.picture,
            shop.position,
            qRound(distanceMeters),
            shop.takesOrdersAt(now),
            mode,
            mode == ShopMode::Busy ? std::optional(shop.extraMinutes) : std::nullopt,
            mode == ShopMode::Normal ? std::nullopt : shop.modeUntil,
            shop.preparationMinutes,
            shop.deliveryFee,
            shop.minimumOrder,
            shop.fulfilments,
            shop.reviewCount,
            shop.starSum};
}

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

/// A coordinate of the query; refuses the call when it is missing or no number.
std::optional<double> coordinate(const Call &call, const char *name) {
    const QString key = QString::fromLatin1(name);
    const auto text = call.request.queryValue(key);
    if (!text) {
        refuse(call, Problem::at(ErrorCode::MissingField, key));
        return std::nullopt;
    }
    bool isNumber = false;
    const double value = text->toDouble(&isNumber);
    if (isNumber)
        return value;
    refuse(call, Problem::at(ErrorCode::WrongType, key));
    return std::nullopt;
}

std::optional<catalog::ShopSearch> searchOf(const Call &call) {
    const auto latitude = coordinate(call, "latitude");
    const auto longitude = latitude ? coordinate(call, "longitude") : std::nullopt;
    if (!longitude)
        return std::nullopt;
    const auto near = GeoPoint::of(*latitude, *longitude);
    if (!near) {
        const bool isLatitude = !(qAbs(*latitude) <= 90);
        refuse(call, Problem::at(ErrorCode::OutOfRange, isLatitude ? QStringLiteral("latitude")
                                                                   : QStringLiteral("longitude")));
        return std::nullopt;
    }
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

void PictureShelf::addFolder(const QString &folder) {
    const QDir dir(folder);
    for (const QString &name : dir.entryList({QStringLiteral("*.svg")}, QDir::Files)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            m_svgs.insert(name.chopped(4), file.readAll());
    }
}

const QByteArray *PictureShelf::find(const QString &name) const {
    const auto found = m_svgs.constFind(name);
    return found == m_svgs.cend() ? nullptr : &*found;
}

CatalogueRoutes::CatalogueRoutes(const catalog::Catalogue &catalogue, const PictureShelf &pictures,
                                 ReadPool &readers, const Clock &clock)
    : m_catalogue(catalogue), m_pictures(pictures), m_readers(readers), m_clock(clock) {}

RouteFunctions CatalogueRoutes::functions() {
    return {{RouteId::ListShops, [this](const Call &call) { list(call); }},
            {RouteId::GetShop, [this](const Call &call) { get(call); }},
            {RouteId::ListShopReviews, [this](const Call &call) { reviews(call); }},
            {RouteId::GetPicture, [this](const Call &call) { picture(call); }}};
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
    answerFromReader(m_readers, call, [entry, now = m_clock.now()](const ReadModel &model) {
        const auto stock = model.shops.stockOf(entry->shop.id, entry->shop.dayAt(now));
        return jsonAnswer(200, contract::encode(viewOf(*entry, stock, now)));
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

void CatalogueRoutes::picture(const Call &call) {
    const QByteArray *svg = m_pictures.find(call.params.value(u"name"));
    if (!svg)
        return refuse(call, ErrorCode::NotFound);
    const QByteArray tag =
        '"' + QCryptographicHash::hash(*svg, QCryptographicHash::Sha256).toHex().left(16) + '"';
    if (call.request.header("If-None-Match") == tag) {
        call.reply.send(http::Answer::empty(304).withHeader("ETag", tag));
        return;
    }
    call.reply.send(http::Answer::withBody(200, "image/svg+xml", *svg)
                        .withHeader("ETag", tag)
                        .withHeader("Cache-Control", "public, max-age=86400")
                        .withHeader("X-Content-Type-Options", "nosniff"));
}

} // namespace soban::api
