// SPDX-License-Identifier: GPL-3.0-or-later
// What owners should not do to their shops.
#include "BadInputs.h"

#include "contract/ShopOffice.h"

namespace soban::testing {

using namespace contract;
using C = ErrorCode;
using R = RouteId;

namespace {

const QByteArray
    kSettings(R"({"description":{"ko":"d","en":"d"},"phone":"033-000-0001","picture":"",)"
              R"("deliveryRadiusMeters":4500,"deliveryFeeMinor":2000,"minimumOrderMinor":5000,)"
              R"("preparationMinutes":15,"fulfilments":["platformRider"],)"
              R"("hours":[{"weekday":1,"opensMinute":0,"closesMinute":1440}],)"
              R"("holidays":["2026-12-25"],"thanks":{"ko":"t","en":"t"}})");

const QByteArray
    kMenu(R"({"sections":[{"name":{"ko":"s","en":"s"},"items":[{"name":{"ko":"i","en":"i"},)"
          R"("description":{"ko":"","en":""},"priceMinor":900,"picture":"","isHidden":false,)"
          R"("optionGroups":[{"name":{"ko":"g","en":"g"},"minimum":0,"maximum":1,)"
          R"("options":[{"name":{"ko":"o","en":"o"},"priceMinor":0}]}]}]}]})");

} // namespace

void BadInputs::addShopAffairs() {
    const auto edit = [this](R route, QByteArray good, const QByteArray &from, const QByteArray &to,
                             C code, const QByteArray &field, int version) {
        ApiCall call = m_town.request(route, Caller::Shop, {}, good.replace(from, to));
        add(QByteArray(contract::route(route).path) + ' ' + to.left(60), call.atVersion(version),
            code, field);
    };
    const auto settings = [&](const QByteArray &from, const QByteArray &to, C code,
                              const QByteArray &field) {
        edit(R::EditShop, kSettings, from, to, code, field, 1);
    };
    settings(R"("picture":"",)", "", C::MissingField, "picture");
    settings(R"("picture":"")", R"("picture":"../town")", C::InvalidValue, "picture");
    settings(R"("phone")", R"("mode":"paused","phone")", C::UnknownField, "mode");
    settings("033-000-0001", "call us", C::InvalidValue, "phone");
    settings("4500", "0", C::OutOfRange, "deliveryRadiusMeters");
    settings("2000", "-1", C::OutOfRange, "deliveryFeeMinor");
    settings("5000", "1.5", C::WrongType, "minimumOrderMinor");
    settings("15,", "241,", C::OutOfRange, "preparationMinutes");
    settings(R"(["platformRider"])", "[]", C::OutOfRange, "fulfilments");
    settings(R"(["platformRider"])", R"(["collection","collection"])", C::InvalidValue,
             "fulfilments");
    settings("\"weekday\":1", "\"weekday\":8", C::OutOfRange, "hours[0].weekday");
    settings("\"closesMinute\":1440", "\"closesMinute\":0", C::OutOfRange, "hours[0].closesMinute");
    settings("\"opensMinute\":0,\"closesMinute\":1440", "\"opensMinute\":900,\"closesMinute\":800",
             C::InvalidValue, "hours");
    settings(R"({"weekday":1)", R"({"weekday":1,"opensMinute":60,"closesMinute":90},{"weekday":1)",
             C::InvalidValue, "hours");
    settings("2026-12-25", "2026-02-30", C::InvalidValue, "holidays[0]");
    settings("2026-12-25", "2026-12-25T00:00:00Z", C::InvalidValue, "holidays[0]");
    settings(R"("2026-12-25")", R"("2026-12-25","2026-12-25")", C::InvalidValue, "holidays");
    settings(R"({"ko":"d")", R"({"ko":")" + QByteArray(501, 'x') + '"', C::OutOfRange,
             "description.ko");
    settings(R"("en":"t")", R"("en":")" + QByteArray(301, 'x') + '"', C::OutOfRange, "thanks.en");
    edit(R::EditShop, kSettings, "15,", "16,", C::StaleVersion, {}, 9);

