// SPDX-License-Identifier: GPL-3.0-or-later
// An owner looks after the shop, and customers see it at the next load.
#include "OrderWalk.h"
#include "ShopDrafts.h"

#include "clock/Clock.h"

#include <QTest>

using namespace soban;
using namespace soban::testing;
using namespace std::chrono_literals;
using contract::ErrorCode;
using contract::RouteId;

class TstShopOfficeHttp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }
    void settingsReachTheCustomers();
    void sameKeyEditsOnce();
    void busyAndPausedShow();
    void menuReachesTheCustomers();
    void largeMenuFits();
    void availabilityReachesTheCustomers();
    void ownersAloneHearOfChanges();

private:
    std::optional<contract::ShopSettingsView> settings(Caller owner = Caller::Shop) {
        return m_town.call(m_town.request(RouteId::GetOwnShop, owner))
            .as<contract::ShopSettingsView>();
    }
    std::optional<contract::OwnMenuView> menu() {
        return m_town.call(m_town.request(RouteId::GetOwnMenu, Caller::Shop))
            .as<contract::OwnMenuView>();
    }
    contract::ShopView shown() { return *m_town.shop(m_town.kitchen().card.id); }
    ApiAnswer put(RouteId route, const QByteArray &body, int version) {
        return m_town.call(m_town.request(route, Caller::Shop, {}, body).atVersion(version));
    }
    ApiAnswer setMode(const contract::ShopModeSetting &setting) {
        return m_town.call(
            m_town.request(RouteId::SetShopMode, Caller::Shop, {}, contract::encode(setting)));
    }
    ApiAnswer shelve(MenuItemId item, const contract::AvailabilityRequest &request) {
        return m_town.call(m_town.request(RouteId::SetAvailability, Caller::Shop, {item.toText()},
                                          contract::encode(request)));
    }
    ApiAnswer order() {
        const auto cart = m_town.cart(Fulfilment::PlatformRider, PaymentMethod::OnDelivery);
        return m_town.call(
            m_town.request(RouteId::PlaceOrder, Caller::Customer, {}, contract::encode(cart)));
    }

    TestTown m_town;
};

void TstShopOfficeHttp::settingsReachTheCustomers() {
    const auto before = settings();
    QVERIFY(before);
    auto edit = editOf(*before);
    edit.description.en = QStringLiteral("All day");
    edit.preparationMinutes = 25;
    const auto answer = put(RouteId::EditShop, contract::encode(edit), before->version);
    const auto after = answer.as<contract::ShopSettingsView>();
    QVERIFY2(after, answer.summary().constData());
    QCOMPARE(after->version, before->version + 1);
    const auto read = m_town.call(m_town.request(RouteId::GetOwnShop, Caller::Shop));
    QCOMPARE(read.body, answer.body);
    const QByteArray version = '"' + QByteArray::number(after->version) + '-';
    QVERIFY(read.header("ETag").startsWith(version));
    QCOMPARE(shown().description.en, QStringLiteral("All day"));
    QCOMPARE(shown().card.preparationMinutes, 25);
    const auto late = put(RouteId::EditShop, contract::encode(edit), before->version).problem();
    QVERIFY(late && late->code == ErrorCode::StaleVersion);
}

void TstShopOfficeHttp::sameKeyEditsOnce() {
    const auto before = settings();
    ApiCall call =
        m_town.request(RouteId::EditShop, Caller::Shop, {}, contract::encode(editOf(*before)));
    call.atVersion(before->version);
    const auto first = m_town.call(call);
    const auto again = m_town.call(call);
    QCOMPARE(first.status, 200);
    QCOMPARE(again.body, first.body);
    QCOMPARE(settings()->version, before->version + 1);
}

void TstShopOfficeHttp::busyAndPausedShow() {
    const Instant until = SystemClock().now() + 1h;
    const auto busy = setMode({ShopMode::Busy, 10, until}).as<contract::ShopSettingsView>();
    QVERIFY(busy && busy->mode.extraMinutes == 10 && busy->mode.until == until);
    QCOMPARE(shown().card.mode, ShopMode::Busy);
    QCOMPARE(shown().card.extraMinutes.value_or(0), 10);
    QVERIFY(shown().card.modeUntil == until);
    QVERIFY(shown().card.isOpen);

    const Instant soon = SystemClock().now() + 1500ms;
    QCOMPARE(setMode({ShopMode::Paused, {}, soon}).status, 200);
    QVERIFY(!shown().card.isOpen);
    const auto refusal = order().problem();
    QVERIFY(refusal && refusal->code == ErrorCode::ShopClosed);
    QTRY_VERIFY(shown().card.isOpen);
    QCOMPARE(shown().card.mode, ShopMode::Normal);
    QCOMPARE(settings()->mode.mode, ShopMode::Normal);
    QCOMPARE(order().status, 201);
}

