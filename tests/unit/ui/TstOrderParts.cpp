// SPDX-License-Identifier: GPL-3.0-or-later
#include "UiTest.h"

#include "ui/Button.h"
#include "ui/CodePlate.h"
#include "ui/EmptyState.h"
#include "ui/PictureLabel.h"
#include "ui/Receipt.h"
#include "ui/Timeline.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace soban::ui;

class TstOrderParts : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { testLook(); }
    void cleanup() { testLook().setTextScale(1.0); }

    void timelineTellsEachStep();
    void timelineColoursAStepByItsState();
    void timelinePutsALongDetailBelow();
    void timelineGrowsWithTheText();
    void receiptTellsEverything();
    void receiptFillsExactlyItsHeight();
    void receiptIsPaintedOnPaper();
    void receiptStaysWholeInANarrowCard();
    void codeIsReadAsCharacters();
    void codeShrinksRatherThanOverflow();
    void emptyPageOffersItsAction();
    void emptyPageWithoutActionHasNoButton();
    void everyMotifIsDrawn();
    void pictureStandsInUntilItComes();
};

void TstOrderParts::timelineTellsEachStep() {
    Timeline timeline;
    timeline.setSteps({{StepState::Done, "Paid", "Card", "19:02"},
                       {StepState::Now, "Arrives", {}, "19:32"},
                       {StepState::ToCome, "You confirm", {}, {}}});
    QCOMPARE(timeline.accessibleDescription(),
             QStringLiteral("Paid, Card, 19:02, done; Arrives, 19:32, now; You confirm, to come"));
    QVERIFY(!timeline.accessibleName().isEmpty());
}

void TstOrderParts::timelineColoursAStepByItsState() {
    const Tokens &tokens = testLook().tokens();
    Timeline timeline;
    const auto shows = [&](StepState state, Tone tone, const QColor &color) {
        timeline.setSteps({{state, "Step", {}, {}, std::nullopt, tone}});
        return count(imageOf(timeline, {300, 40}), color) > 100;
    };
    QVERIFY(shows(StepState::Done, Tone::Plain, tokens.done.ink));
    QVERIFY(shows(StepState::Now, Tone::Plain, tokens.accent.ink));
    QVERIFY(shows(StepState::Failed, Tone::Plain, tokens.danger.ink));
    QVERIFY(shows(StepState::Done, Tone::Fresh, tokens.fresh.ink));
    QVERIFY(!shows(StepState::ToCome, Tone::Plain, tokens.accent.ink));
}

void TstOrderParts::timelinePutsALongDetailBelow() {
    Timeline timeline;
    timeline.setSteps({{StepState::Done, "Picked up", "The rider has left the shop", "19:21"}});
    QVERIFY(timeline.heightForWidth(220) > timeline.heightForWidth(600));
}

void TstOrderParts::timelineGrowsWithTheText() {
    Timeline timeline;
    timeline.setSteps({{StepState::Done, "Paid", {}, "19:02"}});
    const int before = timeline.heightForWidth(400);
    testLook().setTextScale(2.0);
    QCOMPARE(timeline.heightForWidth(400), 2 * before);
}

namespace {

ReceiptContent sample() {
    ReceiptContent content;
    content.heading = "Dal Kitchen";
    content.lines = {{"Bibimbap", 2, "soft egg", "₩30,000"}, {"Sikhye", 1, {}, "₩3,500"}};
    content.sums = {{"Delivery", "₩2,500"}};
    content.total = {"Total", "₩36,000"};
    content.afterwards = {{"Refunded", "−₩3,500", Tone::Fresh}};
    content.notes = {{"Card ····4417", Tone::Plain, Icon::Card}};
    return content;
}

} // namespace

void TstOrderParts::receiptTellsEverything() {
    Receipt receipt;
    receipt.setContent(sample());
    QCOMPARE(receipt.accessibleDescription(),
             QStringLiteral("Dal Kitchen\nBibimbap ×2 (soft egg) ₩30,000\nSikhye ×1 ₩3,500\n"
                            "Delivery ₩2,500\nTotal ₩36,000\nRefunded −₩3,500\nCard ····4417"));
}

