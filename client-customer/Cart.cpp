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

void Cart::setShop(const contract::ShopView &shop) {
    if (!isOf(shop.card.id)) {
        m_lines.clear();
        m_note.clear();
        m_fulfilment = shop.card.fulfilments.first();
    }
    m_shop = shop;
    m_shop->card.distanceMeters = metersTo(shop.card);
    m_pricingShop = pricingShopOf(shop);
    m_menu = menuOf(shop);
    dropUnknown();
}

void Cart::setPlace(const GeoPoint &place) {
    m_place = place;
    if (m_shop)
        m_shop->card.distanceMeters = metersTo(m_shop->card);
    emit changed();
}

int Cart::metersTo(const contract::ShopCard &shop) const {
    return m_place ? qRound(m_place->distanceMetersTo(shop.position)) : shop.distanceMeters;
}

void Cart::dropUnknown() {
    m_lines.removeIf([this](const LineChoice &line) { return !m_menu.find(line.item); });
    emit changed();
}

int Cart::itemCount() const {
    int count = 0;
    for (const LineChoice &line : m_lines)
        count += line.quantity;
    return count;
}

void Cart::setLocked(bool locked) {
    if (std::exchange(m_isLocked, locked) != locked)
        emit changed();
}

QList<LineChoice>::iterator Cart::find(const LineChoice &line) {
    return std::find_if(m_lines.begin(), m_lines.end(), [&](const LineChoice &other) {
        return other.item == line.item && other.options == line.options;
    });
}

void Cart::add(const LineChoice &line) {
    if (m_isLocked)
        return;
    const auto same = find(line);
    if (same == m_lines.end())
        m_lines.append(line);
    else
        same->quantity = std::min(same->quantity + line.quantity, kLargestQuantity);
    emit changed();
}

void Cart::setQuantity(int line, int quantity) {
    if (m_isLocked)
        return;
    if (quantity <= 0)
        m_lines.removeAt(line);
    else
        m_lines[line].quantity = std::min(quantity, kLargestQuantity);
    emit changed();
}

void Cart::putBack(ShopId shop, int at, const LineChoice &line) {
    if (m_isLocked || !isOf(shop) || !m_menu.find(line.item))
        return;
    // Chosen anew meanwhile, it has its line.
    if (find(line) == m_lines.end())
        m_lines.insert(std::clamp(at, 0, int(m_lines.size())), {line.item, line.options, 0});
    add(line);
}

void Cart::clear() {
    m_lines.clear();
    m_note.clear();
    emit changed();
}

void Cart::setFulfilment(Fulfilment how) {
    if (m_isLocked)
        return;
    if (std::exchange(m_fulfilment, how) != how)
        emit changed();
}

void Cart::setNote(const QString &note) {
    m_note = note;
}

Result<PricedCart, PricingError> Cart::priced() const {
    if (!m_pricingShop)
        return PricingError{PricingFault::NoLines};
    return priceCart(*m_pricingShop, m_menu, m_lines, m_fulfilment);
}

std::optional<Money> Cart::priceOf(const LineChoice &line) const {
    const MenuItem *item = m_menu.find(line.item);
    return item ? customer::priceOf(item->price, item->optionGroups, line.options) : std::nullopt;
}

Money Cart::itemsSum() const {
    Money items = Money::zero(m_shop->card.minimumOrder.currency());
    for (const LineChoice &line : m_lines) {
        const auto one = priceOf(line);
        const auto all = one ? one->times(line.quantity) : std::nullopt;
        items = all ? items.plus(*all).value_or(items) : items;
    }
    return items;
}

Money Cart::deliveryFee() const {
    const Money &fee = m_shop->card.deliveryFee;
    return m_fulfilment == Fulfilment::Collection ? Money::zero(fee.currency()) : fee;
}

Money Cart::lackingToMinimum() const {
    const Money none = Money::zero(m_shop->card.minimumOrder.currency());
    const Money lacking = m_shop->card.minimumOrder.minus(itemsSum()).value_or(none);
    return lacking.isNegative() ? none : lacking;
}

} // namespace soban::customer
