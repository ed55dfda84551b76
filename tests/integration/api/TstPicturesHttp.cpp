// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures that people upload: the menu's, the review's, the proof of a hand-over.
#include "OrderWalk.h"
#include "ShopDrafts.h"

#include "contract/Delivery.h"

#include <QBuffer>
#include <QImage>
#include <QTest>

using namespace soban;
using namespace soban::testing;
using contract::ErrorCode;
using contract::RouteId;

namespace {

QByteArray photo(int width, int height, const char *format = "JPEG", quint32 seed = 1) {
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            seed = seed * 1664525 + 1013904223;
            image.setPixel(x, y, 0xff000000 | (seed >> 8));
        }
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, format);
    return bytes;
}

const Steps kPickedUp{{Action::Accept, Caller::Shop},
                      {Action::Start, Caller::Shop},
                      {Action::Finish, Caller::Shop},
                      {Action::Claim, Caller::NearRider},
                      {Action::PickUp, Caller::NearRider}};

} // namespace

class TstPicturesHttp : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        const auto fault = m_town.start();
        QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    }
    void uploadedPictureIsServed();
    void samePictureIsKeptOnce();
    void tooMuchIsRefused_data();
    void tooMuchIsRefused();
    void menuShowsIt();
    void reviewShowsIt();
    void photoProvesTheHandOver();
    void photoProvesTheShopsOwnHandOver();
    void survivesARestart();

private:
    ApiAnswer upload(Caller caller, const QByteArray &file) {
        return m_town.call(m_town.request(RouteId::UploadPicture, caller, {}, file));
    }
    QString nameOf(Caller caller, const QByteArray &file) {
        const auto picture = upload(caller, file).as<contract::PictureView>();
        return picture ? picture->name : QString();
    }
    ApiAnswer get(const QString &name) {
        return m_town.call(m_town.request(RouteId::GetPicture, Caller::Nobody, {name}));
    }
    ApiAnswer handOver(OrderId order, const contract::RiderHandOverRequest &request) {
        return m_town.call(m_town.request(RouteId::HandOverDelivery, Caller::NearRider,
                                          {order.toText()}, contract::encode(request)));
    }

    TestTown m_town;
};

void TstPicturesHttp::uploadedPictureIsServed() {
    const auto answer = upload(Caller::Customer, photo(2400, 800));
    QVERIFY2(answer.status == 201, answer.summary().constData());
    const auto picture = answer.as<contract::PictureView>();
    QVERIFY(picture);
    QCOMPARE(QSize(picture->width, picture->height), QSize(1600, 533));
    const auto served = get(picture->name);
    QCOMPARE(served.status, 200);
    QCOMPARE(served.header("Content-Type"), QByteArray("image/jpeg"));
    QCOMPARE(served.header("X-Content-Type-Options"), QByteArray("nosniff"));
    QCOMPARE(QImage::fromData(served.body).size(), QSize(1600, 533));
    ApiCall again = m_town.request(RouteId::GetPicture, Caller::Nobody, {picture->name});
    again.headers.append({"If-None-Match", served.header("ETag")});
    QCOMPARE(m_town.call(again).status, 304);
}

void TstPicturesHttp::samePictureIsKeptOnce() {
    const QByteArray file = photo(40, 30, "PNG", 5);
    QCOMPARE(nameOf(Caller::Customer, file), nameOf(Caller::Shop, file));
    ApiCall call = m_town.request(RouteId::UploadPicture, Caller::Customer, {}, file);
    const auto first = m_town.call(call);
    QCOMPARE(m_town.call(call).body, first.body);
    call.body = photo(40, 30, "PNG", 6);
    QVERIFY(m_town.call(call).problem()->code == ErrorCode::KeyReused);
}

void TstPicturesHttp::tooMuchIsRefused_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("no picture") << QByteArray("{}") << ErrorCode::UnsupportedPicture;
    QTest::newRow("nothing") << QByteArray() << ErrorCode::UnsupportedPicture;
    QTest::newRow("cut") << photo(300, 300).left(200) << ErrorCode::UnsupportedPicture;
    QByteArray large = photo(64, 64);
    large.append(QByteArray(4 * 1024 * 1024 - large.size() + 1, 'x'));
    QTest::newRow("4 MiB and one") << large << ErrorCode::PayloadTooLarge;
    QImage wide(20'000, 2'001, QImage::Format_Mono);
    QByteArray bomb;
    QBuffer buffer(&bomb);
    wide.save(&buffer, "PNG");
    QTest::newRow("40 million pixels") << bomb << ErrorCode::PayloadTooLarge;
}

void TstPicturesHttp::tooMuchIsRefused() {
    QFETCH(QByteArray, file);
    QFETCH(ErrorCode, code);
    const auto answer = upload(Caller::Customer, file);
    QVERIFY2(answer.problem(), answer.summary().constData());
    QCOMPARE(QString(toText(answer.problem()->code)), QString(toText(code)));
}

