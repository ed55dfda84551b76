// SPDX-License-Identifier: GPL-3.0-or-later
#include "client-shop/ShopForm.h"

#include "client-shop/ItemForm.h"
#include "client-shop/ThreeWay.h"

#include <cmath>

namespace soban::shop_app {

namespace {

constexpr double kKilometre = 1'000;
constexpr double kFarthestKm = 100;

} // namespace

std::optional<int> metersOf(const QString &kilometres) {
    bool isNumber = false;
    const double value = QString(kilometres).replace(u',', u'.').trimmed().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(value) || value <= 0 || value > kFarthestKm)
        return std::nullopt;
    return std::max(1, int(std::lround(value * kKilometre)));
}

ShopForm ShopForm::of(const contract::ShopSettingsView &shop) {
    return {shop.description,
            shop.thanks,
            shop.phone,
            shop.picture,
            QString::number(shop.deliveryRadiusMeters / kKilometre),
            amountText(shop.deliveryFee.minor(), shop.deliveryFee.currency()),
            amountText(shop.minimumOrder.minor(), shop.minimumOrder.currency()),
            shop.preparationMinutes,
            shop.fulfilments};
}

ShopForm ShopForm::merged(const ShopForm &typed, const ShopForm &base, const ShopForm &fresh) {
    ShopForm form = typed;
    follow(form.description, base.description, fresh.description);
    follow(form.thanks, base.thanks, fresh.thanks);
    follow(form.phone, base.phone, fresh.phone);
    follow(form.picture, base.picture, fresh.picture);
    follow(form.radius, base.radius, fresh.radius);
    follow(form.fee, base.fee, fresh.fee);
    follow(form.minimum, base.minimum, fresh.minimum);
    follow(form.preparationMinutes, base.preparationMinutes, fresh.preparationMinutes);
    follow(form.fulfilments, base.fulfilments, fresh.fulfilments);
    return form;
}

void ShopForm::applyTo(contract::ShopSettingsRequest &request, const ShopForm &base,
                       Currency currency) const {
    const auto put = [](auto &target, const auto &typed, const auto &before) {
        if (typed != before)
            target = typed;
    };
    put(request.description.ko, description.ko, base.description.ko);
    put(request.description.en, description.en, base.description.en);
    put(request.thanks.ko, thanks.ko, base.thanks.ko);
    put(request.thanks.en, thanks.en, base.thanks.en);
    put(request.phone, phone, base.phone);
    put(request.picture, picture, base.picture);
    put(request.preparationMinutes, preparationMinutes, base.preparationMinutes);
    put(request.fulfilments, fulfilments, base.fulfilments);
    if (radius != base.radius)
        request.deliveryRadiusMeters = metersOf(radius).value_or(request.deliveryRadiusMeters);
    if (fee != base.fee)
        request.deliveryFeeMinor = amountOf(fee, currency).value_or(request.deliveryFeeMinor);
    if (minimum != base.minimum)
        request.minimumOrderMinor = amountOf(minimum, currency).value_or(request.minimumOrderMinor);
}

} // namespace soban::shop_app
