// SPDX-License-Identifier: GPL-3.0-or-later
#include "Golden.h"
#include "Samples.h"

#include "contract/Routes.h"

#include <QTest>

#include <functional>

using namespace soban;
using namespace soban::contract;

namespace {

struct Check {
    QString name;
    /// What does not hold; empty when all does.
    std::function<QString()> run;
};

/// Code and file say the same, and the file survives being read and written.
template <typename T>
Check message(T (*sample)()) {
    const QString name = messageName<T>();
    return {name, [name, sample]() -> QString {
                const QString difference = compareWithGolden(name, encode(sample()));
                if (!difference.isEmpty())
                    return difference;
                const auto read = decode<T>(readGolden(name));
                if (!read)
                    return read.error().field + u' ' + read.error().detail;
                return compareWithGolden(name, encode(*read));
            }};
}

/// The same for the data of an event, which is read by the event's type.
template <typename T>
Check eventDataOf(const char *name, EventType type, T (*sample)()) {
    const QString file = QString::fromLatin1(name);
    return {file, [file, type, sample]() -> QString {
                const QString difference = compareWithGolden(file, encodeEventData(sample()));
                if (!difference.isEmpty())
                    return difference;
                const auto read = decodeEventData(type, *parseJson(readGolden(file)));
                if (!read)
                    return read.error().field + u' ' + read.error().detail;
                if (*read != EventData(sample()))
                    return QStringLiteral("reads as something else");
                return compareWithGolden(file, encodeEventData(*read));
            }};
}

Nothing nothing() {
    return {};
}

const QList<Check> &checks() {
    namespace s = samples;
    using E = EventType;
    static const QList<Check> all{
        message(s::registerRequest),
        message(s::signInRequest),
        message(s::refreshRequest),
        message(s::account),
        message(s::session),
        message(s::cardRegistration),
        message(s::cardList),
        message(s::messageList),
        message(nothing),
        message(s::shopList),
        message(s::shop),
        message(s::picture),
        message(s::review),
        message(s::reviewList),
        message(s::quoteRequest),
        message(s::quote),
        message(s::placeOrderRequest),
        message(s::order),
        message(s::orderList),
        message(s::paymentList),
        message(s::writeReviewRequest),
        message(s::ticket),
        message(s::ticketList),
        message(s::acceptRequest),
        message(s::answerReviewRequest),
        message(s::payRequest),
        message(s::changeRequest),
        message(s::pendingChange),
        message(s::settlement),
        message(s::beforeChange),
        message(s::extendRequest),
        message(s::endRequest),
        message(s::handOverRequest),
        message(s::collectRequest),
        message(s::dutyRequest),
        message(s::positionRequest),
        message(s::duty),
        message(s::offerList),
        message(s::riderStepRequest),
        message(s::riderHandOverRequest),
        message(s::riderReturnRequest),
        message(s::delivery),
        message(s::deliveryList),
        message(s::shopModeSetting),
        message(s::shopSettings),
        message(s::shopSettingsRequest),
        message(s::ownItem),
        message(s::ownMenu),
        message(s::menuDraft),
        message(s::availabilityRequest),
        message(s::shopFigures),
        message(s::earnings),
        message(s::addressBook),
        message(s::riderPosition),
        message(s::messagePreference),
        message(s::phoneMessageList),
        message(s::phoneMessageAuditList),
        message(s::operatorEndRequest),
        message(s::settleRequest),
        message(s::orderAudit),
        message(s::orderAuditList),
        message(s::operatorAccountList),
        message(s::event),
        message(s::eventPage),
        message(s::streamNote),
        message(s::problem),
        message(s::town),
        eventDataOf("OrderMoved", E::OrderAccepted, s::orderMoved),
        eventDataOf("Offer", E::OfferShown, s::offer),
        eventDataOf("OfferWithdrawn", E::OfferWithdrawn, s::offerWithdrawn),
        eventDataOf("PaymentMoved", E::PaymentDeclined, s::paymentMoved),
        eventDataOf("RefundMoved", E::RefundSettled, s::refundMoved),
        eventDataOf("CardRegistered", E::CardRegistered, s::cardRegistered),
        eventDataOf("ReviewMoved", E::ReviewWritten, s::reviewMoved),
        eventDataOf("MessagePosted", E::MessagePosted, s::messagePosted),
        eventDataOf("ShopChanged", E::ShopChanged, s::shopChanged),
    };
    return all;
}

QStringList checkedNames() {
    QStringList names;
    for (const Check &check : checks())
        names.append(check.name);
    names.sort();
    return names;
}

} // namespace

class TstGolden : public QObject {
    Q_OBJECT

private slots:
    void fileAndCodeAgree_data();
    void fileAndCodeAgree();
    void everyMessageOfARouteHasAFile_data();
    void everyMessageOfARouteHasAFile();
    void everyEventDataHasAFile();
    void everyFileIsChecked();
    void layoutKeepsTexts();
};

void TstGolden::fileAndCodeAgree_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < checks().size(); ++i)
        QTest::newRow(qPrintable(checks()[i].name)) << i;
}

void TstGolden::fileAndCodeAgree() {
    QFETCH(int, index);
    const QString fault = checks()[index].run();
    QVERIFY2(fault.isEmpty(), qPrintable(fault));
}

void TstGolden::everyMessageOfARouteHasAFile_data() {
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(routes().size()); ++i)
        QTest::newRow(routes()[std::size_t(i)].summary) << i;
}

void TstGolden::everyMessageOfARouteHasAFile() {
    QFETCH(int, index);
    const Route &route = routes()[std::size_t(index)];
    for (const auto maker : {route.request, route.response}) {
        if (!maker)
            continue;
        SchemaBook book;
        const JsonValue reference = maker(book);
        QVERIFY(reference.find(u"$ref"));
        const QString name = reference.find(u"$ref")->string()->section(u'/', -1);
        QVERIFY2(checkedNames().contains(name), qPrintable(name));
    }
}

void TstGolden::everyEventDataHasAFile() {
    // One more alternative means one more golden file: add it above.
    QCOMPARE(std::variant_size_v<EventData>, std::size_t(9));
}

void TstGolden::everyFileIsChecked() {
    QStringList files = goldenNames();
    files.sort();
    QCOMPARE(files, checkedNames());
}

void TstGolden::layoutKeepsTexts() {
    const QByteArray compact = R"({"a":[1,{}],"b{,":"x\"[:,","c":[]})";
    const QByteArray expected = "{\n  \"a\": [\n    1,\n    {}\n  ],\n"
                                "  \"b{,\": \"x\\\"[:,\",\n  \"c\": []\n}\n";
    QCOMPARE(laidOut(compact), expected);
}

QTEST_GUILESS_MAIN(TstGolden)
#include "TstGolden.moc"