void TstShopOfficeHttp::menuReachesTheCustomers() {
    const auto before = menu();
    QVERIFY(before);
    auto draft = draftOf(*before);
    draft.sections[0].items[0].priceMinor += 500;
    draft.sections[0].items[4].isHidden = true;
    const auto answer = put(RouteId::EditMenu, contract::encode(draft), before->version);
    const auto after = answer.as<contract::OwnMenuView>();
    QVERIFY2(after, answer.summary().constData());
    QCOMPARE(m_town.call(m_town.request(RouteId::GetOwnMenu, Caller::Shop)).body, answer.body);
    QCOMPARE(after->sections[0].items.size(), 5);
    QVERIFY((after->sections[0].items[3].stock == ShelfStock{1, {}}));
    QCOMPARE(shown().sections[0].items.size(), 4);
    QCOMPARE(shown().sections[0].items[0].price.minor(), 9500);
    const auto refusal = order().problem();
    QVERIFY(refusal && refusal->code == ErrorCode::PriceChanged);

    draft = draftOf(*after);
    draft.sections[0].items[0].priceMinor -= 500;
    draft.sections[0].items[4].isHidden = false;
    QCOMPARE(put(RouteId::EditMenu, contract::encode(draft), after->version).status, 200);
    QCOMPARE(order().status, 201);
}

void TstShopOfficeHttp::largeMenuFits() {
    const auto before = menu();
    auto draft = draftOf(*before);
    contract::ItemDraft item = draft.sections[0].items[0];
    item.id.reset();
    item.description.en = QString(500, u'x');
    const LocalizedText many{QStringLiteral("많이"), QStringLiteral("Many")};
    draft.sections.append(contract::SectionDraft{many, {}});
    for (int i = 0; i < 150; ++i)
        draft.sections[1].items.append(item);
    const QByteArray body = contract::encode(draft);
    QVERIFY(body.size() > qsizetype(64) * 1024);
    const auto answer = put(RouteId::EditMenu, body, before->version);
    QVERIFY2(answer.status == 200, answer.summary().constData());
    QCOMPARE(shown().sections[1].items.size(), 150);
    draft = draftOf(*menu());
    draft.sections.removeLast();
    QCOMPARE(put(RouteId::EditMenu, contract::encode(draft), before->version + 1).status, 200);
    QCOMPARE(shown().sections.size(), 1);
}

void TstShopOfficeHttp::availabilityReachesTheCustomers() {
    const MenuItemId soup = TestTown::item(m_town.kitchen(), 0).id;
    const auto sold = shelve(soup, {SoldOut{}, {}}).as<contract::OwnItemView>();
    QVERIFY(sold && sold->soldOut);
    QVERIFY(shown().sections[0].items[0].isSoldOut);
    const auto refusal = order().problem();
    QVERIFY(refusal && refusal->code == ErrorCode::SoldOut);
    QCOMPARE(refusal->field.value_or(QString()), QStringLiteral("lines[0].itemId"));
    const auto counted =
        shelve(soup, {{}, contract::StockRequest{1, 20}}).as<contract::OwnItemView>();
    QVERIFY(counted && (counted->stock == ShelfStock{1, 20}));
    QCOMPARE(shown().sections[0].items[0].remaining.value_or(-1), 1);
    QCOMPARE(order().status, 201);
    QVERIFY(order().problem()->code == ErrorCode::SoldOut);
    QCOMPARE(shelve(soup, {{}, contract::StockRequest{}}).status, 200);
    QCOMPARE(order().status, 201);
}

void TstShopOfficeHttp::ownersAloneHearOfChanges() {
    const auto changes = [this](Caller caller) {
        int count = 0;
        for (const auto &event : m_town.events(caller))
            count += event.type == EventType::ShopChanged ? 1 : 0;
        return count;
    };
    const int before = changes(Caller::Shop);
    QVERIFY(before > 0);
    QCOMPARE(setMode({ShopMode::Normal, {}, {}}).status, 200);
    QCOMPARE(changes(Caller::Shop), before + 1);
    QCOMPARE(changes(Caller::OtherShop), 0);
    QCOMPARE(changes(Caller::Customer), 0);
    QCOMPARE(changes(Caller::NearRider), 0);
}

QTEST_GUILESS_MAIN(TstShopOfficeHttp)
#include "TstShopOfficeHttp.moc"
