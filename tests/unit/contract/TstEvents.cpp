// SPDX-License-Identifier: GPL-3.0-or-later
#include "Samples.h"

#include <QTest>

using namespace soban;
using namespace soban::contract;

namespace {

QList<EventData> allData() {
    namespace s = samples;
    return {s::orderMoved(),   s::offer(),         s::offerWithdrawn(),
            s::paymentMoved(), s::refundMoved(),   s::cardRegistered(),
            s::reviewMoved(),  s::messagePosted(), s::shopChanged()};
}

enum Kind { Order, Offered, Withdrawn, Payment, MoneyBack, Card, Review, Message, ShopAffairs };

/// Which data belongs to a type, by the spelling of the type.
Kind kindOf(EventType type) {
    const QString text(toText(type));
    if (text == u"soban.offer.shown")
        return Offered;
    if (text == u"soban.offer.withdrawn")
        return Withdrawn;
    if (text.startsWith(u"soban.payment."))
        return Payment;
    if (text.startsWith(u"soban.refund."))
        return MoneyBack;
    if (text.startsWith(u"soban.card."))
        return Card;
    if (text.startsWith(u"soban.review."))
        return Review;
    if (text.startsWith(u"soban.message."))
        return Message;
    if (text.startsWith(u"soban.shop."))
        return ShopAffairs;
    return Order;
}

} // namespace

class TstEvents : public QObject {
    Q_OBJECT

private slots:
    void readsDataByType_data();
    void readsDataByType();
    void saysWhereDataIsWrong();
    void envelopeIsACloudEvent();
    void envelopeMayLackASubject();
    void refusesBadEnvelope_data();
    void refusesBadEnvelope();
    void pageMayBeEmpty();
};

void TstEvents::readsDataByType_data() {
    QTest::addColumn<EventType>("type");
    for (EventType type : allOf<EventType>())
        QTest::newRow(toText(type).data()) << type;
}

void TstEvents::readsDataByType() {
    QFETCH(EventType, type);
    const auto all = allData();
    QCOMPARE(std::size_t(all.size()), std::variant_size_v<EventData>);
    for (int i = 0; i < all.size(); ++i) {
        EventEnvelope envelope = samples::event();
        envelope.type = type;
        envelope.data = *parseJson(encodeEventData(all[i]));
        const auto read = eventData(envelope);
        // Data with more fields than the type has could be a newer server's.
        if (read)
            QCOMPARE(read->index(), std::size_t(kindOf(type)));
        if (i == kindOf(type)) {
            QVERIFY(read.ok());
            QVERIFY(*read == all[i]);
        }
    }
}

void TstEvents::saysWhereDataIsWrong() {
    const auto error = [](EventType type, const char *json) {
        return decodeEventData(type, *parseJson(QByteArrayView(json))).error();
    };
    QCOMPARE(error(EventType::OrderPlaced, "[]").field, QStringLiteral("data"));
    const auto missing = error(EventType::OfferWithdrawn, R"({"orderId":"ord_0000000000007"})");
    QCOMPARE(missing.field, QStringLiteral("data.reason"));
    QCOMPARE(missing.code, ErrorCode::MissingField);
    const auto stars = error(EventType::ReviewWritten,
                             R"({"orderId":"ord_0000000000007","shopId":"shp_0000000000001",)"
                             R"("stars":6})");
    QCOMPARE(stars.field, QStringLiteral("data.stars"));
    QCOMPARE(stars.code, ErrorCode::OutOfRange);
}

void TstEvents::envelopeIsACloudEvent() {
    const auto json = parseJson(encode(samples::event()));
    QVERIFY(json.ok());
    // CloudEvents 1.0: required attributes, and only lower-case letters and digits in names.
    for (const char *name : {"specversion", "id", "source", "type"})
        QVERIFY2(json->find(QString::fromLatin1(name)), name);
    for (const auto &member : *json->object()) {
        for (QChar c : member.name)
            QVERIFY2((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'), qPrintable(member.name));
    }
    QCOMPARE(*json->find(u"specversion")->string(), QStringLiteral("1.0"));
    QCOMPARE(*json->find(u"sequence")->string(), QStringLiteral("00000000000000000042"));
}

void TstEvents::envelopeMayLackASubject() {
    EventEnvelope event = samples::event();
    event.type = EventType::CardRegistered;
    event.subject.reset();
    event.correlationid.reset();
    event.causationid.reset();
    event.data = *parseJson(encodeEventData(samples::cardRegistered()));
    const QByteArray json = encode(event);
    QVERIFY(!json.contains("subject") && !json.contains("correlationid"));
    const auto read = decode<EventEnvelope>(json);
    QVERIFY(read.ok());
    QVERIFY(!read->subject);
    QCOMPARE(encode(*read), json);
}

void TstEvents::refusesBadEnvelope_data() {
    QTest::addColumn<QByteArray>("was");
    QTest::addColumn<QByteArray>("becomes");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *tag, const char *was, const char *becomes, const char *field) {
        QTest::newRow(tag) << QByteArray(was) << QByteArray(becomes) << QString::fromLatin1(field);
    };
    row("sequence as number", "\"00000000000000000042\"", "42", "sequence");
    row("sequence not padded", "00000000000000000042", "42", "sequence");
    row("sequence too large", "00000000000000000042", "99999999999999999999", "sequence");
    row("unknown type", "soban.order.accepted", "soban.order.eaten", "type");
    row("another kind of subject", "\"subject\":\"ord", "\"subject\":\"acc", "subject");
    row("unknown attribute", "\"specversion\"", "\"dataref\":\"x\",\"specversion\"", "dataref");
    row("no time", "\"time\":\"2026-11-20T03:02:00.000Z\",", "", "time");
}

void TstEvents::refusesBadEnvelope() {
    QFETCH(QByteArray, was);
    QFETCH(QByteArray, becomes);
    QFETCH(QString, field);
    QByteArray json = encode(samples::event());
    QCOMPARE(json.count(was), qsizetype(1));
    const auto read = decode<EventEnvelope>(json.replace(was, becomes));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().field, field);
}

void TstEvents::pageMayBeEmpty() {
    const QByteArray json = R"({"events":[],"sequence":"00000000000000000000"})";
    const auto page = decode<EventPage>(json);
    QVERIFY(page.ok());
    QVERIFY(page->sequence == Sequence::before());
    QCOMPARE(encode(*page), json);
}

QTEST_GUILESS_MAIN(TstEvents)
#include "TstEvents.moc"