void TstOrderParts::receiptFillsExactlyItsHeight() {
    const Look &look = testLook();
    QImage image(280, 600, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const int used = paintReceipt(painter, look, QRect(0, 0, 280, 600), sample());
    painter.end();
    QCOMPARE(used, receiptHeight(look, 280, sample()));
    ReceiptContent without = sample();
    without.notes.clear();
    QVERIFY(used >= receiptHeight(look, 280, without) + look.lineHeight(Text::Small));
    without.afterwards.clear();
    QVERIFY(used >= receiptHeight(look, 280, without) + look.lineHeight(Text::Body));
    const QImage below = image.copy(0, used, 280, 600 - used);
    QCOMPARE(count(below, Qt::white), below.width() * below.height());
}

void TstOrderParts::receiptIsPaintedOnPaper() {
    QBuffer file;
    QVERIFY(file.open(QIODevice::WriteOnly));
    QPdfWriter pdf(&file);
    pdf.setResolution(72);
    QPainter painter(&pdf);
    QVERIFY(paintReceipt(painter, testLook(), QRect(0, 0, 280, 600), sample()) > 0);
    painter.end();
    QVERIFY(file.data().startsWith("%PDF"));
    QVERIFY(file.size() > 2000);
}

void TstOrderParts::receiptStaysWholeInANarrowCard() {
    ReceiptContent content = sample();
    content.notes = {{"Refunded at 19:04 to your card, within three days at most"}};
    QWidget card;
    QVBoxLayout column(&card);
    auto *receipt = new Receipt;
    receipt->setContent(content);
    column.addWidget(receipt);
    card.resize(240, card.heightForWidth(240));
    card.grab();
    QVERIFY(receipt->height() >= receipt->heightForWidth(receipt->width()));
}

void TstOrderParts::codeIsReadAsCharacters() {
    CodePlate plate(CodePlate::Layout::Cells);
    plate.setTitle("Hand-over code");
    plate.setCode("7305");
    plate.setHint("Tell the rider");
    QCOMPARE(plate.accessibleName(), QStringLiteral("Hand-over code"));
    QCOMPARE(plate.accessibleDescription(), QStringLiteral("7 3 0 5. Tell the rider"));
}

void TstOrderParts::codeShrinksRatherThanOverflow() {
    CodePlate plate(CodePlate::Layout::Whole);
    plate.setTitle("Code");
    plate.setCode("MMMMMM 188");
    const QImage image = imageOf(plate, {300, plate.heightForWidth(300)});
    const Tokens &tokens = testLook().tokens();
    QVERIFY(count(image, tokens.onPorcelain) > 50);
    QCOMPARE(count(image.copy(0, 0, 16, image.height()), tokens.onPorcelain), 0);
    QCOMPARE(count(image.copy(284, 0, 16, image.height()), tokens.onPorcelain), 0);
}

void TstOrderParts::emptyPageOffersItsAction() {
    EmptyState state(Motif::Bowl);
    state.setTitle("No orders yet");
    state.setText("Shall we?\n12 shops are open.");
    state.setAction(Icon::Store, "Look around");
    QSignalSpy acted(&state, &EmptyState::acted);
    state.button()->click();
    QCOMPARE(acted.size(), 1);
    QCOMPARE(state.accessibleName(), QStringLiteral("No orders yet"));
    QCOMPARE(state.accessibleDescription(), QStringLiteral("Shall we? 12 shops are open."));
    state.resize(400, state.heightForWidth(400));
    state.grab();
    QVERIFY(state.rect().contains(state.button()->geometry()));
}

void TstOrderParts::emptyPageWithoutActionHasNoButton() {
    EmptyState state(Motif::Letter);
    state.setTitle("No messages");
    QVERIFY(state.button()->isHidden());
}

void TstOrderParts::everyMotifIsDrawn() {
    const Tokens &tokens = testLook().tokens();
    for (const Motif motif :
         {Motif::Bowl, Motif::Lens, Motif::Bag, Motif::Bell, Motif::Scooter, Motif::Letter}) {
        EmptyState state(motif);
        const QImage image = imageOf(state, {300, 200});
        QVERIFY(count(image, tokens.ink3) > 50);
        QVERIFY(count(image, tokens.accent.ink) > 5);
    }
}

void TstOrderParts::pictureStandsInUntilItComes() {
    PictureLabel label(100);
    label.setSubject("Bibimbap");
    QCOMPARE(label.accessibleDescription(), QStringLiteral("No picture"));
    const QImage before = imageOf(label, {100, 100});
    QPixmap red(100, 100);
    red.fill(Qt::red);
    label.setPicture(red);
    QCOMPARE(label.accessibleDescription(), QStringLiteral("Picture"));
    const QImage after = imageOf(label, {100, 100});
    QCOMPARE(after.pixelColor(50, 50), QColor(Qt::red));
    QVERIFY(before != after);
    QVERIFY(after.pixelColor(2, 2) != QColor(Qt::red)); // a corner of the tray
}

QTEST_MAIN(TstOrderParts)
#include "TstOrderParts.moc"