    const auto menu = [&](const QByteArray &from, const QByteArray &to, C code,
                          const QByteArray &field) {
        edit(R::EditMenu, kMenu, from, to, code, field, 1);
    };
    const QByteArray item = "sections[0].items[0]";
    const QByteArray group = item + ".optionGroups[0]";
    const QByteArray bouquet = TestTown::item(m_town.florist(), 0).id.toText().toLatin1();
    const QByteArray noodles = TestTown::item(m_town.kitchen(), 1).id.toText().toLatin1();
    menu(R"("ko":"s")", R"("ko":" ")", C::OutOfRange, "sections[0].name.ko");
    menu(R"("ko":"i")", R"("ko":")" + QByteArray(81, 'x') + '"', C::OutOfRange, item + ".name.ko");
    menu("900", "-1", C::OutOfRange, item + ".priceMinor");
    menu("900", "1e3", C::WrongType, item + ".priceMinor");
    menu("false", "\"no\"", C::WrongType, item + ".isHidden");
    menu(R"("picture":"")", R"("picture":"nowhere")", C::InvalidValue, item + ".picture");
    menu(R"("items":[{)", R"("items":[{"id":")" + bouquet + R"(",)", C::UnknownItem, item + ".id");
    menu(R"("items":[{)", R"("items":[{"id":"opt_0000000000001",)", C::InvalidValue, item + ".id");
    menu(R"("optionGroups":[{)", R"("optionGroups":[{"id":"grp_0000000000001",)", C::InvalidValue,
         group + ".id");
    menu(R"("options":[{)", R"("options":[{"id":"opt_0000000000001",)", C::InvalidValue,
         group + ".options[0].id");
    menu(R"("maximum":1)", R"("maximum":2)", C::OutOfRange, group + ".maximum");
    menu(R"("minimum":0)", R"("minimum":2)", C::OutOfRange, group + ".minimum");
    menu(R"("sections":[)", R"("sections":[{"name":{"ko":"s","en":"e"},"items":[]},)",
         C::OutOfRange, "sections[0].items");
    menu("900", "950", C::StaleVersion, {});
    m_all.last().call.atVersion(9);

    const auto put = [this](R route, const QStringList &parts, const QByteArray &body, C code,
                            const QByteArray &field) {
        post(QByteArray(contract::route(route).path) + ' ' + body, route, Caller::Shop, parts, body,
             code, field);
    };
    put(R::SetShopMode, {}, R"({"mode":"open"})", C::InvalidValue, "mode");
    put(R::SetShopMode, {}, R"({"mode":"busy"})", C::MissingField, "extraMinutes");
    put(R::SetShopMode, {}, R"({"mode":"busy","extraMinutes":0})", C::OutOfRange, "extraMinutes");
    put(R::SetShopMode, {}, R"({"mode":"paused","extraMinutes":5})", C::InvalidValue,
        "extraMinutes");
    put(R::SetShopMode, {}, R"({"mode":"normal","until":"2100-01-01T00:00:00Z"})", C::InvalidValue,
        "until");
    put(R::SetShopMode, {}, R"({"mode":"paused","until":"2020-01-01T00:00:00Z"})", C::OutOfRange,
        "until");
    const QStringList soup{TestTown::item(m_town.kitchen(), 0).id.toText()};
    put(R::SetAvailability, soup, R"({"soldOut":{"until":"2020-01-01T00:00:00Z"}})", C::OutOfRange,
        "soldOut.until");
    put(R::SetAvailability, soup, R"({"soldOut":true})", C::WrongType, "soldOut");
    put(R::SetAvailability, soup, R"({"stock":{"perDay":-1}})", C::OutOfRange, "stock.perDay");
    put(R::SetAvailability, soup, R"({"isHidden":true})", C::UnknownField, "isHidden");
    put(R::SetAvailability, {QString::fromLatin1(bouquet)}, R"({"soldOut":{}})", C::NotFound, {});
    put(R::SetAvailability, {QStringLiteral("itm_1")}, "{}", C::NotFound, {});

    // Twice the same item; two sections of one name.
    const QByteArray twice = R"({"id":")" + noodles +
                             R"(","name":{"ko":"n","en":"n"},"description":{"ko":"","en":""},)"
                             R"("priceMinor":1,"picture":"","isHidden":false,"optionGroups":[]})";
    menu(R"("items":[)", R"("items":[)" + twice + ',' + twice + ',', C::InvalidValue,
         "sections[0].items[1].id");
    menu(R"("sections":[)", R"("sections":[{"name":{"ko":"s","en":"s"},"items":[)" + twice + "]},",
         C::InvalidValue, "sections[1].name");
}

} // namespace soban::testing
