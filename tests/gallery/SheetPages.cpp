// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/Kit.h"
#include "gallery/Pages.h"
#include "ui/Button.h"
#include "ui/FieldRow.h"
#include "ui/Question.h"
#include "ui/Sheet.h"
#include "ui/UndoBar.h"

namespace soban::gallery {

using namespace ui;

namespace {

constexpr int kHostHeight = 260;

/// A small window for what covers one.
class Host : public Canvas {
public:
    Host()
        : Canvas([](const Look &look) { return QSize(look.scaled(360), look.scaled(kHostHeight)); },
                 [](QPainter &painter, const Look &look, const QRect &box) {
                     painter.fillRect(box, look.tokens().ground);
                 }) {
        setAccessibleName(QStringLiteral("Window"));
    }
};

QWidget *withSheet(const Say &say) {
    auto *host = new Host;
    auto *sheet = new Sheet(host);
    sheet->setAccessibleName(say("어디로 갈까요?", "Where to?"));
    sheet->setWidest(300);
    auto *title = new TextLabel(Text::Sum, Weight::Bold);
    title->setText(say("어디로 갈까요?", "Where to?"));
    auto *text = new TextLabel(Text::Body, Weight::Regular, Ink::Ink2);
    text->setMostLines(0);
    text->setText(
        say("가게와 배달비는 주소에 따라 달라져요.", "Shops and fees follow the address."));
    auto *button = new Button(ButtonRole::Primary, Icon::Check, say("저장", "Save"));
    for (QWidget *part : {static_cast<QWidget *>(title), static_cast<QWidget *>(text),
                          static_cast<QWidget *>(button)})
        sheet->column()->addWidget(part);
    sheet->open();
    return host;
}

QWidget *withQuestion(const Say &say, ButtonRole role) {
    auto *host = new Host;
    auto *question = new Question(host);
    question->ask(say("장바구니를 새로 담을까요?", "Begin a new cart?"),
                  say("주문은 한 가게씩 할 수 있어요.", "One order is one shop's."),
                  say("새로 담기", "New cart"), say("그대로 두기", "Keep it"), role);
    return host;
}

QWidget *withBar(const Say &say, bool mayUndo) {
    constexpr int kMs = 8'000;
    auto *host = new Host;
    auto *bar = new UndoBar(host);
    if (mayUndo)
        bar->offer(say("지웠어요", "Deleted"), kMs);
    else
        bar->tell(Icon::Info, say("저장했어요", "Saved"), kMs);
    return host;
}

QWidget *labelled(const QString &label, const QString &text, const QString &help,
                  const QString &complaint, bool isEnabled = true) {
    auto *input = new TextField;
    input->setText(text);
    input->setEnabled(isEnabled);
    auto *row = new FieldRow(input);
    row->setLabel(label);
    row->setHelp(help);
    row->setComplaint(complaint);
    return row;
}

} // namespace

QWidget *sheetsPage(Language language) {
    const Say say(language);
    return page(
        say("시트와 물음", "Sheets and questions"),
        say("창 안에서 열리고 Esc로 닫혀요", "within the window, closed by Esc"),
        {row({withSheet(say), withQuestion(say, ButtonRole::Primary),
              withQuestion(say, ButtonRole::Danger)}),
         row({withBar(say, true), withBar(say, false)}),
         banner(Tone::Late, Icon::WifiOff, say("연결이 끊겼어요", "No connection"),
                say("19:24 기준 정보예요.", "As of 19:24."), say("다시 연결", "Try now")),
         wide(320,
              banner(Tone::Danger, Icon::Warning,
                     say("가게가 그 주소로 배달하지 않아요.",
                         "The shop does not deliver to this address."),
                     say("더 가까운 가게를 골라 주세요.", "Choose a shop that is nearer."), {}))});
}

QWidget *fieldRowsPage(Language language) {
    const Say say(language);
    const QString label = say("주소", "Address");
    const QString help = say("동과 호수까지 적어 주세요", "House and door");
    return page(
        say("입력 줄", "Field rows"),
        say("이름은 위에, 도움말과 잘못은 아래에", "the label above, help or complaint below"),
        {row({labelled(label, {}, {}, {}), labelled(label, {}, help, {}),
              labelled(label, say("302호", "Apt 302"), help, {})}),
         row({labelled(label, {}, help, say("숫자를 먼저 적어 주세요", "Write the number first")),
              labelled(label, say("302호", "Apt 302"), {},
                       say("이 주소는 쓸 수 없어요. 다르게 적어 주세요.",
                           "This address cannot be used. Write it in another way.")),
              labelled(label, say("302호", "Apt 302"),
                       say("픽업한 뒤에는 바꿀 수 없어요", "Not after the pick-up"), {}, false)})});
}

} // namespace soban::gallery
