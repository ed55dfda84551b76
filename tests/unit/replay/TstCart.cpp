// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Cart.h"

#include <QTest>

using namespace soban;
using namespace soban::replay;

namespace {

Money won(qint64 minor) {
    return *Money::of(minor, Currency::krw());
}

OptionGroup group(int firstId, int minimum, int maximum, int options) {
    OptionGroup made{*OptionGroupId::fromNumber(firstId), {}, minimum, maximum, {}};
    for (int i = 0; i < options; ++i)
        made.options.append({*OptionId::fromNumber(firstId + i), {}, won(500)});
    return made;
}

contract::ShopView shopWith(const QList<contract::MenuItemView> &items, qint64 minimumMinor) {
    contract::ShopView shop{{*ShopId::fromNumber(1),
                             ShopKind::Food,
                             {},
                             {},
                             *GeoPoint::of(37, 127),
                             0,
                             true,
                             ShopMode::Normal,
                             {},
                             {},
                             20,
                             won(0),
                             won(minimumMinor),
                             {Fulfilment::PlatformRider},
                             0,
                             0},
                            {},
                            {},
                            {},
                            {},
                            {},
                            {},
                            1000,
                            {{{}, items}}};
    return shop;
}

contract::MenuItemView item(int id, qint64 priceMinor, bool isSoldOut = false) {
    return {*MenuItemId::fromNumber(id),
            {},
            {},
            won(priceMinor),
            {},
            isSoldOut,
            {},
            {group(id * 100, 1, 1, 2), group(id * 100 + 50, 0, 2, 3)}};
}

} // namespace

class TstReplayCart : public QObject {
    Q_OBJECT

private slots:
    void choosesWhatTheShopWouldPrice();
    void leavesOutWhatIsSoldOut();
};

void TstReplayCart::choosesWhatTheShopWouldPrice() {
    const QList<contract::MenuItemView> items{item(1, 1000), item(2, 2000), item(3, 9000)};
    const contract::ShopView view = shopWith(items, 12'000);
    Menu menu{{{{}, {}}}};
    for (const contract::MenuItemView &shown : items)
        menu.sections.first().items.append({shown.id, {}, {}, shown.price, {}, shown.optionGroups});
    const auto hours = OpeningHours::of("Asia/Seoul", {}, {});
    QVERIFY(hours);
    const Shop shop{view.card.id,
                    ShopKind::Food,
                    {},
                    {},
                    {},
                    {},
                    view.card.position,
                    1000,
                    won(0),
                    view.card.minimumOrder,
                    20,
                    view.card.fulfilments,
                    *hours,
                    ShopMode::Normal,
                    {},
                    {}};
    for (quint32 seed = 0; seed < 200; ++seed) {
        client::Random random = client::randomOf(seed);
        const auto priced =
            priceCart(shop, menu, chooseCart(view, random), Fulfilment::PlatformRider);
        QVERIFY2(priced, qPrintable(QStringLiteral("seed %1").arg(seed)));
    }
}

void TstReplayCart::leavesOutWhatIsSoldOut() {
    client::Random random = client::randomOf(1);
    QVERIFY(chooseCart(shopWith({item(1, 1000, true)}, 0), random).isEmpty());
}

QTEST_APPLESS_MAIN(TstReplayCart)
#include "TstCart.moc"
