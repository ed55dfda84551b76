// SPDX-License-Identifier: GPL-3.0-or-later
#include "TicketKit.h"

#include "client-shop/KitchenTicket.h"
#include "client-shop/TicketPaper.h"
#include "support/PdfGlyphs.h"
#include "ui/SobanStyle.h"

#include <QApplication>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace soban;
using namespace soban::shop_app;
using namespace soban::testing;

namespace {

const QTimeZone kSeoul(QByteArrayLiteral("Asia/Seoul"));
const Instant kPrinted = Instant::fromMs(1'800'000'060'000);

contract::TicketView sample() {
    OrderLine bowl = line(1, QStringLiteral("전복 비빔밥"), 2, 13'500);
    bowl.options = {{*OptionId::fromNumber(1), {QStringLiteral("잡곡밥"), "Multigrain"}, krw(0)},
                    {*OptionId::fromNumber(2), {QStringLiteral("반숙 달걀"), "Soft egg"}, krw(0)}};
    auto made = ticket({bowl, line(2, QStringLiteral("식혜"), 1, 3'000)});
    made.note = QStringLiteral("수저는 빼 주세요");
    return made;
}

PaperSheet sheetOf(const contract::TicketView &ticket, bool isCopy = false) {
    return KitchenTicket::sheetOf(
        ticket, {QStringLiteral("달뜨는부엌"), Language::Korean, {kPrinted, kSeoul}, isCopy});
}

QString textOf(const PaperSheet &sheet) {
    return sheet.lines().join(u'\n');
}

} // namespace

class TstKitchenTicket : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ui::SobanStyle::install(*qApp); }
    void saysAllThatTheKitchenNeeds();
    void saysWhatIsToBeCollected();
    void flowersCarryRecipientAndWords();
    void copyIsMarked();
    void pdfHoldsTheWords();
    void longWordsStayOnThePaper();
    void sheetTurnsThePage();
};

void TstKitchenTicket::saysAllThatTheKitchenNeeds() {
    const QString text = textOf(sheetOf(sample()));
    const QStringList lines = text.split(u'\n');
    const auto at = [&](const char *words) { return lines.indexOf(QString::fromUtf8(words)); };
    QVERIFY2(at("421") >= 0, qPrintable(text));
    // In the order of the kitchen.
    QVERIFY(at("2 × 전복 비빔밥") < at("· 잡곡밥") && at("· 잡곡밥") < at("· 반숙 달걀"));
    QVERIFY(at("· 반숙 달걀") < at("1 × 식혜"));
    QVERIFY(at("1 × 식혜") < at("수저는 빼 주세요"));
    QVERIFY(text.contains(QStringLiteral("₩30,000")));
    QVERIFY(text.contains(QStringLiteral("17:20"))); // accepted at 17:00 for 20 minutes
    QVERIFY(!text.contains(QStringLiteral("COPY")));
}

void TstKitchenTicket::saysWhatIsToBeCollected() {
    auto due = sample();
    due.paymentState = PaymentState::Due;
    QVERIFY(textOf(sheetOf(due)).contains(QStringLiteral("To be collected ₩30,000")));
    QVERIFY(!textOf(sheetOf(sample())).contains(QStringLiteral("To be collected")));
}

void TstKitchenTicket::flowersCarryRecipientAndWords() { // R1
    auto flowers = sample();
    flowers.recipient = {QStringLiteral("박서연"), QStringLiteral("01020487731")};
    flowers.cardText = QStringLiteral("생일 축하해요");
    flowers.wantedAt = kPrinted + std::chrono::hours(24);
    const QString text = textOf(sheetOf(flowers));
    for (const char *words : {"박서연", "010-2048-7731", "생일 축하해요", "17:01"})
        QVERIFY2(text.contains(QString::fromUtf8(words)), words);
}

void TstKitchenTicket::copyIsMarked() {
    QVERIFY(sheetOf(sample(), true).lines().first().startsWith(QStringLiteral("COPY")));
}

void TstKitchenTicket::pdfHoldsTheWords() {
    const QByteArray pdf = ticketPdf(sheetOf(sample()));
    QVERIFY(pdf.startsWith("%PDF"));
    QVERIFY(
        hasGlyphsFor(pdf, QStringLiteral("달뜨는부엌 421 전복 비빔밥 잡곡밥 수저는 빼 주세요")));
    QVERIFY(!hasGlyphsFor(pdf, QStringLiteral("회")));
    const QString folder = qEnvironmentVariable("SOBAN_PICTURES");
    if (folder.isEmpty())
        return;
    auto due = sample();
    due.paymentState = PaymentState::Due;
    const PaperSheet sheet = sheetOf(due, true);
    const int width = KitchenTicket::width();
    QImage paper(2 * (width + 30), 2 * (sheet.heightAt(width) + 30), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.scale(2, 2);
    painter.translate(15, 15);
    sheet.paint(painter, width);
    painter.end();
    QDir().mkpath(folder);
    QVERIFY(paper.save(QDir(folder).filePath(QStringLiteral("kitchen-ticket.png"))));
    QVERIFY(!writeFile(QDir(folder).filePath(QStringLiteral("kitchen-ticket.pdf")), pdf).fault);
}

void TstKitchenTicket::longWordsStayOnThePaper() {
    auto crowded = sample();
    crowded.number = 123'456;
    crowded.note = QStringLiteral("가").repeated(200);
    const PaperSheet sheet = sheetOf(crowded);
    const int width = KitchenTicket::width();
    const int height = sheet.heightAt(width);
    QImage paper(width + 40, height + 40, QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    sheet.paint(painter, width);
    painter.end();
    const QRgb white = qRgb(255, 255, 255);
    int strayed = 0;
    for (int y = 0; y < paper.height(); ++y) {
        const int from = y < height ? width : 0;
        for (int x = from; x < paper.width(); ++x)
            strayed += paper.pixel(x, y) != white ? 1 : 0;
    }
    QCOMPARE(strayed, 0);
}

void TstKitchenTicket::sheetTurnsThePage() {
    QList<PaperRow> rows;
    for (int i = 0; i < 100; ++i)
        rows.append({.left = QString::number(i)});
    const PaperSheet sheet(QStringLiteral("long"), rows);
    QImage paper(200, 400, QImage::Format_RGB32);
    QPainter painter(&paper);
    int turns = 0;
    sheet.paint(painter, 200, 400, [&] { ++turns; });
    QCOMPARE(turns, 4); // rows of 20
}

QTEST_MAIN(TstKitchenTicket)
#include "TstKitchenTicket.moc"
