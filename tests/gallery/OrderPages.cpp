// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/Kit.h"
#include "gallery/Pages.h"
#include "ui/BarChart.h"
#include "ui/CodePlate.h"
#include "ui/EmptyState.h"
#include "ui/RankChart.h"
#include "ui/Receipt.h"
#include "ui/Timeline.h"

namespace soban::gallery {

using namespace ui;

namespace {

Timeline *timeline(const QList<TimelineStep> &steps) {
    auto *timeline = new Timeline;
    timeline->setSteps(steps);
    return timeline;
}

QList<TimelineStep> onTheWay(const Say &say) {
    using S = StepState;
    return {{S::Done, say("결제 완료", "Paid"), say("한결카드 ₩45,000", "Hangyeol Card ₩45,000"),
             QStringLiteral("19:02")},
            {S::Done, say("가게 접수", "Shop accepted"), say("조리 시간 20분", "20 min to prepare"),
             QStringLiteral("19:03")},
            {S::Done, say("조리 시작", "Cooking started"), {}, QStringLiteral("19:06")},
            {S::Done, say("준비 완료", "Food ready"), {}, QStringLiteral("19:18")},
            {S::Done, say("픽업", "Picked up"),
             say("라이더 민재 님이 가게를 나섰어요", "Minjae left the shop"),
             QStringLiteral("19:21")},
            {S::Now, say("도착", "Arrives"), say("0.8 km 남음", "0.8 km to go"),
             say("19:32 예정", "about 19:32")},
            {S::ToCome,
             say("수령 확인", "You confirm"),
             say("받으신 뒤에 눌러 주세요", "After you have it"),
             {}}};
}

Receipt *receipt(const ReceiptContent &content) {
    auto *receipt = new Receipt;
    receipt->setContent(content);
    return receipt;
}

ReceiptContent paid(const Say &say) {
    ReceiptContent content;
    content.lines = {
        {say("전복 비빔밥", "Abalone bibimbap"), 2,
         say("잡곡밥 · 반숙 달걀", "Multigrain · soft egg"), QStringLiteral("₩30,000")},
        {say("된장찌개", "Doenjang stew"), 1, say("순한맛", "Mild"), QStringLiteral("₩9,000")},
        {say("식혜", "Sikhye"), 1, {}, QStringLiteral("₩3,500")}};
    content.sums = {{say("배달비", "Delivery"), QStringLiteral("₩2,500")}};
    content.total = {say("합계", "Total"), QStringLiteral("₩45,000")};
    content.notes = {
        {say("한결카드 ···· 4417 · 11월 20일 19:02", "Hangyeol Card ···· 4417 · 20 Nov 19:02")}};
    return content;
}

CodePlate *plate(CodePlate::Layout layout, const QString &code, const QString &title,
                 const QString &hint) {
    auto *plate = new CodePlate(layout);
    plate->setCode(code);
    plate->setTitle(title);
    plate->setHint(hint);
    if (layout == CodePlate::Layout::Cells)
        plate->setSymbol(Icon::Keyboard);
    return plate;
}

QWidget *empty(Motif motif, const QString &title, const QString &text, Icon icon,
               const QString &action) {
    auto *state = new EmptyState(motif);
    state->setTitle(title);
    state->setText(text);
    state->setAction(icon, action);
    auto *ground = new Ground;
    ground->with(state, 1);
    return ground;
}

} // namespace

QWidget *timelinePage(Language language) {
    const Say say(language);
    using S = StepState;
    auto *tight = new Ground(say("배달 중", "On the way"));
    tight->with(timeline(onTheWay(say)));
    auto *loose = new Ground(say("남는 높이", "Room to spare"));
    auto *spread =
        timeline({{S::Done, say("결제 완료", "Paid"), {}, QStringLiteral("19:02")},
                  {S::Now, say("조리 시작", "Cooking starts"), {}, say("곧", "soon")},
                  {S::ToCome, say("준비 완료", "Food ready"), {}, {}},
                  {S::ToCome, say("도착", "Arrives"), {}, say("19:30 예정", "about 19:30")}});
    spread->setMinimumHeight(340);
    loose->with(spread, 1);
    auto *refused = new Ground(say("거절", "Refused"));
    refused->with(timeline(
        {{S::Done, say("결제 완료", "Paid"), {}, QStringLiteral("19:02")},
         {S::Failed, say("가게가 거절", "Refused by the shop"), {}, QStringLiteral("19:04")},
         {S::Done, say("환불 완료", "Refunded"), {}, QStringLiteral("19:04"), {}, Tone::Fresh}}));
    auto *unanswered = new Ground(say("답 없음", "No answer"));
    unanswered->with(timeline(
        {{S::Done, say("결제 완료", "Paid"), {}, QStringLiteral("18:31")},
         {S::Failed,
          say("답이 없어 취소", "Cancelled: no answer"),
          {},
          QStringLiteral("18:36"),
          Icon::Clock,
          Tone::Late},
         {S::Done, say("환불 완료", "Refunded"), {}, QStringLiteral("18:36"), {}, Tone::Fresh}}));
    auto *unclear = new Ground(say("확인 중", "Being checked"));
    unclear->with(
        timeline({{S::Done, say("주문 받음", "Order received"), {}, QStringLiteral("19:21")},
                  {S::Now,
                   say("카드사에 확인 중", "Asking the card company"),
                   {},
                   say("1분째", "1 min"),
                   Icon::Clock,
                   Tone::Waiting}}));
    auto *narrow = new Ground(say("좁은 곳", "Narrow"));
    narrow->with(timeline(onTheWay(say)));
    narrow->setFixedWidth(320);
    return page(say("진행", "Timeline"), {},
                {row({tight, loose, narrow}), row({refused, unanswered, unclear})});
}

QWidget *receiptPage(Language language) {
    const Say say(language);
    auto *whole = new Ground(say("영수증", "Receipt"));
    whole->with(receipt(paid(say)));
    whole->column()->addStretch();

    ReceiptContent refunded;
    refunded.sums = {{say("결제", "Paid"), QStringLiteral("₩45,000")},
                     {say("실제로 내신 돈", "What you paid in the end"), QStringLiteral("₩0")}};
    refunded.total = {say("돌려 드린 돈", "Given back"), QStringLiteral("₩45,000")};
    refunded.notes = {{say("19:04에 한결카드로 환불 · 카드사에 따라 3일까지",
                           "Refunded at 19:04 to Hangyeol Card · up to 3 days"),
                       Tone::Fresh, Icon::Refund}};
    auto *back = new Ground(say("전액 환불", "Refunded in full"));
    back->with(receipt(refunded));
    back->column()->addStretch();

    ReceiptContent partly = paid(say);
    partly.heading = say("달뜨는부엌", "Dal Kitchen");
    partly.subheading = say("413번 · 11월 20일 19:02", "No. 413 · 20 Nov 19:02");
    partly.lines[1].isStruck = true;
    partly.sums.append(
        {say("첫 주문 할인", "First order"), QStringLiteral("−₩2,000"), Tone::Fresh});
    partly.total.amount = QStringLiteral("₩43,000");
    partly.afterwards = {
        {say("된장찌개 환불", "Doenjang stew, refunded"), QStringLiteral("−₩9,000"), Tone::Fresh},
        {say("실제로 내신 돈", "What you paid in the end"), QStringLiteral("₩34,000")}};
    auto *part = new Ground(say("일부 환불, 종이", "Refunded in part, on paper"));
    part->with(receipt(partly));
    part->column()->addStretch();
    return page(say("영수증", "Receipt"), {}, {row({whole, back, part})});
}

QWidget *codePage(Language language) {
    const Say say(language);
    using L = CodePlate::Layout;
    auto *left =
        wide(312, plate(L::Cells, QStringLiteral("7305"), say("전달 코드", "Hand-over code"),
                        say("문 앞에서 라이더에게 이 숫자를 알려 주세요.",
                            "Tell the rider this number at the door.")));
    auto *right =
        wide(452, plate(L::Whole, QStringLiteral("M 18"), say("픽업 코드", "Pick-up code"),
                        say("가게에 보여 주세요", "Show it to the shop")));
    auto *small =
        wide(280, plate(L::Whole, QStringLiteral("K 52"), say("픽업 코드", "Pick-up code"),
                        say("가게에 보여 주세요", "Show it to the shop")));
    return page(say("코드", "Codes"), say("팔모 판에", "on lacquer"),
                {row({left, right}, false), small});
}

QWidget *emptyPage(Language language) {
    const Say say(language);
    return page(
        say("빈 화면", "Empty pages"),
        say("무엇이 없는지, 왜 그런지, 다음에 무엇을 할지", "what is missing, why, what next"),
        {row({empty(Motif::Bowl, say("아직 주문이 없어요", "No orders yet"),
                    say("첫 상을 차려 볼까요?\n가까운 가게 12곳이 열려 있어요.",
                        "Shall we set the first table?\n12 shops near you are open."),
                    Icon::Store, say("가게 둘러보기", "Look around")),
              empty(Motif::Lens, say("‘마라탕’을 파는 가게가 없어요", "No shop sells “malatang”"),
                    say("배달 거리를 넓히거나 다른 말로 찾아보세요.",
                        "Look further away, or for another word."),
                    Icon::Pin, say("3 km까지 넓혀 찾기", "Look up to 3 km")),
              empty(Motif::Bag, say("장바구니가 비어 있어요", "Your cart is empty"),
                    say("메뉴에서 ＋를 누르면 여기에 담겨요.", "Press + on a dish to put it here."),
                    Icon::Undo, say("지난 주문 다시 담기", "Reorder the last one"))}),
         row({empty(Motif::Bell, say("새 주문을 기다리고 있어요", "Waiting for new orders"),
                    say("들어오면 소리로 알려 드려요.\n지금 소리는 켜져 있어요.",
                        "A sound tells you when one comes.\nSound is on."),
                    Icon::Volume, say("소리 들어 보기", "Try the sound")),
              empty(Motif::Scooter, say("지금은 가까운 배달이 없어요", "No deliveries near you"),
                    say("3 km 안에서 4건을 조리하고 있어요.\n나오는 대로 알려 드려요.",
                        "4 are being cooked within 3 km.\nWe tell you as they come out."),
                    Icon::Pin, say("붐비는 곳 보기", "Busy places")),
              empty(Motif::Letter, say("받은 메시지가 없어요", "No messages"),
                    say("문자와 카카오톡으로 보낸 알림이\n여기에도 남아요.",
                        "What we send by SMS\nstays here too."),
                    Icon::Gear, say("받는 방법 바꾸기", "How to receive"))})});
}

QWidget *chartsPage(Language language) {
    const Say say(language);
    const auto hour = [&say](int at) { return say("%1시", "%1:00").arg(at); };
    auto *chart = new BarChart;
    chart->setTitle(say("시간대별 매출", "Sales by hour"), say("천 원", "thousand won"));
    chart->setLegend(say("오늘", "Today"), say("진행 중", "still running"),
                     say("지난주 금요일", "Last Friday"));
    const QList<QPair<double, double>> values{{41, 48},   {118, 104}, {96, 88}, {38, 47},
                                              {23, 30},   {25, 28},   {88, 96}, {164, 140},
                                              {143, 152}, {0, 84},    {0, 40}};
    QList<Bar> bars;
    for (int i = 0; i < values.size(); ++i)
        bars.append({hour(11 + i), values[i].first, values[i].second, i == 8, {}});
    chart->setBars(bars);
    chart->setMinimumHeight(264);
    auto *ranks = new RankChart;
    ranks->setTitle(say("많이 나간 메뉴", "Best sellers"));
    ranks->setRanks({{say("전복 비빔밥", "Abalone bibimbap"), 21, QStringLiteral("21")},
                     {say("된장찌개", "Doenjang stew"), 16, QStringLiteral("16")},
                     {say("손만두", "Dumplings"), 14, QStringLiteral("14")},
                     {say("해물파전", "Seafood pancake"), 11, QStringLiteral("11")},
                     {say("소불고기 덮밥", "Bulgogi on rice"), 9, QStringLiteral("9")}});
    auto *month = new BarChart;
    month->setTitle(say("이번 달", "This month"));
    QList<Bar> days;
    for (int day = 1; day <= 30; ++day)
        days.append({QString::number(day), double((day * 37) % 90 + 20), {}, false, {}});
    month->setBars(days);
    auto *none = new BarChart;
    none->setTitle(say("아직 없음", "Nothing yet"));
    none->setBars({{hour(11), 0, {}, false, {}}, {hour(12), 0, {}, false, {}}});
    const auto card = [](QWidget *widget) {
        auto *ground = new Ground;
        ground->with(widget, 1);
        return ground;
    };
    return page(say("그래프", "Charts"), {},
                {card(chart), row({card(month), card(none), card(ranks)})});
}

} // namespace soban::gallery
