// SPDX-License-Identifier: GPL-3.0-or-later
#include "realtime/SubscriptionBook.h"

#include <QTest>

using namespace soban;
using namespace soban::realtime;

namespace {

const SessionId kPhone = *SessionId::fromNumber(1);
const SessionId kTablet = *SessionId::fromNumber(2);
const Addressee kAccount = *AccountId::fromNumber(11);
const Addressee kShop = *ShopId::fromNumber(12);
const Addressee kStranger = *AccountId::fromNumber(13);

} // namespace

class TstSubscriptionBook : public QObject {
    Q_OBJECT

private slots:
    void findsFollowersByAddresseeAndSession();
    void namesAFollowerOnceForAnAddresseeNamedTwice();
    void forgetsWhoLeft();
};

void TstSubscriptionBook::findsFollowersByAddresseeAndSession() {
    SubscriptionBook book;
    book.add(1, {kPhone, {kAccount}});
    book.add(2, {kTablet, {kAccount, kShop}});
    book.add(3, {kPhone, {kAccount}});
    QCOMPARE(book.followersOf(kAccount), (QList<FollowerId>{1, 2, 3}));
    QCOMPARE(book.followersOf(kShop), (QList<FollowerId>{2}));
    QCOMPARE(book.followersOf(kStranger), QList<FollowerId>());
    QCOMPARE(book.followersOf(kPhone), (QList<FollowerId>{1, 3}));
    QCOMPARE(book.find(2)->addressees, (QList<Addressee>{kAccount, kShop}));
    QVERIFY(book.find(4) == nullptr);
}

void TstSubscriptionBook::namesAFollowerOnceForAnAddresseeNamedTwice() {
    SubscriptionBook book;
    book.add(1, {kPhone, {kAccount, kAccount}});
    QCOMPARE(book.followersOf(kAccount), QList<FollowerId>{1});
    QVERIFY(book.remove(1));
    QCOMPARE(book.followersOf(kAccount), QList<FollowerId>());
}

void TstSubscriptionBook::forgetsWhoLeft() {
    SubscriptionBook book;
    book.add(1, {kPhone, {kAccount}});
    book.add(2, {kTablet, {kAccount, kShop}});
    QVERIFY(book.remove(2));
    QVERIFY(!book.remove(2));
    QCOMPARE(book.followersOf(kAccount), QList<FollowerId>{1});
    QCOMPARE(book.followersOf(kShop), QList<FollowerId>());
    QCOMPARE(book.followersOf(kTablet), QList<FollowerId>());
    QVERIFY(book.find(2) == nullptr);
    QVERIFY(!book.isEmpty());
    QVERIFY(book.remove(1));
    QVERIFY(book.isEmpty());
}

QTEST_APPLESS_MAIN(TstSubscriptionBook)
#include "TstSubscriptionBook.moc"
