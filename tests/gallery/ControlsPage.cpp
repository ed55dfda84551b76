// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/Kit.h"
#include "gallery/Pages.h"
#include "ui/Bars.h"
#include "ui/ChoiceRow.h"
#include "ui/NavButton.h"
#include "ui/Segment.h"
#include "ui/Stepper.h"

#include <QHBoxLayout>

namespace soban::gallery {

using namespace ui;

namespace {

QWidget *segments(const Say &say) {
    auto *open = new Segment;
    open->setAccessibleName(say("영업 상태", "Shop state"));
    open->setParts({{say("정상", "Normal"), Icon::Store},
                    {say("바쁨", "Busy"), Icon::Flame},
                    {say("잠시 멈춤", "Paused"), Icon::Pause}});
    auto *sold = new Segment;
    sold->setAccessibleName(say("판매", "Sale"));
    sold->setParts({{say("팔기", "On sale")},
                    {say("품절", "Sold out"), Icon::Cancel, Tone::Danger},
                    {say("숨기기", "Hidden")}});
    sold->setCurrent(1);
    const auto stepper = [](int value, int tall) {
        auto *made = new Stepper;
        made->setAccessibleName(QStringLiteral("How many"));
        made->setBounds(1, 9);
        made->setValue(value);
        made->setTall(tall);
        return made;
    };
    auto *ground = new Ground(say("고르기와 세기", "Choosing and counting"));
    ground->with(row({open, sold, stepper(2, metrics::kDenseHeight),
                      stepper(1, metrics::kTouchHeight), stepper(9, metrics::kShopHeight)},
                     false));
    return ground;
}

QWidget *choices(const Say &say) {
    const auto choice = [](ChoiceRow::Kind kind, const QString &text, const QString &detail,
                           bool isChosen, bool isCarded) {
        auto *made = new ChoiceRow(kind, text);
        made->setDetail(detail);
        made->setChecked(isChosen);
        made->setCarded(isCarded);
        return made;
    };
    using K = ChoiceRow::Kind;
    auto *one = new Ground(say("하나", "One"));
    one->with(choice(K::One, say("흰쌀밥", "White rice"), {}, false, false));
    one->with(choice(K::One, say("잡곡밥", "Multigrain"), {}, true, false));
    auto *any = new Ground(say("여럿", "Any"));
    any->with(choice(K::Any, say("반숙 달걀", "Soft egg"), QStringLiteral("+₩1,500"), true, false));
    auto *sold = choice(K::Any, say("육회", "Beef tartare"), {}, false, false);
    sold->setChip(Chip{Icon::Cancel, say("품절", "Sold out"), {}, Tone::Done});
    sold->setEnabled(false);
    any->with(sold);
    auto *carded = new Ground(say("틀 안에", "In frames"));
    carded->with(choice(K::One, say("오늘만", "Today only"),
                        say("내일 11:00에 다시", "back at 11:00"), true, true));
    carded->with(choice(K::One, say("내가 풀 때까지", "Until I say"), {}, false, true));
    return row({one, any, carded});
}

QWidget *bars(const Say &say) {
    auto *top = new TopBar;
    top->setTitle(say("라이더", "Rider"));
    const auto nav = [](NavButton::Place place, Icon icon, const QString &text, bool isOn,
                        int badge) {
        auto *made = new NavButton(place, icon);
        made->setText(text);
        made->setCheckable(true);
        made->setChecked(isOn);
        made->setBadge(badge);
        return made;
    };
    using P = NavButton::Place;
    top->row()->addStretch();
    top->row()->addWidget(nav(P::Top, Icon::Store, say("가게", "Shops"), false, 0));
    top->row()->addWidget(nav(P::Top, Icon::Receipt, say("내 주문", "My orders"), true, 1));
    auto *rail = new Rail;
    rail->addTop(nav(P::Rail, Icon::Receipt, say("주문", "Orders"), true, 3));
    rail->addTop(nav(P::Rail, Icon::List, say("메뉴", "Menu"), false, 0));
    rail->setMinimumHeight(180);
    auto *strips = new QWidget;
    auto *column = new QVBoxLayout(strips);
    for (const Liveness liveness : {Liveness::Live, Liveness::Polling, Liveness::Offline}) {
        auto *strip = new StatusStrip;
        strip->setLiveness(liveness);
        strip->setHint(say("단축키 F1", "Shortcuts F1"));
        column->addWidget(strip);
    }
    column->addStretch();
    auto *below = new QWidget;
    auto *line = new QHBoxLayout(below);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(rail);
    line->addWidget(strips, 1);
    line->addWidget(nav(P::Bottom, Icon::Rider, say("배달", "Deliveries"), true, 0));
    auto *whole = new QWidget;
    auto *all = new QVBoxLayout(whole);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(top);
    all->addWidget(below);
    return whole;
}

} // namespace

QWidget *controlsPage(Language language) {
    const Say say(language);
    return page(say("조작", "Controls"), {},
                {segments(say), choices(say),
                 banner(Tone::Late, Icon::WifiOff, say("인터넷 연결이 끊겼어요", "You are offline"),
                        say("19:24 기준 정보예요 (3분 전).", "As of 19:24 (3 min ago)."),
                        say("지금 다시 연결", "Connect now")),
                 banner(Tone::Waiting, Icon::Info, say("오프라인", "Offline"),
                        say("눌러도 돼요.", "You can go on."), {}),
                 bars(say)});
}

} // namespace soban::gallery
