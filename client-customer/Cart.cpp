// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-customer/Cart.h"

#include <algorithm>

namespace soban::customer {

namespace {

Menu menuOf(const contract::ShopView &shop) {
    Menu menu;
    for (const contract::MenuSectionView &section : shop.sections) {
        MenuSection made{section.name, {}};
        for (const contract::MenuItemView &item : section.items)
            made.items.append({item.id, item.name, item.description, item.price, item.picture,
                               item.optionGroups, item.remaining.has_value()});
        menu.sections.append(made);
    }
    return menu;
}

std::optional<Shop> pricingShopOf(const contract::ShopView &view) {
    const auto hours = OpeningHours::of(view.timeZone.toUtf8(), view.hours, {});
    if (!hours)
        return std::nullopt;
    const contract::ShopCard &card = view.card;
    return Shop{.id = card.id,
                .kind = card.kind,
                .name = card.name,
                .description = view.description,
                .phone = view.phone,
                .addressText = view.address,
                .position = card.position,
                .deliveryRadiusMeters = double(view.deliveryRadiusMeters),
                .deliveryFee = card.deliveryFee,
                .minimumOrder = card.minimumOrder,
                .preparationMinutes = card.preparationMinutes,
                .fulfilments = card.fulfilments,
                .hours = *hours,
                .mode = card.mode,
                .thanks = {},
                .picture = card.picture};
}

} // namespace

std::optional<Money> priceOf(const Money &plain, const QList<OptionGroup> &groups,
                             const QList<OptionId> &chosen) {
    std::optional<Money> price = plain;
    for (const OptionGroup &group : groups) {
        for (const MenuOption &option : group.options) {
            if (price && chosen.contains(option.id))
                price = price->plus(option.price);
        }
    }
    return price;
}

LineChoice choiceOf(const OrderLine &line) {
    LineChoice choice{line.item, {}, line.quantity};
    for (const PricedOption &option : line.options)
        choice.options.append(option.id);
    return choice;
}

void Cart::beginChange(const contract::OrderView &order, const contract::ShopView &shop) {
    if (m_isLocked)
        return;
    if (!m_changing)
        m_aside = std::move(m_now);
    m_now = {};
    m_changing = order;
    setShop(shop);
    m_now.how = order.fulfilment;
    m_now.note = order.note;
    for (const OrderLine &line : order.lines)
        m_now.lines.append(choiceOf(line));
    dropUnknown();
}

void Cart::endChange() {
    if (!m_changing || m_isLocked)
        return;
    m_changing.reset();
    m_now = std::exchange(m_aside, {});
    emit changed();
}

void Cart::setShop(const contract::ShopView &shop) {
    if (!isOf(shop.card.id)) {
        m_now.lines.clear();
        m_now.note.clear();
        m_now.how = shop.card.fulfilments.first();
    }
    m_now.shop = shop;
    m_now.shop->card.distanceMeters = metersTo(shop.card);
    m_now.pricing = pricingShopOf(shop);
    m_now.menu = menuOf(shop);
    dropUnknown();
}

void Cart::setPlace(const GeoPoint &place) {
    m_place = place;
    if (m_now.shop)
        m_now.shop->card.distanceMeters = metersTo(m_now.shop->card);
    emit changed();
}

int Cart::metersTo(const contract::ShopCard &shop) const {
    return m_place ? qRound(m_place->distanceMetersTo(shop.position)) : shop.distanceMeters;
}

void Cart::dropUnknown() {
    m_now.lines.removeIf([this](const LineChoice &line) { return !m_now.menu.find(line.item); });
    emit changed();
}

int Cart::itemCount() const {
    int count = 0;
    for (const LineChoice &line : m_now.lines)
        count += line.quantity;
    return count;
}

void Cart::setLocked(bool locked) {
    if (std::exchange(m_isLocked, locked) != locked)
        emit changed();
}

QList<LineChoice>::iterator Cart::find(const LineChoice &line) {
    return std::find_if(m_now.lines.begin(), m_now.lines.end(), [&](const LineChoice &other) {
        return other.item == line.item && other.options == line.options;
    });
}

void Cart::add(const LineChoice &line) {
    if (m_isLocked)
        return;
    const auto same = find(line);
    if (same == m_now.lines.end())
        m_now.lines.append(line);
    else
        same->quantity = std::min(same->quantity + line.quantity, kLargestQuantity);
    emit changed();
}

void Cart::setQuantity(int line, int quantity) {
    if (m_isLocked)
        return;
    if (quantity <= 0)
        m_now.lines.removeAt(line);
    else
        m_now.lines[line].quantity = std::min(quantity, kLargestQuantity);
    emit changed();
}

void Cart::putBack(ShopId shop, int at, const LineChoice &line) {
    if (m_isLocked || !isOf(shop) || !m_now.menu.find(line.item))
        return;
    // Chosen anew meanwhile, it has its line.
    if (find(line) == m_now.lines.end())
        m_now.lines.insert(std::clamp(at, 0, int(m_now.lines.size())),
                           {line.item, line.options, 0});
    add(line);
}

void Cart::clear() {
    m_now.lines.clear();
    m_now.note.clear();
    emit changed();
}

void Cart::setFulfilment(Fulfilment how) {
    if (m_isLocked)
        return;
    if (std::exchange(m_now.how, how) != how)
        emit changed();
}

void Cart::setNote(const QString &note) {
    m_now.note = note;
}

Result<PricedCart, PricingError> Cart::priced() const {
    if (!m_now.pricing)
        return PricingError{PricingFault::NoLines};
    return priceCart(*m_now.pricing, m_now.menu, m_now.lines, m_now.how);
}

std::optional<Money> Cart::priceOf(const LineChoice &line) const {
    const MenuItem *item = m_now.menu.find(line.item);
    return item ? customer::priceOf(item->price, item->optionGroups, line.options) : std::nullopt;
}

Money Cart::itemsSum() const {
    Money items = Money::zero(m_now.shop->card.minimumOrder.currency());
    for (const LineChoice &line : m_now.lines) {
        const auto one = priceOf(line);
        const auto all = one ? one->times(line.quantity) : std::nullopt;
        items = all ? items.plus(*all).value_or(items) : items;
    }
    return items;
}

Money Cart::deliveryFee() const {
    const Money &fee = m_now.shop->card.deliveryFee;
    return m_now.how == Fulfilment::Collection ? Money::zero(fee.currency()) : fee;
}

Money Cart::lackingToMinimum() const {
    const Money none = Money::zero(m_now.shop->card.minimumOrder.currency());
    const Money lacking = m_now.shop->card.minimumOrder.minus(itemsSum()).value_or(none);
    return lacking.isNegative() ? none : lacking;
}

} // namespace soban::customer
