// SPDX-License-Identifier: GPL-3.0-or-later
#include "replay/Menus.h"

#include <array>
#include <span>

namespace soban::replay {

using contract::TownItem;
using contract::TownOption;
using contract::TownOptionGroup;
using contract::TownSection;

namespace {

struct Dish {
    const char *ko;
    const char *en;
    qint64 priceMinor;
};

struct Kitchen {
    const char *ko;
    const char *en;
    std::array<Dish, 5> mains;
    std::array<Dish, 3> sides;
};

constexpr std::array kKitchens{
    Kitchen{"분식",
            "Snack Bar",
            {{{"떡볶이", "Spicy rice cakes", 6000},
              {"김밥", "Gimbap", 4500},
              {"라볶이", "Rice cakes with ramyeon", 7000},
              {"순대", "Sundae", 5500},
              {"돈가스", "Pork cutlet", 9500}}},
            {{{"튀김 모둠", "Assorted fritters", 5000},
              {"어묵탕", "Fish cake soup", 4000},
              {"음료", "Soft drink", 2000}}}},
    Kitchen{"한식",
            "Korean Kitchen",
            {{{"비빔밥", "Bibimbap", 10'000},
              {"김치찌개", "Kimchi stew", 9500},
              {"불고기", "Bulgogi", 14'000},
              {"된장찌개", "Soybean stew", 9000},
              {"제육볶음", "Spicy pork", 11'000}}},
            {{{"계란찜", "Steamed eggs", 4000},
              {"해물파전", "Seafood pancake", 12'000},
              {"공기밥", "Bowl of rice", 1000}}}},
    Kitchen{"치킨",
            "Chicken",
            {{{"후라이드치킨", "Fried chicken", 18'000},
              {"양념치킨", "Seasoned chicken", 19'000},
              {"간장치킨", "Soy chicken", 19'500},
              {"닭강정", "Sweet chicken bites", 15'000},
              {"파닭", "Chicken with scallions", 20'000}}},
            {{{"감자튀김", "French fries", 4000},
              {"치즈볼", "Cheese balls", 5000},
              {"콜라", "Cola", 2500}}}},
    Kitchen{"중식",
            "Chinese Kitchen",
            {{{"짜장면", "Black bean noodles", 7000},
              {"짬뽕", "Spicy seafood noodles", 8500},
              {"볶음밥", "Fried rice", 8000},
              {"탕수육", "Sweet and sour pork", 18'000},
              {"마파두부밥", "Mapo tofu on rice", 9000}}},
            {{{"군만두", "Fried dumplings", 6000},
              {"계란국", "Egg soup", 2000},
              {"꽃빵", "Flower rolls", 3000}}}},
};

TownItem itemOf(const Dish &dish) {
    return {{QString::fromUtf8(dish.ko), QString::fromUtf8(dish.en)},
            {QString::fromUtf8("주문 즉시 만들어요"), QStringLiteral("Made when you order")},
            dish.priceMinor,
            {},
            {},
            {}};
}

TownOption option(const char *ko, const char *en, qint64 priceMinor) {
    return {{QString::fromUtf8(ko), QString::fromUtf8(en)}, priceMinor};
}

TownOptionGroup sizes() {
    return {{QString::fromUtf8("양"), QStringLiteral("Size")},
            1,
            1,
            {option("보통", "Regular", 0), option("곱빼기", "Large", 1500)}};
}

TownOptionGroup extras() {
    return {{QString::fromUtf8("추가"), QStringLiteral("Extras")},
            0,
            2,
            {option("치즈", "Cheese", 1500), option("계란", "Egg", 1000),
             option("매운맛", "Extra hot", 0)}};
}

/// Prices differ a little from shop to shop.
qint64 shifted(qint64 priceMinor, client::Random &random) {
    return priceMinor + qint64(random() % 5) * 500;
}

TownSection section(const char *ko, const char *en, std::span<const Dish> dishes,
                    client::Random &random) {
    TownSection made{{QString::fromUtf8(ko), QString::fromUtf8(en)}, {}};
    for (const Dish &dish : dishes) {
        TownItem item = itemOf(dish);
        item.priceMinor = shifted(item.priceMinor, random);
        made.items.append(item);
    }
    return made;
}

} // namespace

ShopCharacter makeCharacter(client::Random &random, int countedStock) {
    const Kitchen &kitchen = kKitchens[random() % kKitchens.size()];
    TownSection mains = section("식사", "Meals", kitchen.mains, random);
    TownSection sides = section("곁들임", "Sides", kitchen.sides, random);
    for (TownItem &item : mains.items) {
        item.optionGroups = {sizes()};
        if (random() % 2 == 0)
            item.optionGroups.append(extras());
        if (random() % 3 == 0)
            item.stock = countedStock;
    }
    sides.items.first().stock = countedStock;
    return {{QString::fromUtf8(kitchen.ko), QString::fromUtf8(kitchen.en)}, {mains, sides}, 8000};
}

} // namespace soban::replay
