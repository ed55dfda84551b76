// SPDX-License-Identifier: GPL-3.0-or-later
#include "gallery/Kit.h"
#include "gallery/Pages.h"
#include "ui/Button.h"
#include "ui/StarInput.h"
#include "ui/Stars.h"
#include "ui/TextField.h"

#include <QGridLayout>
#include <QStyleOptionButton>

namespace soban::gallery {

using namespace ui;

namespace {

/// A button in a state that only a hand could bring it into.
QWidget *frozen(Button *button, QStyle::State state, bool isFocused = false) {
    button->hide();
    auto *canvas = new Canvas(
        [button](const Look &) { return button->sizeHint() + QSize(12, 12); },
        [=](QPainter &painter, const Look &look, const QRect &) {
            QStyleOptionButton option;
            option.initFrom(button);
            option.rect = QRect(QPoint(6, 6), button->sizeHint());
            option.text = button->text();
            option.state |= state;
            option.state.setFlag(QStyle::State_Raised, !state.testFlag(QStyle::State_Sunken));
            button->style()->drawControl(QStyle::CE_PushButton, &option, &painter, button);
            if (isFocused)
                paintFocusRing(painter, look, option.rect, metrics::kControlRadius);
        });
    button->setParent(canvas);
    button->hide();
    return canvas;
}

/// Draws the ring around its one child.
QWidget *ringed(QWidget *child) {
    auto *canvas =
        new Canvas([child](const Look &) { return child->sizeHint() + QSize(12, 12); },
                   [child](QPainter &painter, const Look &look, const QRect &) {
                       paintFocusRing(painter, look, child->geometry(), metrics::kControlRadius);
                   });
    auto *layout = new QVBoxLayout(canvas);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(child);
    return canvas;
}

QWidget *field(const QString &label, TextField *field, const QString &message,
               bool isFocused = false) {
    field->setAccessibleName(label);
    auto *whole = new QWidget;
    auto *column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(new Caption(label, Text::Small, Weight::Bold));
    column->addWidget(isFocused ? ringed(field) : field);
    column->addWidget(new Caption(message));
    column->addStretch();
    return whole;
}

} // namespace

QWidget *buttonsPage(Language language) {
    const Say say(language);
    auto *table = new QWidget;
    auto *cells = new QGridLayout(table);
    const QList<QPair<ButtonRole, QString>> roles{{ButtonRole::Primary, QStringLiteral("Primary")},
                                                  {ButtonRole::Soft, QStringLiteral("Soft")},
                                                  {ButtonRole::Plain, QStringLiteral("Plain")},
                                                  {ButtonRole::Danger, QStringLiteral("Danger")},
                                                  {ButtonRole::Bare, QStringLiteral("Bare")},
                                                  {ButtonRole::Lacquer, QStringLiteral("Lacquer")},
                                                  {ButtonRole::Key, QStringLiteral("Key")}};
    const QStringList states{say("기본", "resting"), say("올림", "hover"), say("누름", "pressed"),
                             say("초점", "focus"), say("꺼짐", "disabled")};
    for (int i = 0; i < states.size(); ++i)
        cells->addWidget(new Caption(states[i]), 0, i + 1);
    const QString words = say("주문하기", "Place order");
    for (int i = 0; i < roles.size(); ++i) {
        const auto make = [&] { return new Button(roles[i].first, Icon::Check, words); };
        cells->addWidget(new Caption(roles[i].second), i + 1, 0);
        cells->addWidget(frozen(make(), QStyle::State_Enabled), i + 1, 1);
        cells->addWidget(frozen(make(), QStyle::State_Enabled | QStyle::State_MouseOver), i + 1, 2);
        cells->addWidget(frozen(make(), QStyle::State_Enabled | QStyle::State_Sunken), i + 1, 3);
        cells->addWidget(frozen(make(), QStyle::State_Enabled, true), i + 1, 4);
        auto *off = make();
        off->setEnabled(false);
        cells->addWidget(off, i + 1, 5);
    }
    const auto sized = [](int tall, const QString &text) {
        auto *button = new Button(ButtonRole::Plain);
        button->setText(text);
        button->setTall(tall);
        return button;
    };
    auto *trailing = new Button(ButtonRole::Plain, Icon::Right, say("거절", "Refuse"));
    trailing->setSymbolTrailing(true);
    trailing->setTall(metrics::kShopHeight);
    auto *lone = new Button(ButtonRole::Plain, Icon::Plus);
    lone->setAccessibleName(say("더하기", "Add"));
    auto *busy = new Button(ButtonRole::Primary, Icon::Card, say("보내는 중", "Sending"));
    busy->setBusy(true);
    auto *sizes = new Ground(say("크기 36 · 44 · 56 · 80", "Sizes 36 · 44 · 56 · 80"));
    sizes->with(
        row({sized(metrics::kDenseHeight, QStringLiteral("36")),
             sized(metrics::kTouchHeight, QStringLiteral("44")),
             sized(metrics::kShopHeight, say("56 가게", "56 shop")),
             sized(metrics::kRiderHeight, say("80 라이더", "80 rider")), trailing, lone, busy},
            false));
    auto *ground = new Ground;
    ground->with(table);
    return page(say("버튼", "Buttons"),
                say("화면마다 꽉 찬 버튼은 하나", "one filled for each task"), {ground, sizes});
}

QWidget *fieldsPage(Language language) {
    const Say say(language);
    auto *empty = new TextField;
    empty->setPlaceholderText(say("예: 302호", "e.g. Apt 302"));
    auto *focused = new TextField;
    focused->setText(QStringLiteral("302"));
    auto *wrong = new TextField;
    wrong->setText(QStringLiteral("3호 302"));
    wrong->setWrong(true);
    auto *off = new TextField;
    off->setText(say("302호", "Apt 302"));
    off->setEnabled(false);
    auto *ground = new Ground;
    ground->with(row({field(say("빈 칸", "Empty"), empty, say("동과 호수까지", "With the flat")),
                      field(say("초점", "Focus"), focused, {}, true),
                      field(say("틀림", "Wrong"), wrong, say("숫자를 먼저", "The number first")),
                      field(say("꺼짐", "Disabled"), off, {})}));
    auto *search = new TextField;
    search->setSymbol(Icon::Search);
    search->setSuffix(QStringLiteral("Ctrl K"));
    search->setPlaceholderText(say("가게나 메뉴 찾기", "Find a shop or a dish"));
    auto *password = new TextField;
    password->setSymbol(Icon::Lock);
    password->setText(QStringLiteral("password"));
    password->makePassword();
    auto *stock = new TextField;
    stock->setText(QStringLiteral("40"));
    stock->setAlignment(Qt::AlignRight);
    stock->setSuffix(say("개", "pcs"));
    ground->with(row({field(say("찾기", "Search"), search, {}),
                      field(say("비밀번호", "Password"), password, {}),
                      field(say("재고", "Stock"), stock, {})}));
    return page(say("입력", "Input"), {}, {ground});
}

QWidget *chipsPage(Language language) {
    const Say say(language);
    const auto line = [](const QList<Chip> &chips) {
        return new Canvas(
            [chips](const Look &look) {
                int width = 0;
                for (const Chip &chip : chips)
                    width += chipSize(look, chip).width() + metrics::kGap8;
                return QSize(width, look.scaled(32));
            },
            [chips](QPainter &painter, const Look &look, const QRect &box) {
                int x = box.left();
                for (const Chip &chip : chips) {
                    paintChip(painter, look, QRect(x, 0, box.width(), box.height()), chip);
                    x += chipSize(look, chip).width() + metrics::kGap8;
                }
            });
    };
    auto *ground = new Ground;
    ground->with(line({{Icon::Rider, say("배달 중", "On the way"), {}, Tone::Accent},
                       {Icon::Store, say("영업 중", "Open"), {}, Tone::Fresh},
                       {Icon::Box, say("3장 남음", "3 left"), {}, Tone::Waiting},
                       {Icon::Warning, say("2분 늦음", "2 min late"), {}, Tone::Late}}));
    ground->with(line({{Icon::Done, say("완료", "Completed"), {}, Tone::Done},
                       {Icon::Cancel, say("오늘 품절", "Sold out"), {}, Tone::Danger},
                       {Icon::Ring, say("새 주문", "New order"), {}, Tone::Accent, true},
                       {std::nullopt, say("필수", "Required"), {}, Tone::Plain}}));
    ground->with(line(
        {{Icon::Ring, QStringLiteral("0:42"), say("접수 대기", "waiting"), Tone::Accent},
         {Icon::Clock, QStringLiteral("3:12"), say("17분 남음", "17 min left"), Tone::Fresh},
         {Icon::Clock, QStringLiteral("14:30"), say("6분 남음", "6 min left"), Tone::Waiting},
         {Icon::Warning, QStringLiteral("22:05"), say("2분 늦음", "2 min late"), Tone::Late}}));
    const auto marked = [](const QString &words, auto edge) {
        return new Canvas([](const Look &look) { return QSize(look.scaled(200), look.scaled(72)); },
                          [words, edge](QPainter &painter, const Look &look, const QRect &box) {
                              const Tokens &t = look.tokens();
                              paintMarkedCard(painter, look, box,
                                              edge == Tone::Late ? t.surface : t.accent.soft,
                                              t.tone(edge).ink);
                              paintLine(painter, look, box.adjusted(16, 0, 0, 0), words,
                                        {Text::Name, Weight::Bold, t.ink});
                          });
    };
    return page(say("알림표와 판", "Chips and plates"),
                say("늘 아이콘과 낱말을 함께", "icon and word"),
                {ground, row({marked(say("고른 것", "Selected"), Tone::Accent),
                              marked(say("늦은 것", "Late"), Tone::Late)})});
}

QWidget *starsPage(Language language) {
    const Say say(language);
    const auto shown = [](double mean, const QString &note) {
        auto *stars = new Stars;
        stars->setMean(mean, note);
        return stars;
    };
    const auto asked = [](int value) {
        auto *input = new StarInput;
        input->setValue(value);
        return input;
    };
    auto *means = new Ground(say("평균", "Mean"));
    means->with(row({shown(4.8, say("리뷰 312", "312 reviews")), shown(3.3, {}), shown(1.0, {}),
                     shown(0, say("아직 리뷰가 없어요", "no reviews yet"))},
                    false));
    auto *inputs = new Ground(say("입력: 마우스, 1–5, 화살표", "Input: mouse, 1–5, arrows"));
    inputs->with(asked(0))->with(asked(2))->with(asked(5))->with(row({ringed(asked(4))}, false));
    return page(say("별점", "Stars"), {}, {means, inputs});
}

} // namespace soban::gallery