void TstPicturesHttp::menuShowsIt() {
    const QString name = nameOf(Caller::Shop, photo(100, 100, "PNG", 7));
    const auto menu =
        m_town.call(m_town.request(RouteId::GetOwnMenu, Caller::Shop)).as<contract::OwnMenuView>();
    QVERIFY(menu);
    auto draft = draftOf(*menu);
    draft.sections[0].items[0].picture = name;
    const auto edited =
        m_town.call(m_town.request(RouteId::EditMenu, Caller::Shop, {}, contract::encode(draft))
                        .atVersion(menu->version));
    QVERIFY2(edited.status == 200, edited.summary().constData());
    QCOMPARE(m_town.shop(m_town.kitchen().card.id)->sections[0].items[0].picture, name);
}

void TstPicturesHttp::reviewShowsIt() {
    const auto standing = stand(m_town, Fulfilment::PlatformRider,
                                kPickedUp + Steps{{Action::HandOver, Caller::NearRider}});
    QVERIFY(standing);
    const auto write = [&](const QString &name) {
        const contract::WriteReviewRequest review{5, QStringLiteral("Look"), name};
        return m_town.call(m_town.request(RouteId::WriteReview, Caller::Customer,
                                          {standing->id.toText()}, contract::encode(review)));
    };
    const auto refusal = write(QStringLiteral("americano")).problem();
    QVERIFY(refusal && refusal->code == ErrorCode::InvalidValue);
    QCOMPARE(refusal->field.value_or(QString()), QStringLiteral("photo"));
    const QString name = nameOf(Caller::Customer, photo(64, 48, "PNG", 8));
    const auto review = write(name).as<contract::ReviewView>();
    QVERIFY(review && review->photo == name);
    const auto list = m_town
                          .call(m_town.request(RouteId::ListShopReviews, Caller::Nobody,
                                               {m_town.kitchen().card.id.toText()}))
                          .as<contract::ReviewList>();
    QVERIFY(list && list->reviews.first().photo == name);
}

void TstPicturesHttp::photoProvesTheHandOver() {
    const auto standing = stand(m_town, Fulfilment::PlatformRider, kPickedUp);
    QVERIFY(standing);
    const QString name = nameOf(Caller::NearRider, photo(64, 48, "PNG", 9));
    const auto expected = DeliveryState::PickedUp;
    const auto both = handOver(standing->id, {expected, standing->code, {}, name}).problem();
    QVERIFY(both && both->code == ErrorCode::InvalidValue);
    QCOMPARE(both->field.value_or(QString()), QStringLiteral("photo"));
    const auto none = handOver(standing->id, {expected, {}, {}, {}}).problem();
    QVERIFY(none && none->code == ErrorCode::MissingField);
    const auto unknown =
        handOver(standing->id, {expected, {}, {}, QStringLiteral("up-0")}).problem();
    QVERIFY(unknown && unknown->code == ErrorCode::InvalidValue);

    const auto done = handOver(standing->id, {expected, {}, {}, name});
    const auto ride = done.as<contract::DeliveryView>();
    QVERIFY2(ride, done.summary().constData());
    QCOMPARE(ride->state, OrderState::Delivered);
    QVERIFY(ride->proofPhoto == name);
    const auto order =
        m_town.call(m_town.request(RouteId::GetOrder, Caller::Customer, {standing->id.toText()}))
            .as<contract::OrderView>();
    QVERIFY(order && order->proofPhoto == name);
}

void TstPicturesHttp::photoProvesTheShopsOwnHandOver() { // R12 R14
    const auto standing = stand(m_town, Fulfilment::OwnDelivery,
                                {{Action::Accept, Caller::Shop},
                                 {Action::Start, Caller::Shop},
                                 {Action::Finish, Caller::Shop},
                                 {Action::PickUp, Caller::Shop}});
    QVERIFY(standing);
    const auto handOver = [&](const contract::HandOverRequest &request) {
        auto call = m_town.request(RouteId::HandOverTicket, Caller::Shop, {standing->id.toText()},
                                   contract::encode(request));
        call.headers.append({"If-Match", '"' + QByteArray::number(standing->version) + '"'});
        return m_town.call(call);
    };
    const QString name = nameOf(Caller::Shop, photo(64, 48, "PNG", 11));
    const auto both = handOver({standing->code, name}).problem();
    QVERIFY(both && both->code == ErrorCode::InvalidValue);
    QCOMPARE(both->field.value_or(QString()), QStringLiteral("photo"));
    const auto none = handOver({}).problem();
    QVERIFY(none && none->code == ErrorCode::MissingField);
    const auto unknown = handOver({{}, QStringLiteral("up-0")}).problem();
    QVERIFY(unknown && unknown->code == ErrorCode::InvalidValue);

    const auto done = handOver({{}, name});
    const auto ticket = done.as<contract::TicketView>();
    QVERIFY2(ticket, done.summary().constData());
    QCOMPARE(ticket->state, OrderState::Delivered);
    const auto order =
        m_town.call(m_town.request(RouteId::GetOrder, Caller::Customer, {standing->id.toText()}))
            .as<contract::OrderView>();
    QVERIFY(order && order->proofPhoto == name);
}

void TstPicturesHttp::survivesARestart() {
    const QString name = nameOf(Caller::Customer, photo(30, 30, "PNG", 10));
    const QByteArray before = get(name).body;
    m_town.killServer();
    const auto fault = m_town.restartServer();
    QVERIFY2(!fault, qPrintable(fault.value_or(QString())));
    QCOMPARE(get(name).body, before);
}

QTEST_GUILESS_MAIN(TstPicturesHttp)
#include "TstPicturesHttp.moc"
